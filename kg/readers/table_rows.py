"""The rows of a table in a text: CSV in any of its dialects, read by Python's `csv` in strict mode.

A quote that is never closed would swallow the rows behind it and give a title the abstract of another. Strict mode
notices it at the next cell that begins with a quote, and an odd number of quotes in a row gives away the rest. Such a
row is broken, and reading goes on with its second line.
"""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

#: Parts cells, the likeliest first where two do equally well.
DELIMITERS = ("\t", ",", ";", "|")
#: The longest row, in characters and in lines.
LONGEST = 16_000_000
MOST_LINES = 20_000

_QUOTE = "a broken row: a quote that does not end its cell"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written."""

    delimiter: str
    #: Whether a cell that begins with a quote goes on to the next quote.
    quoted: bool = True

    def parse(self, lines: Iterable[str], strict: bool = False) -> Iterator[list[str]]:
        """The rows of these lines. Raises csv.Error where ``strict`` and a quote does not end its cell."""
        # The limit is that of the whole process; its default is too short for a full text beside an abstract.
        csv.field_size_limit(LONGEST)
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            strict=strict,
        )

    def cells(self, line: str, strict: bool = False) -> list[str]:
        """The cells of a line that is a row of its own. Raises csv.Error as `parse`."""
        return next(self.parse([line], strict), [])


def find_dialect(lines: Iterable[str], delimiter: str) -> Dialect:
    """The dialect of a table that begins with these lines: between tabs, quotes often stand for themselves."""
    quoted = Dialect(delimiter)
    if delimiter != "\t":
        return quoted
    # The beginning may end within a cell; only before its end an open quote means something.
    rest = chain(lines, ["\n"])
    try:
        for _ in quoted.parse(rest, strict=True):
            pass
    except csv.Error:
        return quoted if next(rest, None) is None else replace(quoted, quoted=False)
    return quoted


@dataclass(frozen=True, slots=True)
class Row:
    """One row, or the reason why none can be read here."""

    #: Number of its first line.
    line: int
    cells: list[str]
    broken: str | None = None


def table_rows(lines: Iterable[str], dialect: Dialect, width: int, begin: int = 1) -> Iterator[Row]:
    """The rows of ``width`` cells; any other is broken, unless it is empty. The first line has the number ``begin``.

    What follows a quote that does not end its cell belongs to its row, up to the next row that is whole.
    """
    lost: Row | None = None
    for row in _rows(_Lines(lines, begin), dialect, width):
        if lost and row.broken:
            lost = replace(lost, broken=f"{_QUOTE}; the lines up to {row.line} belong to it")
        elif row.broken == _QUOTE:
            lost = row
        else:
            if lost:
                yield lost
            lost = None
            yield row
    if lost:
        yield lost


def _rows(source: "_Lines", dialect: Dialect, width: int) -> Iterator[Row]:
    going_on = True
    while going_on:
        # A parser that was interrupted within a row cannot be used again.
        parser = dialect.parse(source, strict=True)
        going_on = False
        try:
            for cells in parser:
                if _is_one_row(source.taken, dialect, width):
                    row = _fitted(Row(source.begin, cells), width)
                    source.keep(len(source.taken))
                else:
                    row, going_on = _first_line(source, dialect, width), True
                if row.broken or any(map(str.strip, row.cells)):
                    yield row
                if going_on:
                    break
        except csv.Error:
            yield _first_line(source, dialect, width)
            going_on = True


def _is_one_row(lines: list[str], dialect: Dialect, width: int) -> bool:
    """Whether the lines hold no sign that a stray quote has put them together."""
    if not dialect.quoted:
        return True
    if sum(line.count('"') for line in lines) % 2:
        return False
    # Between tabs, a first line that is a whole row is one.
    return dialect.delimiter != "\t" or len(lines) == 1 or len(lines[0].split("\t")) != width


def _first_line(source: "_Lines", dialect: Dialect, width: int) -> Row:
    """The first of the lines taken as a row of its own; the others are to be read again."""
    begin, line = source.begin, source.taken[0]
    source.keep(1)
    as_they_are = replace(dialect, quoted=False)
    if dialect.delimiter == "\t" and not (row := _fitted(Row(begin, as_they_are.cells(line)), width)).broken:
        return row
    if line.count('"') % 2:
        return Row(begin, [], _QUOTE)
    # Someone did not double the quotes within a cell: those that stand at neither end of one.
    apart = re.escape(dialect.delimiter)
    doubled = re.sub(rf'(?<=[^"{apart}])"(?=[^"{apart}\r\n])', '""', line)
    try:
        row = _fitted(Row(begin, dialect.cells(doubled, strict=True)), width)
    except csv.Error:
        return Row(begin, [], _QUOTE)
    return Row(begin, [], _QUOTE) if row.broken else row


def _fitted(row: Row, width: int) -> Row:
    """The row without empty cells beyond the width; broken where that does not make it fit."""
    beyond = any(cell.strip() for cell in row.cells[width:])
    if not beyond and len(row.cells) >= width:
        return row if len(row.cells) == width else Row(row.line, row.cells[:width])
    if not any(cell.strip() for cell in row.cells):
        return replace(row, cells=[])
    return Row(row.line, [], f"a broken row: {len(row.cells)} cells where {width} belong")


class _Lines:
    """Lines that can be read again from where the last row ended."""

    def __init__(self, lines: Iterable[str], begin: int) -> None:
        self._lines, self._again = iter(lines), deque[str]()
        #: Those of the row that is being read, and the number of the first.
        self.taken: list[str] = []
        self.begin = begin
        self._length = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        self._length += len(line)
        if len(self.taken) > MOST_LINES or (self._length > LONGEST and len(self.taken) > 1):
            raise csv.Error("the row does not end")
        return line

    def keep(self, count: int) -> None:
        """Be done with so many of the lines taken; the others are to come again."""
        self._again.extendleft(reversed(self.taken[count:]))
        self.begin += count
        self.taken, self._length = [], 0
