"""Rows of tables whose quotes went wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers import table_rows as parsing
from kg.readers.table_rows import Dialect, find_dialect, table_rows

COMMA, TAB = Dialect(","), Dialect("\t")


def rows(text, dialect=COMMA, width=3):
    """Line and cells of each row, or line and reason."""
    found = table_rows(text.splitlines(keepends=True), dialect, width)
    return [(row.line, row.broken or row.cells) for row in found]


QUOTE = "a broken row: a quote that does not end its cell"
GOOD = '1,"A","B"\n'


@pytest.mark.parametrize(
    "broken", ['2,"C","D\n', '2,"C,"D"\n', '2,C","D"\n', '2,C,5" disk\n', '2,"C","D"x\n', '2,"C" c","D"\n']
)
def test_stray_quote_breaks_its_own_row_only(broken):
    """Its neighbours are read, and no cell of theirs is taken along."""
    (_, before), (line, reason), (_, after) = rows(GOOD + broken + GOOD)
    assert before == after == ["1", "A", "B"]
    assert (line, reason.startswith("a broken row")) == (2, True)


def test_quotes_within_a_cell_that_were_not_doubled():
    """Someone wrote the table without a library; the row is read as it was meant."""
    assert rows('1,"He said "hi" there","B, b"\n') == [(1, ["1", 'He said "hi" there', "B, b"])]


def test_cell_over_lines_is_one():
    """Lines within quotes belong to their cell, and the next row knows its line."""
    assert rows('1,"A","B\n\nb ""b"""\n2,C,D\n') == [(1, ["1", "A", 'B\n\nb "b"']), (4, ["2", "C", "D"])]


def test_lines_of_a_broken_row_are_told_with_it():
    """What stands between a stray quote and the next whole row is no row of its own."""
    assert rows('1,"A","B "b\nmore\nstill more"\n' + GOOD) == [
        (1, f"{QUOTE}; the lines up to 3 belong to it"),
        (4, ["1", "A", "B"]),
    ]


def test_tab_rows_need_no_quotes():
    """A quote that opens a cell between tabs swallows no row, even if a later one closes it."""
    text = '1\t"A\tB\n2\tC\tD"\n'
    assert rows(text, TAB) == [(1, ["1", '"A', "B"]), (2, ["2", "C", 'D"'])]
    assert find_dialect(['1\t"A" b\tB\n'], "\t") == Dialect("\t", quoted=False)
    assert find_dialect(['1\t"A"\tB\n', '2\t"cut off'], "\t") == TAB


def test_row_that_never_ends_is_given_up(monkeypatch):
    """A quote that nothing closes costs its own line, not the memory for all that follows."""
    monkeypatch.setattr(parsing, "MOST_LINES", 50)
    found = rows('1,"A,B\n' + "2,C,D\n" * 200)
    assert found[0] == (1, QUOTE)
    assert found[1:] == [(number, ["2", "C", "D"]) for number in range(2, 202)]


@given(st.text('a,"\n', max_size=60))
def test_each_line_is_read_or_told(text):
    """Whatever the quotes, lines come in their order, and every row that is read has its width."""
    found = rows(text, width=2)
    assert [line for line, _ in found] == sorted(line for line, _ in found)
    assert all(isinstance(cells, str) or len(cells) == 2 for _, cells in found)
