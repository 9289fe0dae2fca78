"""Tables in text: CSV and its kin, whatever parts the cells, wherever the header stands, whoever names the columns.

The header is the line among the first with the most known columns (see `kg.readers.columns`); what stands above it,
such as ``sep=;`` or the words of a search, is passed over. A row with more or fewer cells than the header is broken.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kg.errors import UnknownFormat
from kg.model import Paper, Place, Skipped
from kg.readers.columns import LONGEST_NAME, Columns, find_columns, missing_columns
from kg.readers.content import Content
from kg.readers.record import paper_of
from kg.readers.table_rows import DELIMITERS, Dialect, find_dialect, table_rows

NAME = "csv"
DESCRIPTION = (
    "CSV, TSV and other tables: Zotero, Scopus, Web of Science, IEEE Xplore, ACM, Springer, PubMed, Dimensions, Lens "
    "or your own; `--map title=Name,abstract=Text` says which column is what where kg does not know"
)

#: The header is one of so many rows.
FIRST_ROWS = 30
#: One of so many rows behind it is like it.
ROWS_TO_FIT = 5
#: A row as long as this may be longer than what is looked at, in characters.
LONG_ROW = 16_000


@dataclass(frozen=True, slots=True)
class _Table:
    dialect: Dialect
    columns: Columns
    #: Number of the line behind the header.
    begin: int


def recognises(head: str) -> bool:
    """Whether one of the first rows names a column of titles and another that is known."""
    return _known_table(head) is not None


def has_cells(head: str) -> bool:
    """Whether the first line is parted as in a table, whatever its columns are named."""
    first = next((line for line in _lines(head) if line.strip()), "")
    return "\0" not in head and any(len(Dialect(delimiter).cells(first)) > 1 for delimiter in DELIMITERS)


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each row, a Skipped for each broken one. Raises UnknownFormat where no titles are found."""
    table = _find_table(content.head, content.mapping) if content.mapping else _known_table(content.head)
    if not table:
        raise UnknownFormat(missing_columns(_likely_header(content.head), content.mapping))
    width = len(table.columns.header)
    lines = islice(content.lines(), table.begin - 1, None)
    for row in table_rows(lines, table.dialect, width, table.begin):
        place = Place(content.name, line=row.line)
        if row.broken:
            yield Skipped(place, row.broken)
        elif not table.columns.name(row.cells):
            yield paper_of(table.columns.fields(row.cells), place)


@lru_cache(maxsize=1)
def _known_table(head: str) -> _Table | None:
    """The table whose columns kg knows; what is recognised is read right after, and looked for once."""
    return _find_table(head, {})


def _find_table(head: str, mapping: Mapping[str, str]) -> _Table | None:
    tables = (table for delimiter in DELIMITERS for table in _tables(head, delimiter, mapping))
    return max(tables, key=lambda table: len(table.columns.places), default=None)


def _tables(head: str, delimiter: str, mapping: Mapping[str, str]) -> Iterator[_Table]:
    """What the text is if its cells are parted so, for each line that may be the header."""
    lines = _lines(head)
    for number, line in enumerate(lines[:FIRST_ROWS], start=1):
        # One column alone is a table where the user says what it holds.
        if (delimiter in line or mapping) and (columns := find_columns(Dialect(delimiter).cells(line), mapping)):
            rest = lines[number:]
            table = _Table(find_dialect(rest, delimiter), columns, number + 1)
            if mapping or _fits(table, rest, first=not "".join(lines[: number - 1]).strip()):
                yield table


def _fits(table: _Table, rest: list[str], first: bool) -> bool:
    """Whether a row of the header's width follows it; where none does, whether it looks like one by itself.

    None follows where the head of a source ends within the first row, which holds a full text.
    """
    columns = table.columns
    if max(map(len, columns.header)) > LONGEST_NAME:
        return False
    rows = list(islice(table_rows(rest, table.dialect, len(columns.header)), ROWS_TO_FIT))
    is_cut = len(rows) == 1 and sum(map(len, rest)) > LONG_ROW
    return any(not row.broken for row in rows) or (first and (not rows or is_cut or len(columns.places) > 2))


def _likely_header(head: str) -> list[str]:
    rows = [Dialect(delimiter).cells(line) for line in _lines(head)[:FIRST_ROWS] for delimiter in DELIMITERS]
    return max(rows, key=len, default=[])


def _lines(head: str) -> list[str]:
    return list(io.StringIO(head, newline=None))
