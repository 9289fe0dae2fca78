import json

import pytest

from kg.readers import crossref
from kg.readers.content import Content

WORK = {
    "indexed": {"date-parts": [[2024, 5, 6]]},
    "DOI": "10.1234/fold",
    "type": "journal-article",
    "member": "7",
    "title": ["Folding"],
    "abstract": "<jats:title>Abstract</jats:title><jats:p>We fold.</jats:p>",
    "author": [{"given": "Ada", "family": "Lovelace"}, {"name": "The Folders"}, {"family": "Turing"}],
    "issued": {"date-parts": [[2024, 1]]},
    "published": {"date-parts": [[2024, 1, 2]]},
    "container-title": ["Folding Letters"],
    "subject": ["Origami"],
    "is-referenced-by-count": 9,
    "URL": "https://doi.org/10.1234/fold",
}


def read(**changes):
    """The paper of the work with some changes."""
    (paper,) = crossref.read(Content.of_text(json.dumps({"message": {**WORK, **changes}})))
    return paper


def test_work_is_read():
    """Each key has its field, the abstract without its tags."""
    paper = read()
    assert (paper.id, paper.title, paper.abstract) == ("10.1234/fold", "Folding", "We fold.")
    assert (paper.authors, paper.date) == (("Ada Lovelace", "The Folders", "Turing"), "2024-01-02")
    assert (paper.doi, paper.venue, paper.citations) == ("10.1234/fold", "Folding Letters", 9)
    assert (paper.categories, paper.url) == (("Origami",), "https://doi.org/10.1234/fold")


@pytest.mark.parametrize(
    ("published", "date", "year"), [([[2024, 3]], "2024-03", 2024), ([[2024]], None, 2024), ([[None]], "2024-01", 2024)]
)
def test_date_is_as_full_as_it_is_known(published, date, year):
    """Parts of a date may be missing, or all of it."""
    paper = read(published={"date-parts": published})
    assert (paper.date, paper.year) == (date, year)


def test_wrong_types_cost_no_paper():
    """A field that is not what it should be is left out."""
    paper = read(author=3, published=[], issued={"date-parts": "x"}, subject={}, event=None, **{"container-title": []})
    assert (paper.title, paper.authors, paper.date, paper.venue) == ("Folding", (), None, None)


def test_works_are_known_in_every_wrapping():
    """A list, a single work, and items of a few chosen fields."""
    lean = {"DOI": "10.1/x", "title": ["T"], "abstract": "A"}
    for value in ({"message": {"items": [WORK]}}, {"status": "ok", "message": WORK}, {"items": [WORK]}, lean):
        assert crossref.recognises(json.dumps(value))
    assert not crossref.recognises(json.dumps({"DOI": "10.1/x", "title": "T", "type": "article"}))
