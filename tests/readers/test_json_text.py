import io
import json

import pytest

from kg.readers import text_window
from kg.readers.content import Content
from kg.readers.json_text import BrokenJson, JsonText, NestedTooDeeply


def text_of(text):
    """A JSON text at its beginning."""
    return JsonText([text])


def test_values_are_read_one_after_the_other():
    """Each value is read from where the last one ended."""
    text = text_of(' {"a": [1]} "b" 12')
    assert [text.value(), text.value(), text.value(), text.peek()] == [{"a": [1]}, "b", 12, ""]


def test_value_is_whole_wherever_the_window_ends(monkeypatch):
    """A text that comes in small pieces gives the same values."""
    monkeypatch.setattr(text_window, "_PIECE", 3)
    values = [{"title": 'A \\ " title', "n": [1.5e3, None, True, {"é": "\u2013"}]}, 1234567, "end"]
    text = text_of(" ".join(json.dumps(value) for value in values))
    assert values == [text.value() for _ in values]


def test_keys_come_one_by_one():
    """Whoever walks through an object takes each value in turn."""
    text = text_of('{"a": 1, "b": [2]}')
    assert [(key, text.value()) for key in text.each_key()] == [("a", 1), ("b", [2])]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": }', "not JSON: Expecting value in line 1"),
        ('\n\n{"a"\n 1}', "in line 4"),
        ('{"a": "no end', "cut off"),
        ('{"a": 1', "cut off"),
        ('{"a": ' + "9" * 5000 + "}", "not usable JSON"),
    ],
)
def test_broken_value_says_what_and_where(text, reason):
    """The reason names the fault and its line, or that the source ends."""
    with pytest.raises(BrokenJson, match=reason):
        text_of(text).value()


@pytest.mark.parametrize("mark", ["[", '{"a":'])
def test_bottomless_nesting_is_refused(mark):
    """A million levels are a broken value, no crash."""
    with pytest.raises(NestedTooDeeply, match="nested too deeply"):
        text_of(mark * 1_000_000).value()


def test_record_without_end_is_given_up(monkeypatch):
    """No more is held than one record may hold."""
    monkeypatch.setattr(text_window, "LONGEST_RECORD", 1_000)
    monkeypatch.setattr(text_window, "_PIECE", 100)
    text = text_of('{"a": "' + "x" * 100_000 + '"}')
    with pytest.raises(BrokenJson, match="a record of more than"):
        text.value()
    assert len(text.window.text) < 3_000


def test_raw_line_breaks_in_strings_are_read():
    """What editors leave in strings harms nobody."""
    assert text_of('"two\nlines\tand a tab"').value() == "two\nlines\tand a tab"


@pytest.mark.parametrize(
    "source",
    [
        '{"id": 1, "t": "a"}\n{"id": 2, "t": }\n{"id": 3, "t": "c"}\n',
        '  {"id": 1, "t": "a"},\n  {"id": 2, "t: "b"},\n  {"id": 3, "t": "c"}\n',
        '{"id": 1, "t": "a"},{"id": 2, "t": "b},{"id": 3, "t": "c"}',
        '{"p": {"id": 1}, "t": "a"},{"p": {"id": 2}, "t": },{"p": {"id": 3}, "t": "c"}',
        '{"l": [], "t": "a"},{"l": [], "t": },{"l": [], "t": "c"}',
    ],
)
def test_way_leads_on_behind_a_broken_record(source):
    """The next record is found by its line, or by the keys with which the last good one began."""
    text = text_of(source)
    text.peek()
    start = text.window.at
    text.value()
    text.remember(start)
    broken = source.index("{", text.window.at)
    assert text.go_to_next(broken)
    assert text.value()["t"] == "c"


def test_nested_objects_are_no_records():
    """What lies inside the broken record, and begins otherwise, is passed over."""
    text = text_of('{"id": 1, "by": {"name": "A", "x": 1}},{"id": , "by": {"name": "B", "x": 1}},{"id": 3, "by": {}}')
    text.value()
    text.remember(0)
    assert text.go_to_next(text.window.at + 1)
    assert text.value()["id"] == 3


def test_search_for_the_next_record_holds_little(monkeypatch):
    """All that is passed over is let go."""
    monkeypatch.setattr(text_window, "_PIECE", 1_000)
    raw = io.BytesIO(b'{"a": 1, "b": 2}\n' + b"x" * 3_000_000 + b'\n{"a": 5, "b": 6}')
    text = JsonText(Content("big", raw).pieces())
    text.value()
    text.remember(0)
    assert text.go_to_next(text.window.at)
    assert len(text.window.text) < 1_000_000
    assert text.value() == {"a": 5, "b": 6}
