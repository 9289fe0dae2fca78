"""Which column of a table, or key of JSON, holds which field of a paper, where a user has to say so."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from kg.errors import UnknownFormat

#: The fields of a record, as `kg.readers.record.paper_of` takes them.
FIELDS = (
    *("title", "abstract", "id", "authors", "year", "date", "url", "doi", "venue", "categories", "keywords"),
    *("citations", "code"),
)

_NEXT = re.compile(r",(?=\s*\w+\s*=)")


def read_mapping(texts: Iterable[str]) -> dict[str, str]:
    """Field → column of texts like ``title=Title,abstract=AB``; a column's name may hold commas and equals signs.

    Raises UnknownFormat.
    """
    mapping: dict[str, str] = {}
    for part in (part for text in texts for part in _NEXT.split(text)):
        field, _, column = (piece.strip() for piece in part.partition("="))
        if field not in FIELDS:
            near = get_close_matches(field, FIELDS, 1)
            meant = f" Did you mean {near[0]}?" if near else ""
            raise UnknownFormat(f"{field!r} is no field of a paper.{meant} The fields are {', '.join(FIELDS)}.")
        if not column:
            raise UnknownFormat(f"{part!r} names no column: write {field}=COLUMN.")
        if field in mapping:
            raise UnknownFormat(f"{field} has two columns, {mapping[field]!r} and {column!r}.")
        mapping[field] = column
    return mapping
