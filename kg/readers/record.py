"""One record of any source → a paper, or the reason why it is none. Every reader ends here."""

import math
import re
from collections.abc import Mapping
from typing import Any

from kg.model import Paper, Place, Skipped
from kg.names import one_line

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_DATE = re.compile(r"(\d{4})(-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)")


def paper_of(fields: Mapping[str, Any], place: Place) -> Paper | Skipped:
    """Make a paper of a record's fields: ``title``, ``abstract`` and those of `Paper` that are there.

    The id stays empty where the record has none (`fold_papers` gives it one). An optional field of a type
    that it cannot have is left out; a title or an abstract of a wrong type makes the record Skipped.
    """
    for name in ("title", "abstract"):
        value = fields.get(name)
        if value is not None and not isinstance(value, str):
            return Skipped(place, f"its {name} is not a text but {type(value).__name__}")
    title, abstract = _text(fields.get("title")), _text(fields.get("abstract"))
    if not title.strip():
        return Skipped(place, "no title")
    date = _date(fields.get("date"))
    return Paper(
        id=_label(fields.get("id")),
        title=title,
        abstract=abstract,
        authors=_labels(fields.get("authors"), apart=r"\s*;\s*"),
        year=_year(fields.get("year")) or _year(date and date[:4]),
        date=date,
        url=_label(fields.get("url")) or None,
        doi=_label(fields.get("doi")) or None,
        categories=_labels(fields.get("categories"), apart=r"[\s;,]+"),
        venue=_label(fields.get("venue")) or None,
        keywords=_labels(fields.get("keywords"), apart=r"\s*;\s*"),
        citations=_count(fields.get("citations")),
        code=_label(fields.get("code")) or None,
        place=place,
    )


def not_utf8(text: str) -> bool:
    """Whether the text holds bytes that are not UTF-8, as `Source.open` marks them."""
    return _ESCAPED_BYTE.search(text) is not None


def _text(value: Any) -> str:
    # One character for one, so that offsets count as in the source; no file can hold a lone surrogate.
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else ""


def _label(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return one_line(_text(value))


def _labels(value: Any, apart: str) -> tuple[str, ...]:
    parts = re.split(apart, value) if isinstance(value, str) else value if isinstance(value, list) else []
    names = (_label(part.get("name") if isinstance(part, dict) else part) for part in parts)
    return tuple(name for name in names if name)


def _year(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    match = re.fullmatch(r"(\d{4})(?:\.0)?", str(value).strip(), re.ASCII)
    return int(match[1]) if match else None


def _count(value: Any) -> int | None:
    match = (
        re.fullmatch(r"(\d{1,9})(?:\.0)?", str(value).strip(), re.ASCII) if type(value) in (int, float, str) else None
    )
    return int(match[1]) if match else None


def _date(value: Any) -> str | None:
    match = _DATE.match(value.strip()) if isinstance(value, str) else None
    return match[0] if match and match[2] else None
