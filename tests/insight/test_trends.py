from collections import Counter

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.insight.trends import LEAST_HALF, Halves, change_z, course, halves, papers_by_date, trends
from kg.insight.usage import usages


def made(*months):
    """A graph in which each month, by its date, has so many papers, of which so many name Kite."""
    graph = nx.MultiDiGraph()
    graph.add_node("method:kite", kind="METHOD", label="Kite")
    for date, papers, named in months:
        for number in range(papers):
            paper = f"paper:{date} {number}"
            graph.add_node(paper, kind="PAPER", **({"date": f"{date}-01"} if "-" in date else {"year": int(date)}))
            if number < named:
                graph.add_edge(paper, "method:kite", key="USES", role="USES")
    return graph


def told(graph):
    """The trends of a graph by name, with the papers of each half."""
    papers = papers_by_date(graph)
    return [(one.usage.label, one.older, one.newer, one.z > 0) for one in trends(usages(graph), papers, halves(papers))]


def test_entity_that_more_of_the_newer_papers_name_rises():
    """And one that fewer name falls."""
    assert told(made(("2023-01", 30, 2), ("2024-01", 30, 15))) == [("Kite", 2, 15, True)]
    assert told(made(("2023-01", 30, 15), ("2024-01", 30, 2))) == [("Kite", 15, 2, False)]


@pytest.mark.parametrize(("older", "newer"), [(10, 11), (0, 4), (5, 0)])
def test_small_changes_are_not_told(older, newer):
    """What chance does often, and what few papers name, is no trend."""
    assert told(made(("2023-01", 30, older), ("2024-01", 30, newer))) == []


def test_few_dated_papers_say_nothing():
    """A half too small, all papers of one month, and no date at all."""
    assert halves(Counter({"2023-01": LEAST_HALF, "2024-01": LEAST_HALF})) == Halves("2024-01", LEAST_HALF, LEAST_HALF)
    for papers in ({"2023-01": LEAST_HALF, "2024-01": LEAST_HALF - 1}, {"2023-01": 900}, {}):
        assert halves(Counter(papers)) is None


def test_years_are_counted_where_months_are_mostly_unknown():
    """A paper of which only the year is known is on neither side of a month in it."""
    assert papers_by_date(made(("2023", 3, 0), ("2024-05", 2, 0))) == {"2023": 3, "2024": 2}
    assert papers_by_date(made(("2023", 2, 0), ("2024-05", 2, 0))) == {"2024-05": 2}
    assert told(made(("2023", 30, 2), ("2024-01", 20, 12), ("2024-02", 9, 3))) == [("Kite", 2, 15, True)]


@given(st.dictionaries(st.sampled_from([f"20{year}" for year in range(10, 30)]), st.integers(1, 60)))
def test_halves_are_as_even_as_dates_allow(papers):
    """No other date parts the papers better."""
    papers = Counter(papers)
    parted = halves(papers)
    smaller = [
        min(sum(n for date, n in papers.items() if date < since), sum(n for date, n in papers.items() if date >= since))
        for since in papers
    ]
    if parted is None:
        assert max(smaller, default=0) < LEAST_HALF
    else:
        assert min(parted.older, parted.newer) == max(smaller)
        assert parted.older + parted.newer == papers.total()


@given(st.integers(0, 50), st.integers(0, 50), st.integers(50, 99), st.integers(50, 99))
def test_change_has_a_sign_and_a_mirror(newer, older, of_newer, of_older):
    """It is above 0 where the newer share is larger, and the other way round it is as far below."""
    z = change_z(newer, of_newer, older, of_older)
    assert (z > 0) == (newer * of_older > older * of_newer)
    assert z == pytest.approx(-change_z(older, of_older, newer, of_newer))


def test_change_is_that_of_the_textbook():
    """30 of 100 against 15 of 100: chi squared is 6.45."""
    assert change_z(30, 100, 15, 100) ** 2 == pytest.approx(6.45, abs=0.005)


def test_course_tells_the_share_in_each_span():
    """Spans have about as many papers each, in the order of time."""
    graph = made(("2023-01", 10, 1), ("2023-05", 5, 5), ("2024-01", 5, 0), ("2024-02", 10, 10))
    (usage,) = usages(graph)
    assert course(usage, papers_by_date(graph), 3) == [0.1, 0.5, 1.0]
    assert course(usage, papers_by_date(graph), 1) == [16 / 30]
