"""CSL-JSON as citation managers write it."""

import json

import pytest

from kg.model import Paper
from kg.readers import csl_json
from kg.readers.content import Content

ITEM = {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-journal",
    "title": "A Title",
    "abstract": "An abstract.",
    "container-title": "J. Fold.",
    "DOI": "10.1/x",
    "URL": "https://x.org",
    "author": [{"family": "Doe", "given": "Jane", "non-dropping-particle": "van"}, {"literal": "The Team"}],
    "issued": {"date-parts": [["2023", 2, 13]]},
    "keyword": "folding, paper",
}


def read(*items):
    """The papers of these items."""
    return list(csl_json.read(Content.of_text(json.dumps(items))))


def test_all_fields_are_read():
    """Each key of the format has its field; an address within a library is no id."""
    (paper,) = read(ITEM)
    assert paper == Paper(
        id="",
        title="A Title",
        abstract="An abstract.",
        authors=("Jane van Doe", "The Team"),
        year=2023,
        date="2023-02-13",
        url="https://x.org",
        doi="10.1/x",
        venue="J. Fold.",
        keywords=("folding", "paper"),
    )


@pytest.mark.parametrize(
    ("changes", "id"),
    [
        ({"citation-key": "doe2023"}, "doe2023"),
        ({"id": "doe2023"}, "doe2023"),
        ({"id": 17}, ""),
        ({"id": "ITEM-1"}, ""),
        ({"number": "arXiv:2210.05487"}, "2210.05487"),
        ({"note": "arXiv:2210.05487 [cs]"}, "2210.05487"),
        ({"DOI": "10.48550/arXiv.2210.05487"}, "2210.05487"),
    ],
)
def test_id_is_one_that_others_know(changes, id):
    """An arXiv id goes first, then a citation key; numbers of a library are none."""
    assert read({**ITEM, **changes})[0].id == id


def test_fields_of_any_type_do_no_harm():
    """Whatever stands where names, dates and notes belong, the paper is read."""
    for value in (None, 1, "x", [1], [None], {"date-parts": 1}, {"date-parts": [[None]]}, {"family": 1}):
        (paper,) = read({**ITEM, "author": value, "issued": value, "note": value, "keyword": value})
        assert paper.title == "A Title"


def test_only_csl_is_taken():
    """Other JSON with a title is left to its own readers."""
    assert csl_json.recognises(json.dumps([ITEM]))
    assert csl_json.recognises(json.dumps({"items": [ITEM]}))
    assert not csl_json.recognises(json.dumps([{"title": "A", "abstract": "B", "type": "x"}]))
    assert not csl_json.recognises(json.dumps([{**ITEM, "title": ["A Title"]}]))
