import json

from kg.readers import arxiv_snapshot
from kg.readers.content import Content

RECORD = {
    "id": "0704.0001",
    "submitter": "Ada Lovelace",
    "authors": "Ada Lovelace, Alan Turing (Here)",
    "title": "Folding\n  Paper",
    "comments": "3 pages, https://gitlab.com/ada/fold",
    "journal-ref": "Folding 7, 2008",
    "doi": "10.1234/fold",
    "report-no": None,
    "categories": "cs.LG stat.ML",
    "license": None,
    "abstract": "  We fold.\n",
    "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}, {"version": "v2", "created": "Tue"}],
    "update_date": "2015-05-13",
    "authors_parsed": [["Lovelace", "Ada", ""], ["King", "Martin", "Jr"], ["The Folders", ""]],
}


def read(**changes):
    """The paper of the record with some changes."""
    (paper,) = arxiv_snapshot.read(Content.of_text(json.dumps({**RECORD, **changes})))
    return paper


def test_record_is_read():
    """Each key has its field; the date is that of the first version."""
    paper = read()
    assert (paper.id, paper.title, paper.abstract) == ("0704.0001", "Folding Paper", "We fold.")
    assert paper.authors == ("Ada Lovelace", "Martin King Jr", "The Folders")
    assert (paper.date, paper.year, paper.doi) == ("2007-04-02", 2007, "10.1234/fold")
    assert (paper.venue, paper.categories) == ("Folding 7, 2008", ("cs.LG", "stat.ML"))
    assert (paper.url, paper.code) == ("https://arxiv.org/abs/0704.0001", "https://gitlab.com/ada/fold")


def test_small_snapshots_are_read():
    """Without versions and parsed names, the id gives the date and the line of authors the names."""
    paper = read(versions=None, authors_parsed=None, categories=["cs.LG cs.AI"])
    assert (paper.date, paper.authors, paper.categories) == (
        "2007-04",
        ("Ada Lovelace", "Alan Turing"),
        ("cs.LG", "cs.AI"),
    )


def test_wrong_types_cost_no_paper():
    """A field that is not what it should be is left out."""
    paper = read(versions="v1", authors_parsed=[None, 3], authors=7, categories={"a": 1}, comments=[])
    assert (paper.title, paper.authors, paper.categories) == ("Folding Paper", (), ())


def test_snapshot_is_known_by_its_keys():
    """Other objects with an id and an abstract are none."""
    assert arxiv_snapshot.recognises(json.dumps([RECORD]))
    assert not arxiv_snapshot.recognises(json.dumps({"id": "1", "title": "T", "abstract": "A", "license": "MIT"}))
