import json

import pytest

from kg.readers import openalex
from kg.readers.content import Content

WORK = {
    "id": "https://openalex.org/W123",
    "doi": "https://doi.org/10.1234/Fold",
    "title": "Folding",
    "display_name": "Folding",
    "publication_year": 2024,
    "publication_date": "2024-01-02",
    "primary_location": {"landing_page_url": "https://example.org/fold", "source": {"display_name": "Folding Letters"}},
    "authorships": [
        {"author": {"display_name": "Ada Lovelace"}, "raw_author_name": "A. L."},
        {"author": {}, "raw_author_name": "Alan Turing"},
        {},
    ],
    "topics": [{"display_name": "Origami"}],
    "concepts": [{"display_name": "Paper"}],
    "keywords": [{"display_name": "policy"}],
    "cited_by_count": 9,
    "abstract_inverted_index": {"We": [0, 3], "fold.": [1], "Then": [2], "tear.": [4]},
}


def read(**changes):
    """The paper of the work with some changes."""
    (paper,) = openalex.read(Content.of_text(json.dumps({**WORK, **changes})))
    return paper


def test_work_is_read():
    """Each key has its field; the abstract is put together again."""
    paper = read()
    assert (paper.id, paper.title, paper.abstract) == ("W123", "Folding", "We fold. Then We tear.")
    assert (paper.authors, paper.date, paper.doi) == (("Ada Lovelace", "Alan Turing"), "2024-01-02", "10.1234/Fold")
    assert (paper.venue, paper.categories, paper.keywords) == ("Folding Letters", ("Origami",), ("policy",))
    assert (paper.url, paper.citations) == ("https://example.org/fold", 9)


def test_arxiv_id_is_found():
    """A work that lies at arXiv has its number as id."""
    assert read(locations=[None, {"landing_page_url": "http://arxiv.org/abs/2401.01234"}]).id == "2401.01234"
    assert read(doi="https://doi.org/10.48550/arXiv.2401.01234").id == "2401.01234"


def test_older_snapshots_are_read():
    """Venue, topics and keywords had other places."""
    paper = read(primary_location=None, host_venue={"display_name": "FL"}, topics=None, keywords=[{"keyword": "k"}])
    assert (paper.venue, paper.categories, paper.keywords) == ("FL", ("Paper",), ("k",))


@pytest.mark.parametrize("index", [None, {}, [], "text", {"a": 1, "b": None, "c": ["x", 10**20]}])
def test_index_that_is_none_costs_no_paper(index):
    """Any value is borne, and places far away take no room."""
    assert read(abstract_inverted_index=index).abstract in ("", "c")


def test_wrong_types_cost_no_paper():
    """A field that is not what it should be is left out."""
    paper = read(authorships=3, locations={"a": 1}, topics="x", concepts=None, primary_location=[], keywords=[None, 3])
    assert (paper.title, paper.authors, paper.categories) == ("Folding", (), ())


def test_works_are_known_in_every_wrapping():
    """A work, a page of results, a line of a snapshot."""
    lean = {"id": "https://openalex.org/W1", "title": "T"}
    for text in (
        json.dumps(WORK),
        json.dumps({"meta": {}, "results": [WORK]}),
        json.dumps(lean) + "\n" + json.dumps(lean),
    ):
        assert openalex.recognises(text)
    assert not openalex.recognises(json.dumps({"id": "1", "title": "T", "abstract": "A"}))
