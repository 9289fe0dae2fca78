"""Lines parted where a record begins."""

from hypothesis import given
from hypothesis import strategies as st

from kg.readers import record_lines as parting
from kg.readers.record_lines import record_lines

LINES = st.lists(st.sampled_from(["@begin\n", "more\n", "\n"]))


def begins(line):
    """Whether the line begins a record."""
    return line.startswith("@")


@given(LINES)
def test_no_line_is_lost_or_moved(lines):
    """The lines of all records, one behind the other, are the lines of the source."""
    assert [line for record in record_lines(lines, begins) for line in record.lines] == lines


@given(LINES)
def test_each_record_begins_at_its_line(lines):
    """A record knows the number of its first line; only what stands before the first one has not begun."""
    for record in record_lines(lines, begins):
        assert record.lines[0] == lines[record.line - 1]
        assert record.begun == begins(record.lines[0])


def test_record_without_end_is_cut_off(monkeypatch):
    """Lines beyond the limit are left out and told; the next record is whole."""
    monkeypatch.setattr(parting, "LONGEST", 20)
    first, second = record_lines(["@begin\n", *["more\n"] * 9, "@begin\n"], begins)
    assert (first.too_long, len(first.text), second.line, second.too_long) == (True, 17, 11, False)


def test_record_whose_first_line_is_beyond_the_limit_is_told(monkeypatch):
    """Also one of which nothing is left does not go without a word."""
    monkeypatch.setattr(parting, "LONGEST", 20)
    first, second = record_lines(["@begin" * 9 + "\n", "@begin\n"], begins)
    assert (first.line, first.too_long, second.line, second.too_long) == (1, True, 2, False)
