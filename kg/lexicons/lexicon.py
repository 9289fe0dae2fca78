"""The lexicon files: what a row holds, reading and writing.

``methods.tsv``, ``benchmarks.tsv``, ``models.tsv`` and ``metrics.tsv`` have the columns of `Name`, and so has
``quantities.tsv``: what is a metric only where a sentence measures it, such as *latency* or *coverage*.
``rejected.tsv`` has the columns of `Rejected`. The header is made from the row's type.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from kg.errors import LexiconError
from kg.files import whole_file, why_unreadable
from kg.model import EntityType

#: Where the lexicons that come with kg stand.
FOLDER = Path(__file__).parent
FILES = {
    EntityType.METHOD: "methods.tsv",
    EntityType.BENCHMARK: "benchmarks.tsv",
    EntityType.MODEL: "models.tsv",
    EntityType.METRIC: "metrics.tsv",
}
QUANTITIES = "quantities.tsv"
REJECTED = "rejected.tsv"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One thing: the name to show, the other forms that match, and where the entry comes from.

    A form of one word that holds a capital matches only as it is written; any other form matches whatever
    the case. A plural *s*, hyphens and spaces need no form of their own.
    """

    name: str
    #: In the file joined by ``|``.
    aliases: tuple[str, ...]
    source: str

    @property
    def forms(self) -> tuple[str, ...]:
        """All strings that match."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, order=True)
class Rejected:
    """A string that some list of names holds and that is no entity in running text, with the reason."""

    name: str
    reason: str


def read_names(type: EntityType, folder: Path = FOLDER) -> list[Name]:
    """The names of one type, as they stand in the file. Raises LexiconError."""
    return _names(folder / FILES[type])


def read_quantities(folder: Path = FOLDER) -> list[Name]:
    """The names of quantities that are metrics only where they are measured. Raises LexiconError."""
    return _names(folder / QUANTITIES)


def read_rejected(folder: Path = FOLDER) -> list[Rejected]:
    """The rejected strings. Raises LexiconError."""
    return [Rejected(*row) for row in _rows(folder / REJECTED, columns(Rejected))]


def write_rows(path: Path, rows: Iterable[Name] | Iterable[Rejected], header: tuple[str, ...]) -> None:
    """Write a lexicon file as lint wants it: sorted, each row once, aliases sorted."""
    with whole_file(path) as stream:
        for row in (header, *sorted({_cells(row) for row in rows}, key=sort_key)):
            stream.write("\t".join(row) + "\n")


def columns(row_type: type[Name] | type[Rejected]) -> tuple[str, ...]:
    """The header of a file with such rows."""
    return tuple(field.name for field in fields(row_type))


def sort_key(cells: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Rows stand in the order of their names, case aside."""
    return cells[0].casefold(), cells


def _cells(row: Name | Rejected) -> tuple[str, ...]:
    if isinstance(row, Rejected):
        return row.name, row.reason
    aliases = sorted(set(row.aliases) - {row.name}, key=lambda alias: (alias.casefold(), alias))
    return row.name, "|".join(aliases), row.source


def _names(path: Path) -> list[Name]:
    rows = _rows(path, columns(Name))
    return [Name(name, tuple(filter(None, aliases.split("|"))), source) for name, aliases, source in rows]


def _rows(path: Path, header: tuple[str, ...]) -> list[list[str]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as exc:
        raise LexiconError(f"{path}: cannot be read: {why_unreadable(exc)}") from exc
    if tuple(lines[0].split("\t")) != header:
        raise LexiconError(f"{path}:1: the header must be {' <tab> '.join(header)}")
    rows = [line.split("\t") for line in lines[1:] if line]
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            raise LexiconError(f"{path}:{number}: {len(row)} columns where {len(header)} were expected")
    return rows
