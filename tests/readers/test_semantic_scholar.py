import json

import pytest

from kg.readers import semantic_scholar
from kg.readers.content import Content

GRAPH = {
    "paperId": "abc",
    "externalIds": {"ArXiv": "2401.01234", "DOI": "10.1234/fold", "CorpusId": 7},
    "url": "https://www.semanticscholar.org/paper/abc",
    "title": "Folding",
    "abstract": "We fold.",
    "venue": "",
    "publicationVenue": {"name": "Folding Letters"},
    "year": 2024,
    "publicationDate": "2024-01-02",
    "citationCount": 9,
    "fieldsOfStudy": None,
    "s2FieldsOfStudy": [{"category": "Computer Science"}, {"category": "Computer Science"}, {"category": "Art"}],
    "tldr": {"text": "Folds."},
    "authors": [{"authorId": "1", "name": "Ada Lovelace"}, {"authorId": None, "name": "Alan Turing"}],
}
BULK = {
    "corpusid": 7,
    "externalids": {"ArXiv": "2401.01234", "DOI": "10.1234/fold"},
    "title": "Folding",
    "abstract": "We fold.",
    "journal": {"name": "Folding Letters"},
    "publicationdate": "2024-01-02",
    "citationcount": 9,
    "s2fieldsofstudy": [{"category": "Computer Science"}, {"category": "Art"}],
    "url": "https://www.semanticscholar.org/paper/abc",
    "authors": [{"name": "Ada Lovelace"}, {"name": "Alan Turing"}],
}


def read(value):
    """The records of a value."""
    return list(semantic_scholar.read(Content.of_text(json.dumps(value))))


@pytest.mark.parametrize("record", [GRAPH, BULK, {"contexts": [], "citingPaper": GRAPH}, {"citedPaper": GRAPH}])
def test_graph_bulk_and_citations_are_read(record):
    """All of its services give the same paper."""
    (paper,) = read({"offset": 0, "data": [record]})
    assert (paper.id, paper.title, paper.abstract) == ("2401.01234", "Folding", "We fold.")
    assert (paper.authors, paper.date) == (("Ada Lovelace", "Alan Turing"), "2024-01-02")
    assert (paper.doi, paper.venue, paper.citations) == ("10.1234/fold", "Folding Letters", 9)
    assert paper.categories == ("Computer Science", "Art")


@pytest.mark.parametrize(
    ("change", "number"), [({"externalIds": None}, "abc"), ({"externalIds": {"DOI": "10.1/x"}}, "abc")]
)
def test_own_id_is_the_id_of_what_is_not_at_arxiv(change, number):
    """Without an arXiv id, its own id stays."""
    (paper,) = read({**GRAPH, **change})
    assert paper.id == number


def test_paper_that_was_not_found_is_named():
    """A batch has null in its place."""
    _, missing = read([GRAPH, None])
    assert missing.reason == "not a JSON object: null"


def test_summary_of_a_model_is_no_abstract():
    """The tldr is not taken for what the authors wrote."""
    (paper,) = read({**GRAPH, "abstract": None})
    assert paper.abstract == ""


def test_wrong_types_cost_no_paper():
    """A field that is not what it should be is left out."""
    (paper,) = read({**GRAPH, "externalIds": 3, "fieldsOfStudy": 4, "s2FieldsOfStudy": {}, "authors": "x", "venue": []})
    assert (paper.title, paper.categories, paper.authors) == ("Folding", (), ())


def test_papers_are_known_by_their_keys():
    """The services' answers are known, other objects are not."""
    for value in (GRAPH, [None, GRAPH], {"recommendedPapers": [GRAPH]}, {"data": [{"citingPaper": GRAPH}]}, BULK):
        assert semantic_scholar.recognises(json.dumps(value))
    assert not semantic_scholar.recognises(json.dumps({"id": "1", "title": "T", "abstract": "A"}))
