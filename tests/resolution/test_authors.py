import pytest

from kg.model import Paper
from kg.resolution.authors import share_author


def shared(one, other):
    """What the lists of authors of two papers say."""
    papers = Paper("1", "One", "", authors=tuple(one)), Paper("2", "Two", "", authors=tuple(other))
    assert share_author(*papers) is share_author(*reversed(papers))
    return share_author(*papers)


@pytest.mark.parametrize(
    "other", ["Jane Doe", "Doe, Jane", "JANE DOE", "Jane M. Doe", "Jané Doe", "Doe, Jane, Jr.", "Jane Doe Jr."]
)
def test_one_author_however_it_is_written(other):
    """Order, case, accents, middle names and suffixes say nothing."""
    assert shared(["Al Roe", "Jane Doe"], ["Bo Poe", other]) is True


@pytest.mark.parametrize(
    "other",
    [
        ["John Doe"],
        ["Jane Roe"],
        ["J. Roe"],
        ["K. Doe"],
        ["Roe J", "Doe K"],
        ["Doe Jane, Roe"],
        ["The Doe Collaboration"],
    ],
)
def test_strangers(other):
    """Another given name, initial or family name is another person."""
    assert shared(["Jane Doe"], other) is False


@pytest.mark.parametrize(
    "other", [["J. Doe"], ["Doe, J."], ["Doe JM"], ["Doe"], [], ["A. Roe", "et al."], ["A. Roe", "others"], [" "]]
)
def test_what_cannot_be_told(other):
    """Initials, lists that break off, and no list at all leave it open."""
    assert shared(["Jane Doe"], other) is None


@pytest.mark.parametrize("name", ["", ",", " , ", "Jr.", "\x00", "李明", "😀", "a" * 10_000, "Doe," * 1_000])
def test_any_name_is_read(name):
    """No name of an author breaks it."""
    assert shared([name], ["Jane Doe"]) in (None, False)
