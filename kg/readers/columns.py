"""Which column of a table holds what: the names that search services, reference managers and people give them.

The names stand in ``columns.tsv``: the field, a column's name, and who names it so. Of several columns for one field
the first in the file counts that is not empty. Case, spaces and marks in a name do not matter.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.names import one_line
from kg.readers.identifiers import arxiv_id_in

#: The table of names.
FILE = Path(__file__).with_name("columns.tsv")

#: A longer text is no column's name, in characters.
LONGEST_NAME = 100
#: A longer text is no list of names, in characters.
LONGEST_LIST = 20_000

_MARKS = re.compile(r"[\W_]+")
_SCOPUS_ID = re.compile(r" ?\(\d+\)")
#: Where a name ends and another begins: not within McRoe, MacRoe, DeRoe, LeRoe.
_TOUCHING = re.compile(r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?<!\b[DL][aei])(?=[A-Z])")
_AND = re.compile(r",? (?:and|&) ")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields of a paper stand in the rows of a table."""

    header: tuple[str, ...]
    #: Field → places in a row, counted from 0, the best first.
    places: Mapping[str, Sequence[int]]
    #: Springer puts nothing between names.
    names_touch: bool

    def name(self, row: Sequence[str]) -> bool:
        """Whether a row is the header once more, as where tables were put together."""
        return names_in(row[:1]) == self.header[:1] and names_in(row) == self.header

    def fields(self, row: Sequence[Any]) -> dict[str, Any]:
        """The fields of a row, as `paper_of` takes them."""
        found = {field: _first(row, places) for field, places in self.places.items()}
        return {
            **found,
            "id": _id(found),
            "authors": _names(found.get("authors"), self.names_touch),
            "categories": _categories(found.get("categories")),
            "keywords": _listed(found.get("keywords")),
        }


def find_columns(header: Iterable[str], mapping: Mapping[str, str]) -> Columns | None:
    """The columns of a header: those of ``mapping`` (field → column), and the known ones for all other fields.

    None if one of ``mapping`` is not there, if no column holds titles, or if none but that is known.
    """
    names = names_in(header)
    keys = [_key(name) for name in names]
    places: dict[str, list[int]] = {}
    for _, field, place in sorted((*_known()[key], place) for place, key in enumerate(keys) if key in _known()):
        places.setdefault(field, []).append(place)
    for field, column in mapping.items():
        if _key(column) not in keys:
            return None
        places[field] = [names.index(column) if column in names else keys.index(_key(column))]
    # A line of a text can hold one word by chance.
    enough = "title" in places and (len(places) > 1 or mapping)
    return Columns(names, places, names_touch="itemtitle" in keys) if enough else None


def missing_columns(header: Iterable[str], mapping: Mapping[str, str]) -> str:
    """Why `find_columns` finds nothing in a header, and what to do."""
    names = names_in(header)
    keys = [_key(name) for name in names]
    missing = [column for column in mapping.values() if _key(column) not in keys]
    what = f"no column {missing[0]!r}" if missing else "no column is known to hold titles"
    return f"{what}. The columns are {', '.join(filter(None, names))}; say --map title=COLUMN,abstract=COLUMN"


def names_in(header: Iterable[str]) -> tuple[str, ...]:
    """The names of columns that a row holds, without empty ones at its end."""
    names = [name.strip('\ufeff \t\n"') for name in header]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


@cache
def _known() -> dict[str, tuple[int, str]]:
    """Key of a column's name → its rank, that is its place in the file, and its field."""
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return {_key(column): (rank, field) for rank, (field, column, _) in reversed(list(enumerate(rows)))}


def _key(name: str) -> str:
    if len(name) > LONGEST_NAME:
        return name
    return _MARKS.sub("", name.casefold())


def _first(row: Sequence[Any], places: Sequence[int]) -> Any:
    for place in places:
        value = row[place]
        if value is not None and str(value).strip():
            return value
    return None


def _id(found: Mapping[str, Any]) -> str:
    arxiv, pmid = found.get("arxiv"), found.get("pmid")
    texts = [f"arXiv:{arxiv}" if arxiv else None, *(found.get(field) for field in ("doi", "url", "notes"))]
    number = arxiv_id_in(*(text for text in texts if isinstance(text, str)))
    return number or str(found.get("id") or "") or (f"pmid:{pmid}" if pmid else "")


def _names(value: Any, touching: bool) -> Any:
    """Names in the forms in which tables list them: by ``;``, ``|``, ``and``, commas, or as a list in brackets."""
    listed = _listed(value)
    if not isinstance(listed, str):
        return listed
    line = one_line(listed)
    text = _SCOPUS_ID.sub("", _TOUCHING.sub(";", line) if touching else line)
    for mark in (";", "|"):
        if mark in text:
            return text.split(mark)
    parts = [part.strip() for piece in _AND.split(text) for part in _by_comma(piece)]
    return [part for part in parts if part]


def _by_comma(text: str) -> list[str]:
    """``A. One, B. Two`` are two names, ``Two, B.`` is one."""
    parts = [part.strip() for part in text.split(",")]
    return parts if all(" " in part for part in parts if part) else [text]


def _categories(value: Any) -> Any:
    listed = _listed(value)
    return re.split("[;|]", listed) if isinstance(listed, str) and re.search("[;|]", listed) else listed


def _listed(value: Any) -> Any:
    """The items of a list that was written as text, in JSON or in Python's way; any other value as it is."""
    if not isinstance(value, str) or not (value.startswith("[") and value.endswith("]")) or len(value) > LONGEST_LIST:
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        items = re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", value)
        return [one or other for one, other in items] or value
