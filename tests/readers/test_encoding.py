import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.content import HEAD, Content
from kg.readers.encoding import cut_lines

TEXT = "Über den naïven “Agenten” – ein Überblick…\n"
any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff\0"))


def content(data):
    """The content of bytes."""
    return Content("source", io.BytesIO(data))


def decoded(data):
    """The text of bytes."""
    return content(data).text().read()


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without mark"),
        ("utf-16-be", "UTF-16 without mark"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
    ],
)
@pytest.mark.parametrize("times", [1, 5000])
def test_encoding_is_found_and_named(encoding, name, times):
    """With its mark or without, in the head and beyond it, the text comes out and its encoding has a name."""
    source = content((TEXT * times).encode(encoding))
    assert source.head.startswith(TEXT)
    assert source.text().read() == TEXT * times
    assert str(source.encoding) == name


@given(any_text)
def test_utf8_is_read_as_it_is(text):
    """What was never encoded otherwise is not changed."""
    data = text.encode()
    assert decoded(data).encode() == data or "encoded twice" in str(content(data).encoding)


@given(any_text, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_marked_text_is_read_as_it_is(text, encoding):
    """A mark settles the encoding."""
    source = content(("plain " + text).encode(encoding))
    assert source.text().read() == "plain " + text or "encoded twice" in str(source.encoding)


@given(st.binary())
def test_all_bytes_are_some_text(data):
    """Nothing raises, no lone surrogate comes of it, and the head is the text but for a character that is cut off."""
    source = content(data)
    head, text = source.head, source.utf8().read().decode("utf-8", "strict")
    assert text.startswith(head)
    assert len(text) - len(head) <= 3


def test_windows_1252_far_behind_the_head_is_read():
    """A file of ASCII may show what it is late."""
    source = content(b"a" * HEAD + b"\nM\xfcller\x92s\n")
    assert source.text().read().endswith("\nMüller’s\n")
    assert str(source.encoding) == "Windows-1252"


def test_letter_cut_short_in_utf8_is_one_replacement():
    """Damage in true UTF-8 does not turn into letters that nobody wrote."""
    assert decoded("“ä".encode() + b"\xe2\x80 b") == "“ä\ufffd b"


def taken_for_windows_1252(data):
    """Bytes as programs read them that take all for Windows-1252, and what that lacks for Latin-1."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("wrong", [taken_for_windows_1252, lambda data: data.decode("latin-1")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_that_was_encoded_twice_is_read_once(wrong, encoding):
    """UTF-8 that was taken for Windows-1252 or Latin-1 on its way is set right, over the whole of a long text."""
    text = "Müller’s “naïve” café – 漢字 " * 9000
    source = content(wrong(text.encode()).encode(encoding))
    assert source.text().read() == text
    assert "encoded twice" in str(source.encoding)


def test_right_letters_behind_those_encoded_twice_stay():
    """Where only the head was encoded twice, nothing is lost of the rest."""
    wrong = "naïve ".encode().decode("cp1252") * 20_000
    assert decoded((wrong + "naïve 漢字 Ä").encode()) == "naïve " * 20_000 + "naïve 漢字 Ä"


@pytest.mark.parametrize("text", ["Ã and Â are letters", "naïve Ã©", "Ä Ö Ü ß"])
def test_right_text_is_not_taken_for_text_encoded_twice(text):
    """All that is not ASCII must be of that kind."""
    assert decoded(text.encode()) == text


@given(st.recursive(any_text | st.integers(), lambda each: st.lists(each) | st.dictionaries(any_text, each)))
def test_json_in_a_string_of_json_is_read(value):
    """What was written as JSON twice over is the JSON inside."""
    text = json.dumps({"title": value})
    for twice in (json.dumps(text), json.dumps(text, ensure_ascii=False)):
        source = content(twice.encode("utf-16"))
        assert json.loads(source.text().read()) == {"title": value}


def test_long_json_in_a_string_of_json_is_read():
    """Pieces may part an escape anywhere."""
    value = {"title": '\\ "q" 😀 \\u12 \n' * 20_000}
    assert json.loads(decoded(json.dumps(json.dumps(value)).encode())) == value


def test_bad_escapes_in_a_string_of_json_stand_for_themselves():
    """A backslash that escapes nothing neither stops the text nor takes what follows along."""
    assert decoded(rb'"{\"a\": \"\x \u12g\"}" and' + b" more") == r'{"a": "\x \u12g"} and more'


@given(st.lists(st.text("ab\n\r", max_size=12)))
def test_lines_are_cut_where_they_are_too_long(pieces):
    """Short lines stay, long ones lose their ends, and the number of lines stays."""
    text, cut = "".join(pieces), "".join(cut_lines(pieces, longest=8))
    before, after = (each.replace("\r", "\n").split("\n") for each in (text, cut))
    assert len(after) == len(before)
    assert all(b == a or (len(b) > 8 and b.startswith(a)) for b, a in zip(before, after, strict=True))


def test_one_line_of_100_mb_takes_little_memory_and_no_neighbour():
    """The line is cut and the next one is read."""
    lines = list(content(b"a" * 100_000_000 + b"\nshort\n").lines())
    assert [len(line) < 33_000_000 for line in lines] == [True, True]
    assert lines[1] == "short\n"


def test_raw_bytes_can_be_sought_in():
    """Formats whose tables of contents stand at the end are read from a pipe, too."""
    pipe = io.BytesIO(b"0123456789" * 20_000)
    for seekable in (True, False):
        pipe.seek(0)
        pipe.seekable = lambda value=seekable: value
        raw = Content("source", pipe).raw()
        raw.seek(-3, 2)
        assert raw.read() == b"789"
