import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import papers, titles

from kg.model import Paper
from kg.readers import fold_papers
from kg.readers.record import clean_paper


def test_one_title_is_one_paper():
    """Case, spaces and marks in the title do not make two papers, and fields complete one another."""
    (paper,) = fold_papers(
        [Paper("", "Deep RL", "short"), Paper("", "deep  rl.", "the longer one", year=2024, venue="ICML")]
    )
    assert (paper.abstract, paper.year, paper.venue) == ("the longer one", 2024, "ICML")


def test_texts_keep_their_way_back():
    """The title and the abstract that are taken come with what they were as read."""
    one, other = clean_paper("", "{Deep} RL", "short"), clean_paper("", "deep rl", r"the \emph{longer} one")
    (paper,) = fold_papers([other, one])
    assert paper.text_as_read("abstract") == r"the \emph{longer} one"
    assert paper.text_as_read("title") == ("{Deep} RL" if paper.title == "Deep RL" else "deep rl")


def test_different_ids_are_different_papers():
    """Papers of one title stay two if their ids, DOIs or first authors say so."""
    for field, one, other in [("id", "1", "2"), ("doi", "10.1000/x", "10.1000/y"), ("authors", ("A B",), ("C D",))]:
        both = [Paper(**{"id": "", "title": "Editorial", "abstract": "A", field: value}) for value in (one, other)]
        assert len(fold_papers(both)) == 2


def test_record_without_an_id_joins_the_one_with():
    """An id is kept when a listing without ids names the paper again."""
    (paper,) = fold_papers([Paper("", "Deep RL", "A"), Paper("2501.1", "Deep RL", "A")])
    assert paper.id == "2501.1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Paper("2501.12599v1", "First title", "A"), Paper("2501.12599v3", "Better title", "A b")),
        (Paper("arXiv:2501.12599", "T", "A"), Paper("x7", "T!", "A b", url="https://arxiv.org/abs/2501.12599v2")),
        (Paper("hep-th/9901001v2", "T", "A"), Paper("", "U", "A b", doi="10.48550/arXiv.hep-th/9901001")),
        (Paper("a", "T", "A", doi="10.1000/X.1"), Paper("b", "U", "A b", doi="https://doi.org/10.1000/x.1")),
        (Paper("W1", "T", "A", ("Ada Lovelace",)), Paper("S2", "t", "A b", ("Lovelace, A.",))),
    ],
)
def test_one_number_is_one_paper(one, other):
    """One arXiv id whatever its version, one DOI whatever its form, or one title and first author are one paper."""
    (paper,) = fold_papers([one, other])
    assert paper.abstract == "A b"


def test_version_is_cut_from_an_id_only_where_versions_meet():
    """A paper read once keeps the id that its source gives; two versions of it share the id without one."""
    one, other = Paper("2501.12599v1", "T", "A"), Paper("2501.12599v2", "T", "A")
    assert [paper.id for paper in fold_papers([one])] == ["2501.12599v1"]
    assert [paper.id for paper in fold_papers([one, other])] == ["2501.12599"]


def test_publisher_doi_does_not_contradict_arxiv():
    """A preprint and its journal version of one title are one, and the journal's DOI is kept."""
    preprint = Paper("2501.12599", "T", "A", ("Ada Lovelace",), doi="10.48550/arXiv.2501.12599")
    (paper,) = fold_papers([preprint, Paper("", "T", "A", ("Ada Lovelace",), doi="10.1000/x", venue="J")])
    assert (paper.id, paper.doi, paper.venue) == ("2501.12599", "10.1000/x", "J")


def test_two_editorials_are_two_papers():
    """One title without an author is one paper only if the abstracts are much the same."""
    one = "We open this issue with eight papers on walking robots and what they learn from falling."
    other = "The readers of a journal deserve to know how reviewers are chosen, so here is what the editors do."
    records = [Paper("", "Editorial", one), Paper("", "Editorial", other), Paper("", "Editorial", f"{one} Enjoy.")]
    assert {paper.abstract for paper in fold_papers(records)} == {other, f"{one} Enjoy."}


@pytest.mark.parametrize(
    ("paper", "date", "year"),
    [
        (Paper("2501.12599v2", "T", "a"), "2025-01", 2025),
        (Paper("x", "T", "a", url="https://arxiv.org/abs/cs/9901001"), "1999-01", 1999),
        (Paper("2501.12599", "T", "a", year=2026), None, 2026),
        (Paper("2501.12599", "T", "a", date="2024-12-31", year=2024), "2024-12-31", 2024),
        (Paper("x", "T", "a"), None, None),
    ],
)
def test_paper_without_a_date_is_of_its_arxiv_month(paper, date, year):
    """The arXiv id tells year and month where the record tells neither."""
    (folded,) = fold_papers([paper])
    assert (folded.date, folded.year) == (date, year)


def test_id_is_made_of_the_title():
    """A paper without an id has a readable one."""
    (paper,) = fold_papers([Paper("", "TÜLU 3: Pushing Frontiers!", "A")])
    assert paper.id == "tülu-3-pushing-frontiers"


def test_long_title_makes_a_short_id():
    """Ids of long titles are cut and stay different."""
    one, other = fold_papers([Paper("", "word " * 60 + end, "A") for end in ("one", "two")])
    assert one.id != other.id
    assert max(len(one.id), len(other.id)) < 100


def test_id_claimed_twice_is_told_apart():
    """Two different papers under one id are both kept."""
    assert [paper.id for paper in fold_papers([Paper("1", "B", "b"), Paper("1", "A", "a")])] == ["1", "1~2"]


@given(st.lists(papers, max_size=8), st.randoms())
def test_order_of_input_changes_nothing(records, random):
    """Folding gives the same papers, whatever the order."""
    shuffled = random.sample(records, len(records))
    assert fold_papers(records) == fold_papers(shuffled)


@given(st.lists(papers, max_size=8))
def test_folding_twice_is_folding_once(records):
    """What was folded has nothing more to fold."""
    once = fold_papers(records)
    assert fold_papers(once) == once


@given(st.lists(papers, max_size=8))
def test_ids_are_there_and_unique(records):
    """Every paper has an id of its own."""
    ids = [paper.id for paper in fold_papers(records)]
    assert all(ids)
    assert len(set(ids)) == len(ids)


@given(titles)
def test_id_depends_on_nothing_but_the_paper(title):
    """A paper has the same id alone and among others."""
    paper, other = Paper("", title, "A"), Paper("", title + " and more", "B")
    assert fold_papers([paper])[0] in fold_papers([other, paper])
