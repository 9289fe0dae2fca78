"""JSON Lines: one paper a line, an object with ``title`` and ``abstract``.

Optional keys: ``id``, ``authors`` (a list of names, or one text parted by ``;``), ``year``, ``date``
(``YYYY-MM-DD``), ``url``, ``doi``, ``categories``, ``venue``. Other keys are passed over. A line that is no
such object is skipped with its number and its neighbours are read. Specification: https://jsonlines.org
"""

import json
from collections.abc import Iterator
from typing import Any

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.record import not_utf8, paper_of

NAME = "jsonl"
DESCRIPTION = (
    "JSON Lines: an object a line with `title` and `abstract`, and optionally `id`, `authors`, `year`, `date`, `url`, "
    "`doi`, `categories`, `venue`"
)


def recognises(head: str) -> bool:
    """Whether the first line that holds anything begins an object and goes on, or any line holds a paper."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    if lines and lines[0].startswith("{") and len(lines[0]) > 1:
        return True
    records = (_parse(line) for line in lines if line.startswith("{"))
    return any(isinstance(record, dict) and "title" in record for record in records)


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each line that is not blank."""
    for number, line in enumerate(content.lines(), start=1):
        if line.strip():
            record, place = _parse(line), Place(content.name, line=number)
            if isinstance(record, str):
                yield Skipped(place, record)
            else:
                yield paper_of(record, place)


def _parse(line: str) -> dict[str, Any] | str:
    """The line's object, or the reason why it has none."""
    if not_utf8(line):
        return "not UTF-8 text; save the file as UTF-8"
    try:
        record = json.loads(line)
    except json.JSONDecodeError as exc:
        return f"not JSON: {exc.msg} at column {exc.colno}"
    except (ValueError, RecursionError) as exc:
        return f"not usable JSON: {exc}"
    return record if isinstance(record, dict) else "not a JSON object with a title and an abstract"
