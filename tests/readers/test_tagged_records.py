"""RIS, MEDLINE and Web of Science's text: tagged lines in the dialects of those who write them."""

import pytest

from kg.model import Paper, Place, Skipped
from kg.readers import medline, ris, wos_text
from kg.readers.content import Content


def read(reader, text):
    """All records of a text."""
    return list(reader.read(Content.of_text(text)))


def test_ris_of_springer():
    """Titles, abstracts and journals under the other tags; a DOI where once there was no tag for it."""
    (paper,) = read(
        ris,
        "Provider: X\n\nTY  - JOUR\nT1  - A Title\nA1  - Doe, Jane\nA1  - Roe, Rick\nJF  - J. Fold.\nY1  - 2019/05/01\n"
        "N2  - An abstract with\nAI - a line that begins so.\nM3  - 10.1007/s1-2\nKW  - folding\nKW  - paper\n"
        "N1  - Cited By :23\nN1  - Export Date: 1 May 2024\nER  - \n",
    )
    assert paper == Paper(
        id="",
        title="A Title",
        abstract="An abstract with AI - a line that begins so.",
        authors=("Doe, Jane", "Roe, Rick"),
        year=2019,
        date="2019-05-01",
        doi="10.1007/s1-2",
        venue="J. Fold.",
        keywords=("folding", "paper"),
        citations=23,
        abstract_as_read=paper.abstract_as_read,
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ris_with_any_end_of_line(end):
    """Windows, Unix and old Macs end lines as they like."""
    assert read(ris, end.join(["TY  - JOUR", "TI  - A Title", "ER  - ", ""]))[0].title == "A Title"


@pytest.mark.parametrize(
    "form",
    [
        "TY - JOUR\nTI - {}\nER -\n",
        "ty  - jour\nti  - {}\ner  - \n",
        " TY  - JOUR\n TI  - {}\n",
        "TY  -JOUR\nTI  -{}\nER  -\n",
    ],
)
def test_ris_in_loose_dialects(form):
    """One space for two, lower case, spaces before the tag, no end, no space behind it."""
    assert [paper.title for paper in read(ris, form.format("A Title") * 2)] == ["A Title"] * 2


def test_ris_of_a_preprint():
    """Its arXiv id stands in the address or in a note."""
    for line in (
        "UR  - http://arxiv.org/abs/2301.12345v2",
        "N1  - arXiv:2301.12345 [cs]",
        "DO  - 10.48550/arXiv.2301.12345",
    ):
        assert read(ris, f"TY  - GEN\nTI  - A Title\n{line}\nER  - \n")[0].id == "2301.12345"


@pytest.mark.parametrize(
    ("reader", "good"),
    [
        (ris, "TY  - JOUR\nTI  - Good\nAB  - Here.\nER  - \n"),
        (wos_text, "PT J\nTI Good\nAB Here.\nER\n"),
        (medline, "PMID- 1\nTI  - Good\nAB  - Here.\n\n"),
    ],
)
def test_lines_that_lost_their_record_join_no_other(reader, good):
    """Without the line that begins a record, its title and abstract are told and not read."""
    lines = good.splitlines(keepends=True)
    found = read(reader, good + "".join(lines[1:]) + good)
    assert [type(record) for record in found] == [Paper, Skipped, Paper]
    assert found[1].place == Place("source", line=len(lines) + 1)


def test_record_without_end_goes_up_to_the_next():
    """A lost last line loses nothing."""
    assert [paper.abstract for paper in read(ris, "TY  - A1\nTI  - One\nAB  - One.\n" * 2)] == ["One.", "One."]


def test_record_that_holds_two_titles_is_broken():
    """It has swallowed another, and which abstract is whose cannot be known."""
    (skipped,) = read(ris, "TY  - JOUR\nTI  - One\nTI  - Two\nAB  - Whose?\nER  - \n")
    assert str(skipped) == "source:1: a broken record: two lines TI"


def test_web_of_science():
    """Values over lines, full names before short ones, the number of citations in all databases."""
    (paper,) = read(
        wos_text,
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT C\nAU Doe, J\n   Roe, R\nAF Doe, Jane\n   Roe, Rick\n"
        "TI A Title\n   over two lines\nSO PROCEEDINGS\nDE folding; paper\nID FOLDS\nAB One.\n   Two.\n"
        "CR Other A, 2020, J FOLD\n"
        "TC 3\nZ9 5\nPY 2020\nPD JAN 3\nDI 10.1/x\nWC Computer Science, Artificial Intelligence; Robotics\nUT WOS:1\n"
        "ER\n\nEF\n",
    )
    assert paper == Paper(
        id="WOS:1",
        title="A Title over two lines",
        abstract="One. Two.",
        authors=("Doe, Jane", "Roe, Rick"),
        year=2020,
        date="2020-01-03",
        doi="10.1/x",
        categories=("Computer Science, Artificial Intelligence", "Robotics"),
        venue="PROCEEDINGS",
        keywords=("folding", "paper"),
        citations=5,
    )


def test_medline():
    """Tags of four places, lines that go on indented, the DOI among other numbers."""
    (paper,) = read(
        medline,
        "\nPMID- 31\nDP  - 2019 Jun 21\nTI  - A title that goes\n      on.\nLID - 10.1/x [doi]\nAB  - We fold\n"
        "      by hand.\nFAU - Doe, Jane A\nAU  - Doe JA\nJT  - Nature folding\nMH  - *Paper/methods\nOT  - folding\n"
        "AID - S1 [pii]\nSO  - Nat Fold. 2019\n",
    )
    assert paper == Paper(
        id="pmid:31",
        title="A title that goes on.",
        abstract="We fold by hand.",
        authors=("Doe, Jane A",),
        year=2019,
        date="2019-06-21",
        url="https://pubmed.ncbi.nlm.nih.gov/31/",
        doi="10.1/x",
        categories=("Paper/methods",),
        venue="Nature folding",
        keywords=("folding",),
    )
