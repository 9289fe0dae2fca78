import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers import json_values
from kg.readers.json_values import LONG, parsed, value_at

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)
DECODER = json.JSONDecoder(strict=False)


def without_json(monkeypatch):
    """Leave msgspec alone with what is to be read."""
    monkeypatch.setattr(json_values, "_DECODER", None)


@given(JSON, st.booleans(), st.sampled_from([None, 2]), st.sampled_from(["", ", {}", " \n[1", "é", "}"]))
def test_value_and_its_end_are_those_of_json(value, ascii, indent, behind):
    """Whatever is written, and whatever follows it, what comes out is what Python's own decoder gives."""
    text = " " + json.dumps(value, ensure_ascii=ascii, indent=indent)
    for view in (1, 4_096):
        found, end = value_at(text + behind, 1, view)
        assert repr(found) == repr(DECODER.raw_decode(text, 1)[0])
        assert (text + behind)[end:].strip() == behind.strip()
    assert repr(parsed(text)) == repr(json.loads(text))


@given(st.text(alphabet='{}[]":,0123456789.eE+-\\untrflsa\t é', max_size=30))
def test_what_is_no_json_is_refused_by_both(text):
    """A text is read where Python's own decoder reads it, and as that does."""
    try:
        wanted = repr(json.loads(text))
    except json.JSONDecodeError:
        with pytest.raises(json.JSONDecodeError):
            parsed(text)
    else:
        assert repr(parsed(text)) == wanted


@pytest.mark.parametrize(
    "text", ['{"a": [1, {"b": "}"}]}', '["é\\u00e9", "\\ud83d\\ude00"]', '{"n": 12345678901234567890123}']
)
@pytest.mark.parametrize("behind", ["", ", 1", "\n{"])
def test_usual_values_need_no_second_decoder(monkeypatch, text, behind):
    """Objects and arrays are decoded by the fast one alone, also where more follows."""
    without_json(monkeypatch)
    assert value_at(text + behind, 0)[0] == json.loads(text)


@pytest.mark.parametrize("inner", ["NaN", "-Infinity", "1e999", '"two\nlines"', '"half \\ud800 of a pair"', "1, \n2"])
@pytest.mark.parametrize("behind", ["", ', {"b": 1}'])
def test_what_msgspec_refuses_is_read(inner, behind):
    """Numbers that are none, raw line breaks and half characters are read as Python reads them."""
    text = f"[{inner}]"
    (found, end), (wanted, _) = value_at(text + behind, 0), DECODER.raw_decode(text)
    assert (repr(found), end) == (repr(wanted), len(text))
    assert math.inf in value_at("[1e999]", 0)[0]


@pytest.mark.parametrize("text", ['{"a": [1, 2', '{"a": "no end', "[", '{"a": tr', '{"a": 1.', '{"é": "\\'])
def test_part_of_a_value_is_told_at_the_end_of_its_text(text):
    """What is cut off shows where it ends, so that more of it can be fetched."""
    with pytest.raises(json.JSONDecodeError) as error:
        value_at(text, 0)
    assert error.value.pos >= len(text) - 16 or error.value.msg.startswith("Unterminated string")


def test_what_no_reader_asks_for_is_not_built():
    """Long lists of what a paper cites are left out; short ones, counts, and those of what is no paper stay."""
    cited = [{"title": "Cited"}] * LONG
    paper = {"title": "T", "citations": 12, "references": cited, "venue": "V"}
    assert value_at(json.dumps(paper), 0)[0] == {"title": "T", "citations": 12, "venue": "V"}
    for kept in ({"title": "T", "references": cited[:3], "x": "x" * 2 * LONG}, {"references": cited}):
        assert value_at(json.dumps(kept), 0)[0] == kept
