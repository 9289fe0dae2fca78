import json

import pytest

from kg.model import Paper, Skipped
from kg.readers import json_lines
from kg.readers.content import Content


def read(*records):
    """The records of lines, each given as text or as an object."""
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    return list(json_lines.read(Content.of_text("\n".join(lines), "x.jsonl")))


def test_all_fields_are_read():
    """Each key of the format has its field."""
    (paper,) = read(
        {
            "id": "2501.1",
            "title": "T",
            "abstract": "A",
            "authors": ["Ada Lovelace", "Alan Turing"],
            "year": 2025,
            "date": "2025-01-02",
            "url": "https://arxiv.org/abs/2501.1",
            "doi": "10.1/x",
            "categories": ["cs.LG"],
            "venue": "ICML",
        }
    )
    assert paper == Paper(
        "2501.1",
        "T",
        "A",
        ("Ada Lovelace", "Alan Turing"),
        2025,
        "2025-01-02",
        "https://arxiv.org/abs/2501.1",
        "10.1/x",
        ("cs.LG",),
        "ICML",
    )


def test_year_comes_from_the_date():
    """A paper with a date and no year has the date's year."""
    (paper,) = read({"title": "T", "abstract": "A", "date": "2024-10-03T12:00:00Z"})
    assert (paper.year, paper.date) == (2024, "2024-10-03")


@pytest.mark.parametrize("value", [True, "n.d.", [], {}, 20250, float("inf")])
def test_year_that_is_none_is_left_out(value):
    """An optional field that cannot be what it should be does not cost the paper."""
    (paper,) = read({"title": "T", "abstract": "A", "year": value})
    assert paper.year is None


def test_number_as_id_is_taken():
    """Ids that are numbers are ids."""
    (paper,) = read({"id": 7, "title": "T", "abstract": "A"})
    assert paper.id == "7"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("{", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ({"abstract": "A"}, "no title"),
        ({"title": "  ", "abstract": "A"}, "no title"),
        ({"title": 3, "abstract": "A"}, "title is not a text"),
        ({"title": "T", "abstract": {"A": 1}}, "abstract is not a text"),
        ("[" * 100_000, "JSON"),
        ('{"title": "T", "year": ' + "9" * 5000 + "}", "JSON"),
    ],
)
def test_line_that_is_no_paper_says_why(record, reason):
    """The reason names what is wrong."""
    (skipped,) = read(record)
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


def test_lone_surrogate_becomes_one_character():
    """A character that no file can hold is replaced by one other, so that offsets stay."""
    (paper,) = read('{"title": "a\\ud800b", "abstract": "A"}')
    assert paper.title == "a\ufffdb"


def test_blank_lines_count_and_hold_nothing():
    """Line numbers are those of the file."""
    first, second = read("", {"title": "T", "abstract": "A"}, "   ", "nonsense")
    assert isinstance(first, Paper)
    assert second.place.line == 4


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ('{"title": "T"}\n', True),
        ('{"x": 1}\n{"x": 2}\n', True),
        ('{"title": "L\n{"title": "T"}\n', True),
        ("{broken\n", True),
        ('{"title": "T",\n "authors": [\n{"name": "N"}\n]}\n', False),
        ('{"papers": [{"title": "T"}]}\n', False),
        ('[\n{"title": "T"}\n]\n', False),
        (r"{\rtf1 text}", False),
    ],
)
def test_lines_are_told_from_documents(text, taken):
    """An object a line is JSON Lines; an object over several lines, or one that wraps others, is a document."""
    assert json_lines.recognises(text) is taken
