import json

import pytest

from kg.readers import hf_json
from kg.readers.content import Content

PAPER = {
    "id": "2401.01234",
    "authors": [{"_id": "x", "name": "Ada Lovelace", "hidden": False}, {"name": "Alan Turing"}],
    "publishedAt": "2024-01-02T09:00:00.000Z",
    "title": "Folding",
    "summary": "We fold.",
    "upvotes": 7,
    "ai_keywords": ["origami", "policies"],
    "githubRepo": "https://github.com/ada/fold",
}
ENTRY = {"paper": PAPER, "publishedAt": "2024-01-05T00:00:00.000Z", "title": "Folding", "numComments": 2}
FLAT = {
    "arxiv_id": "2401.01234",
    "title": "Folding",
    "abstract": "We fold.",
    "authors": ["Ada Lovelace", "Alan Turing"],
    "upvotes": 7,
    "published_at": "2024-01-02T09:00:00.000Z",
}


@pytest.mark.parametrize("record", [ENTRY, PAPER, FLAT, {"paper": PAPER}])
def test_entries_and_papers_are_read(record):
    """A list's entry, a paper alone and a flat copy give the same paper."""
    text = json.dumps([record])
    assert hf_json.recognises(text)
    (paper,) = hf_json.read(Content.of_text(text))
    assert (paper.id, paper.title, paper.abstract) == ("2401.01234", "Folding", "We fold.")
    assert (paper.authors, paper.date) == (("Ada Lovelace", "Alan Turing"), "2024-01-02")
    assert paper.url == "https://arxiv.org/abs/2401.01234"


def test_keywords_and_code_are_kept():
    """What the site adds to a paper is kept where the graph can use it; votes are no citations."""
    (paper,) = hf_json.read(Content.of_text(json.dumps(ENTRY)))
    assert (paper.keywords, paper.code, paper.citations) == (
        ("origami", "policies"),
        "https://github.com/ada/fold",
        None,
    )


def test_other_records_are_not_taken():
    """An id, a title and a summary are not enough."""
    assert not hf_json.recognises(json.dumps({"id": "1", "title": "T", "summary": "S"}))
