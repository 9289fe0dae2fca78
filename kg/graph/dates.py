"""When a paper came out, as far as its node says."""

import re
from collections.abc import Mapping
from typing import Any

from kg.readers.arxiv_fields import arxiv_date

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?=-|$)", re.ASCII)
_LAST_YEAR = 9999


def published(paper: Mapping[str, Any]) -> str | None:
    """``YYYY-MM``, or ``YYYY`` where no month is known: of the paper's date, else of its arXiv id, else its year.

    An arXiv id begins with year and month of the first submission; it gives way to a year that says otherwise.
    """
    if match := _DATE.match(str(paper.get("date"))):
        return match[0]
    year, month = paper.get("year"), arxiv_date(str(paper.get("arxiv")))
    if month and (year is None or int(month[:4]) == year):
        return month
    return f"{year:04d}" if year is not None and 0 < year <= _LAST_YEAR else None


def within_month(paper: Mapping[str, Any]) -> str:
    """Orders papers of one month by their day, and by their arXiv numbers, which are given one after another."""
    date = str(paper.get("date") or "")
    day = date if _DATE.match(date) else ""
    return f"{day} {paper.get('arxiv') or ''}"
