import pytest

from kg.graph.dates import published


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ({}, None),
        ({"date": "2024-03-05"}, "2024-03"),
        ({"date": "2024-03-05", "arxiv": "2301.00001", "year": 2025}, "2024-03"),
        ({"arxiv": "2301.00001"}, "2023-01"),
        ({"arxiv": "2301.00001", "year": 2023}, "2023-01"),
        ({"arxiv": "2301.00001", "year": 2024}, "2024"),
        ({"arxiv": "hep-th/9901001"}, "1999-01"),
        ({"arxiv": "math.GT/0309136"}, "2003-09"),
        ({"arxiv": "2313.00001"}, None),
        ({"arxiv": "nonsense"}, None),
        ({"year": 987}, "0987"),
        ({"year": 0}, None),
        ({"year": 10_000}, None),
        ({"date": "March 2024", "year": 2024}, "2024"),
        ({"date": "2024-13-01"}, None),
        ({"date": None, "year": None, "arxiv": None}, None),
    ],
)
def test_month_is_told_by_date_or_arxiv_id_and_else_the_year(paper, expected):
    """The date comes first; an arXiv id tells the month where no year speaks against it."""
    assert published(paper) == expected
