"""JSON Lines: one paper a line, an object with ``title`` and ``abstract``.

Optional keys: ``id``, ``authors`` (a list of names, or one text parted by ``;``), ``year``, ``date``
(``YYYY-MM-DD``), ``url``, ``doi``, ``categories``, ``venue``, ``keywords``, ``citations``, ``code``; other usual names
do as well, see `kg.readers.usual_names`. Further keys are passed over. A line that is no such object is skipped with
its number and its neighbours are read. Specification: https://jsonlines.org
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.encoding import LONGEST_LINE
from kg.readers.json_records import first_records, inside
from kg.readers.json_values import parsed
from kg.readers.record import paper_of
from kg.readers.usual_names import usual_fields

NAME = "jsonl"
DESCRIPTION = (
    "JSON Lines: an object a line with `title` and `abstract`, and optionally `id`, `authors`, `year`, `date`, `url`, "
    "`doi`, `categories`, `venue`, `keywords`, `citations`, `code`"
)

#: So many lines are looked at to find the format.
_SAMPLE = 20


def recognises(head: str) -> bool:
    """Whether the first line that holds anything is an object that wraps no others, or another line is a paper.

    An object of which nothing at all can be read, not even over several lines, is taken for a broken line.
    """
    lines = [line.strip() for line in head.split("\n") if line.strip()][:_SAMPLE]
    if not lines or lines[0].startswith("["):
        return False
    first, *others = (_parse(line) if line.startswith("{") else "" for line in lines)
    if isinstance(first, dict) and first:
        return next(inside(first), None) is first
    if any(isinstance(record, dict) and "title" in record for record in others):
        return True
    return re.match(r"\{\s*[\w\"']", lines[0]) is not None and not first_records(head)


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each line that is not blank."""
    for number, line in enumerate(content.lines(), start=1):
        if line.strip():
            record, place = _parse(line), Place(content.name, line=number)
            if isinstance(record, str):
                yield Skipped(place, record)
            else:
                yield paper_of(usual_fields(record, content.mapping), place)


def _parse(line: str) -> dict[str, Any] | str:
    """The line's object, or the reason why it has none."""
    if len(line) > LONGEST_LINE:
        return f"a line of more than {LONGEST_LINE // 1_000_000} million characters"
    try:
        record = parsed(line)
    except json.JSONDecodeError as exc:
        return f"not JSON: {exc.msg} at column {exc.colno}"
    except (ValueError, RecursionError) as exc:
        return f"not usable JSON: {exc}"
    return record if isinstance(record, dict) else "not a JSON object with a title and an abstract"
