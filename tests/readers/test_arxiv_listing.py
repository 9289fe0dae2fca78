"""Listings of arXiv as text."""

import pytest

from kg.errors import UnknownFormat
from kg.model import Paper, Skipped
from kg.readers import arxiv_listing
from kg.readers.content import Content

PROSE = "We fold sheets of paper with a policy that was trained by PPO, and most of the sheets fold well in our tests."


def read(text):
    """All records of a text."""
    return list(arxiv_listing.read(Content.of_text(text)))


def one(lines):
    """The one paper of an entry with these lines."""
    (paper,) = read("[1] arXiv:2511.01234 [pdf, html, other]\n" + lines)
    return paper


def test_entry_with_labels():
    """As pages were until 2023, and as other programs save them."""
    paper = one(
        "    Title: Folding with a Title that\n    Goes On\n    Authors: Jane Doe (1), Rick Roe ((1) MIT)\n"
        "    Comments: 3 pages\n    Journal-ref: J. Fold. 3 (2025)\n"
        "    Subjects: Machine Learning (cs.LG); High Energy Physics -\n    Theory (hep-th)\n"
    )
    assert paper == Paper(
        id="2511.01234",
        title="Folding with a Title that Goes On",
        abstract="",
        authors=("Jane Doe", "Rick Roe"),
        year=2025,
        date="2025-11",
        url="https://arxiv.org/abs/2511.01234",
        categories=("cs.LG", "hep-th"),
        venue="J. Fold. 3 (2025)",
    )


@pytest.mark.parametrize(
    "lines",
    [
        "Title: Folding with PPO\nJane Doe, Rick Roe\nSubjects: Machine Learning (cs.LG)\n",
        "Title:Folding\nwith PPO\nJane Doe, Rick Roe\nSubjects: Machine Learning (cs.LG)\n",
        "\nTitle: Folding with PPO\n\nJane Doe, Rick Roe\nComments: Short\n\nSubjects: Machine Learning (cs.LG)\n",
    ],
)
def test_authors_without_a_label(lines):
    """Pages of today put them below the title, with or without an empty line."""
    paper = one(lines)
    assert (paper.title, paper.authors) == ("Folding with PPO", ("Jane Doe", "Rick Roe"))


def test_new_submissions_have_abstracts():
    """The paragraph behind the last label is the abstract; what the page says between and behind entries is not."""
    between = "\nCross submissions (showing 1 of 1 entries)\n\n"
    behind = "\nTotal of 2 entries\nAbout\nHelp\n" + "Copyright and many other words of the page. " * 4
    entry = "[{0}] arXiv:2511.0000{0} [pdf]\n Title: One\n Authors: Jane Doe\n Subjects: Robotics (cs.RO)\n"
    first, second = read(f"{entry.format(1)}\n  {PROSE}\n{between}{entry.format(2)}{behind}")
    assert (first.abstract, second.abstract) == (PROSE, "")


def test_mail_of_new_submissions():
    """Rules of two backslashes part fields and abstract, which may have paragraphs."""
    (paper,) = read(
        "Archives at http://arxiv.org/\n------\n\\\\\narXiv:2511.01234\nDate: Thu, 20 Nov 2025 10:00 GMT   (123kb)\n\n"
        "Title: One about\n  Folding\nAuthors: Jane Doe and Rick Roe\nCategories: cs.LG cs.AI\n\\\\\n  We fold.\n\n"
        "  And fold.\n\\\\ ( https://arxiv.org/abs/2511.01234 ,  123kb)\n------\n"
    )
    assert (paper.title, paper.authors, paper.abstract) == (
        "One about Folding",
        ("Jane Doe", "Rick Roe"),
        "We fold. And fold.",
    )
    assert paper.categories == ("cs.LG", "cs.AI")


def test_entry_that_lost_its_first_line_is_told():
    """Two titles under one number, or one under none, are no paper."""
    entry = "Title: One\nAuthors: Jane Doe\n"
    assert [type(record) for record in read(entry)] == [Skipped]
    assert [record.reason for record in read(f"[1] arXiv:2511.00001\n{entry}\n{entry}")] == [
        "a broken entry: more than one title"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2501.00001\n2501.00002v2\n",
        "# mine\narXiv:2501.00001 # good\nhttps://arxiv.org/abs/2501.00002\n",
        "arxiv_id\nhep-th/9901001\n10.48550/arXiv.2501.00002\n",
    ],
)
def test_ids_alone_are_refused_with_a_way_out(text):
    """There is nothing to read in them; the message gives the address of what there is."""
    assert arxiv_listing.recognises(text)
    with pytest.raises(UnknownFormat, match=r"export\.arxiv\.org/api/query\?max_results=2&id_list="):
        read(text)


def test_prose_that_names_ids_is_no_listing():
    """Neither a letter nor a list of references is taken."""
    assert not arxiv_listing.recognises("See arXiv:2501.00001 and arXiv:2501.00002.\n")
    assert not arxiv_listing.recognises("[1] J. Doe. Folding. arXiv:2501.00001, 2025.\n")
