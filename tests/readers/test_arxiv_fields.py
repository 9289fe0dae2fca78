import pytest

from kg.readers.arxiv_fields import arxiv_authors, arxiv_date


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Lovelace, Alan Turing and Grace Hopper", ["Ada Lovelace", "Alan Turing", "Grace Hopper"]),
        ("A. Lovelace (1), A. Turing (1 and 2) ((1) Here, (2) There)", ["A. Lovelace", "A. Turing"]),
        ("Martin King, Jr., and Ada Lovelace", ["Martin King Jr.", "Ada Lovelace"]),
        ("Anderson Brandt", ["Anderson Brandt"]),
        ("", []),
    ],
)
def test_line_of_authors_is_parted(line, names):
    """Commas and the word *and* part names; what stands in parentheses and suffixes do not."""
    assert arxiv_authors(line) == names


@pytest.mark.parametrize(
    ("number", "date"),
    [("2501.12599", "2025-01"), ("0704.0001", "2007-04"), ("hep-th/9901001", "1999-01"), ("2513.1", None), ("", None)],
)
def test_id_tells_year_and_month(number, date):
    """Ids begin with the year and month of submission, old and new ones."""
    assert arxiv_date(number) == date
