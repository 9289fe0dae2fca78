from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.dates import date_of, year_of


@pytest.mark.parametrize(
    "value",
    [
        "2024-01-03", "2024/01/03", "2024/1/3", "2024.01.03", "20240103", "2024-01-03T10:11:12Z", "2024 Jan 3",
        "2024-Jan-03", "Jan 3, 2024", "January 3rd, 2024", "3 January 2024", "03-Jan-2024", "3. Jan. 2024",
        "Wed, 3 Jan 2024 10:11:12 GMT", [[2024, 1, 3]], [2024, 1, 3], ["2024", "1", "3"], date(2024, 1, 3),
        {"date-parts": [[2024, 1, 3]]},
    ],
)  # fmt: skip
def test_day(value):
    """One day in the forms of many sources is one date."""
    assert date_of(value) == "2024-01-03"
    assert year_of(value) == 2024


@pytest.mark.parametrize(
    "value", ["2024-01", "2024/01//", "2024 Jan-Feb", "January 2024", "JAN 2024", [[2024, 1]], "2024-01-77"]
)
def test_month(value):
    """Without a day that exists, year and month are kept."""
    assert date_of(value) == "2024-01"


@pytest.mark.parametrize(
    "value", ["2024", 2024, 2024.0, "2024 Spring", "3/1/2024", "c2024", [[2024]], "2024-13-01", [2024, None]]
)
def test_year_alone(value):
    """Where the month is unknown, or can be read in two ways, only the year counts."""
    assert (date_of(value), year_of(value)) == (None, 2024)


@pytest.mark.parametrize(
    "value", [None, True, "", "soon", "12345", 1708473600, [[None]], [], {}, float("nan"), "٢٠٢٤", b"2024"]
)
def test_no_date(value):
    """What is no date gives none, and breaks nothing."""
    assert (date_of(value), year_of(value)) == (None, None)


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_iso_dates_stay(day):
    """A date in ISO 8601 is itself."""
    assert date_of(day.isoformat()) == day.isoformat()
