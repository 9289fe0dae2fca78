"""Terms of a user's own: ``name``, ``type`` and, joined by ``|``, ``aliases``, in a TSV file with these columns.

The type is one of kg's or any other word; such a word becomes a kind of node of its own.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import LexiconError
from kg.files import why_unreadable
from kg.lexicons.lexicon import Name

_TYPE = re.compile(r"[A-Z][A-Z0-9_]{0,29}")
_SOURCE = "own terms"
#: The kind of the papers' nodes.
_TAKEN = "PAPER"


@dataclass(frozen=True, slots=True)
class Term:
    """A name of the user's, and its type in capitals."""

    type: str
    name: Name


def type_name(text: str) -> str:
    """The type that a user's word stands for, in capitals. Raises ValueError, which says what it must be, if none."""
    type = re.sub(r"[\s-]+", "_", text.strip()).upper()
    if type == _TAKEN:
        raise ValueError(f"must be another word than {_TAKEN}, which is kept for the papers themselves")
    if not _TYPE.fullmatch(type):
        raise ValueError(f"must be a word, such as METHOD or ROBOT, not {text!r}")
    return type


def read_terms(path: Path) -> list[Term]:
    """The terms of a file, in its order. Raises LexiconError, which names the line, at the first that is none."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError, csv.Error) as exc:
        raise LexiconError(f"{path}: cannot be read: {why_unreadable(exc)}") from exc
    lines = [
        (number, row)
        for number, row in enumerate(rows, start=1)
        if any(map(str.strip, row)) and not row[0].startswith("#")
    ]
    if not lines:
        raise LexiconError(f"{path}: is empty; its first line must name the columns: name <tab> type <tab> aliases")
    number, header = lines[0]
    columns = [cell.strip().lower() for cell in header]
    if missing := {"name", "type"} - set(columns):
        raise LexiconError(
            f"{path}:{number}: has no column {' and '.join(sorted(missing))}; "
            "the first line must name the columns: name <tab> type <tab> aliases"
        )
    return list(_one_of_each(path, _terms(path, columns, lines[1:])))


def _one_of_each(path: Path, terms: Iterable[tuple[int, Term]]) -> Iterator[Term]:
    """The terms. Raises LexiconError at the first that has a spelling of another."""
    stands_for: dict[str, tuple[int, Term]] = {}
    for number, term in terms:
        for form in term.name.forms:
            line, other = stands_for.setdefault(form, (number, term))
            if (other.type, other.name.name) != (term.type, term.name.name):
                raise LexiconError(
                    f"{path}:{number}: {form!r} stands for the {term.type} {term.name.name!r} here, and in line {line}"
                    f" for the {other.type} {other.name.name!r}. Keep one of the two"
                )
        yield term


def _terms(path: Path, columns: list[str], lines: list[tuple[int, list[str]]]) -> Iterator[tuple[int, Term]]:
    for number, row in lines:
        cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
        name = " ".join(cells.get("name", "").split())
        if not name:
            raise LexiconError(f"{path}:{number}: the row has no name")
        try:
            type = type_name(cells.get("type", ""))
        except ValueError as exc:
            raise LexiconError(f"{path}:{number}: the type of {name!r} {exc}") from exc
        aliases = (" ".join(alias.split()) for alias in cells.get("aliases", "").split("|"))
        yield number, Term(type, Name(name, tuple(alias for alias in aliases if alias and alias != name), _SOURCE))
