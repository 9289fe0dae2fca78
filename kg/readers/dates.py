"""Dates as sources write them → ISO 8601."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
#: 2024-01-03, 2024/1/3, 2024.01.03 with whatever follows (a time, a slash); 20240103.
_NUMBERS = re.compile(rf"{_YEAR}(?:[-/.](?P<month>\d{{1,2}})(?!\d)(?:[-/.]{_DAY})?)?")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_WORDS = (
    #: 2024 Jan 3, 2024-Jan-03, 2024 Jan-Feb
    re.compile(rf"{_YEAR}[\s/-]+{_MONTH}(?:[\s/-]+{_DAY})?", re.IGNORECASE),
    #: Jan 3, 2024; January 2024
    re.compile(rf"{_MONTH}[\s/-]*(?:{_DAY})?[\s,/-]+{_YEAR}", re.IGNORECASE),
    #: Wed, 3 January 2024; 03-Jan-2024
    re.compile(rf"(?:[a-z]{{2,9}}\.?,?\s+)?{_DAY}[\s./-]+(?:of\s+)?{_MONTH}[\s,/-]+{_YEAR}", re.IGNORECASE),
)
_ANY_YEAR = re.compile(rf"(?<!\d){_YEAR}")
_LONGEST = 100


def date_of(value: Any) -> str | None:
    """``YYYY-MM-DD``, or ``YYYY-MM`` where no day is given; None without a month.

    Takes texts, a date, and the lists of numbers of CSL and Crossref: ``[[2024, 1, 3]]``. Of what two countries read
    in two ways (*3/1/2024*) only the year is taken.
    """
    year, month, day = _parts(value)
    if not year or not month:
        return None
    try:
        return date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return f"{year}-{month:02}" if 1 <= month <= 12 else None


def year_of(value: Any) -> int | None:
    """The year of a date or of a number."""
    return _parts(value)[0]


def _parts(value: Any) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as far as they are given."""
    if isinstance(value, dict):
        value = value.get("date-parts") or value.get("raw") or value.get("literal")
    while isinstance(value, list | tuple) and value and isinstance(value[0], list | tuple):
        value = value[0]
    if isinstance(value, list | tuple):
        value = "-".join(str(part) for part in value[:3] if part is not None)
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None, None, None
    return _read(str(value).strip()[:_LONGEST])


@lru_cache(maxsize=1 << 12)
def _read(text: str) -> tuple[int | None, int | None, int | None]:
    found = next(filter(None, (form.match(text) for form in (_COMPACT, *_WORDS, _NUMBERS))), None)
    if found is None:
        year = _ANY_YEAR.search(text)
        return (int(year["year"]) if year else None), None, None
    month = found["month"]
    number = _MONTHS.index(month[:3].lower()) + 1 if month and month[0].isalpha() else int(month or 0)
    return int(found["year"]), number or None, int(found["day"] or 0) or None
