"""Plain text, one paper a file."""

import pytest

from kg.readers import text
from kg.readers.content import Content


def read(source):
    """The records of a text."""
    return list(text.read(Content.of_text(source)))


@pytest.mark.parametrize(
    "source", ["A Title\nOne.\nTwo.\n", "\n\n  A Title\n\nOne.\nTwo.", "# A Title\r\n\r\nOne.\r\nTwo."]
)
def test_first_line_is_the_title_and_the_rest_the_abstract(source):
    """Empty lines and the mark of a heading aside."""
    (paper,) = read(source)
    assert (paper.title, paper.abstract) == ("A Title", "One. Two.")


def test_title_alone_is_a_paper():
    """It has no abstract."""
    assert [(paper.title, paper.abstract) for paper in read("A Title")] == [("A Title", "")]


def test_long_text_is_no_abstract(monkeypatch):
    """A book is told, not read."""
    monkeypatch.setattr(text, "MOST_LINES", 3)
    assert [record.reason for record in read("a\n" * 4)] == ["too long for one abstract: more than 3 lines"]
