import pytest

from kg.model import Paper, Skipped
from kg.readers import listing_page
from kg.readers.content import Content

HEADER = "\n\n".join(
    [
        "new",
        "Get trending papers in your email inbox!",
        "Subscribe",
        "Daily Papers",
        "byAK and the research community",
        "Oct 10",
        "",
    ]
)
ONE = "This is what the first paper says about robots. " * 8
TWO = "This is what the second paper says about games. " * 8


def read(text):
    """All records of a page."""
    return list(listing_page.read(Content.of_text(text, "page.txt")))


def test_header_is_no_paper():
    """The page's own lines are passed over in silence."""
    assert read(HEADER) == []


def test_titles_and_abstracts_in_turn():
    """The oldest form of the page has nothing between the papers."""
    papers = read(f"{HEADER}Robots\n\n{ONE}\n\nGames\n\n{TWO}\n")
    assert [(paper.title, paper.abstract) for paper in papers] == [
        ("Robots", ONE.strip()),
        ("Games", TWO.strip()),
    ]


@pytest.mark.parametrize(
    ("credits", "date"),
    [
        ("  • 7 authors\n·\nOct 3, 2024", "2024-10-03"),
        ("  • 7 authors\n·\nDec 3, 2023 4", "2023-12-03"),
        ("• 7 authors · Oct 3, 2024", "2024-10-03"),
        ("  • 1 authors\n·\nMay 21 2", None),
        ("nvidia NVIDIA\n·\nSep 26 2", None),
        ("nvidia NVIDIA · Sep 26, 2024 2", "2024-09-26"),
    ],
)
def test_credits_give_the_date(credits, date):
    """Authors or an organisation, in one line or three; a date without a year gives none."""
    first, second = read(f"Robots\n\n{ONE}\n\n{credits}\n\nGames\n\n{TWO}\n")
    assert (first.date, second.date, second.title) == (date, None, "Games")
    assert first.year == (int(date[:4]) if date else None)


def test_page_without_blank_lines_is_read():
    """Lines part the papers where blank lines were lost."""
    text = f"{HEADER}Robots\n\n{ONE}\n\n  • 7 authors\n·\nOct 3, 2024\n\nGames\n\n{TWO}\n"
    tight = "\n".join(line for line in text.splitlines() if line.strip())
    assert [paper.title for paper in read(tight)] == ["Robots", "Games"]


def test_broken_lines_of_an_abstract_are_joined():
    """An abstract that was wrapped at 40 columns is one abstract."""
    words = ONE.split()
    wrapped = "\n".join(" ".join(words[n : n + 6]) for n in range(0, len(words), 6))
    (paper,) = read(f"Robots\n\n{wrapped}\n")
    assert paper.abstract == ONE.strip()


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("Robots\n\nGames\n\n{TWO}\n", [Skipped, Paper]),
        ("Robots\n\n  • 7 authors\n·\nOct 3, 2024\n\nGames\n\n{TWO}\n", [Skipped, Paper]),
        ("Robots\n\n  • 7 authors\n·\nOct 3, 2024\n\n{TWO}\n", [Skipped, Skipped]),
        ("Robots\n\n{ONE}\n\n{TWO}\n\nGames\n\n{TWO}\n", [Skipped, Paper, Paper]),
        ("{ONE}\n\nGames\n\n{TWO}\n", [Skipped, Paper]),
        ("Robots\n\n{ONE}\n\nGames\n", [Paper, Skipped]),
    ],
)
def test_broken_structure_is_reported(page, kinds):
    """What has lost its other half is skipped, and every paper read has its own abstract."""
    records = read(page.format(ONE=ONE, TWO=TWO))
    assert sorted(type(record).__name__ for record in records) == sorted(kind.__name__ for kind in kinds)
    for record in records:
        if isinstance(record, Paper):
            assert ("robots" in record.abstract) == (record.title == "Robots")


def test_page_of_dots_is_read_in_a_moment():
    """Lines that belong together are joined in one pass, however many there are and whatever they hold."""
    assert all(isinstance(record, Skipped) for record in read("x\n·\n" * 100_000))
