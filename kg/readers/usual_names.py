"""The fields of a paper in a JSON object that has them under usual names, whoever wrote it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kg.readers.columns import Columns, find_columns
from kg.readers.json_paths import at
from kg.readers.openalex import indexed_text

#: Keys under which an object holds the paper, in lower case.
_INNER = frozenset(
    "paper content metadata data attributes fields _source article item work entry info document".split()
)
#: Keys under which an object that stands for a text holds it, the best first.
_TEXT = "value name display_name displayname full_name fullname title raw text #text _ $ creator keyword".split()
_GIVEN = "given first firstname first_name forename given_name givenname".split()
_FAMILY = "family last lastname last_name surname family_name familyname".split()
_LISTS = frozenset(("authors", "categories", "keywords"))


def usual_fields(record: Mapping[str, Any], mapping: Mapping[str, str]) -> dict[str, Any]:
    """The fields that `paper_of` takes, found by the names of columns of tables.

    ``mapping`` (field → key, or a path of keys with dots) goes before. A record without a title whose paper is an
    object inside of it is read with that object's keys first.
    """
    inner = next((value for key, value in record.items() if key.lower() in _INNER and isinstance(value, dict)), None)
    if inner and not any(key.lower() == "title" for key in record):
        record = {**record, **inner}
    columns = _columns(tuple(record))
    found = columns.fields([_plain(value) for value in record.values()] + [None]) if columns else {}
    chosen = {field: _plain(_at(record, path)) for field, path in mapping.items()}
    return {field: value if field in _LISTS else _one(field, value) for field, value in {**found, **chosen}.items()}


@lru_cache(maxsize=256)
def _columns(keys: tuple[str, ...]) -> Columns | None:
    # The abstract that is added, and empty, lets a title be known that stands alone.
    return find_columns((*keys, "abstract"), {})


def _at(record: Mapping[str, Any], path: str) -> Any:
    if path in record:
        return record[path]
    by_name = {key.casefold(): value for key, value in record.items()}
    return by_name[path.casefold()] if path.casefold() in by_name else at(record, *path.split("."))


def _plain(value: Any, levels: int = 4) -> Any:
    """The text that an object stands for, or the list that it wraps; other values as they are.

    What lies more levels deep is left out.
    """
    if not isinstance(value, list | dict):
        return value
    if not levels:
        return None
    if isinstance(value, list):
        return [_plain(element, levels - 1) for element in value]
    lowered = {key.lower(): part for key, part in value.items()}
    listed = lowered.get("value", next(iter(lowered.values())) if len(lowered) == 1 else None)
    if isinstance(listed, list):
        return _plain(listed, levels - 1)
    name = " ".join(filter(None, (_first(lowered, _GIVEN), _first(lowered, _FAMILY))))
    return name or _first(lowered, _TEXT) or indexed_text(value) or {}


def _first(values: Mapping[str, Any], keys: list[str]) -> str | None:
    return next((value for key in keys if isinstance(value := values.get(key), str) and value), None)


def _one(field: str, value: Any) -> Any:
    """The one value of a field that a list may hold; paragraphs of an abstract are joined."""
    if not isinstance(value, list) or not all(isinstance(element, str) for element in value):
        return value
    return "\n".join(value) if field == "abstract" else next(iter(value), None)
