"""What every reader keeps, whatever its format."""

import json
from dataclasses import dataclass

import pytest

from kg.model import Paper, Skipped
from kg.readers import READERS
from kg.readers.content import Content

TITLE = "Learning to Fold Paper: A Study"
ABSTRACT = "We fold sheets of paper with a policy that was trained by PPO. " * 6


@dataclass(frozen=True)
class Case:
    """One paper in a reader's format, the same with its abstract lost, and what a header looks like."""

    one: str
    broken: str


CASES = {
    "jsonl": Case(
        one=json.dumps({"title": TITLE, "abstract": ABSTRACT}) + "\n",
        broken='{"title": "Lost", "abstract": \n',
    ),
    "hf-listing": Case(
        one=f"{TITLE}\n\n{ABSTRACT}\n\n  • 7 authors\n·\nOct 3, 2024\n\n",
        broken="A Title that Lost Its Abstract\n\n  • 2 authors\n·\nOct 4, 2024\n\n",
    ),
}


@pytest.fixture(params=sorted(READERS))
def reader(request):
    """Each registered reader in turn."""
    return READERS[request.param]


@pytest.fixture
def case(reader):
    """The examples of this reader's format."""
    return CASES[reader.NAME]


def read(reader, text):
    """All records of a text."""
    return list(reader.read(Content.of_text(text)))


def test_reader_recognises_its_own_format_only(reader):
    """Each text is taken for its own format by its reader alone."""
    taken = [name for name, case in CASES.items() if reader.recognises(case.one)]
    assert taken == [reader.NAME]


@pytest.mark.parametrize("text", ["", "\n\n", "Dear reader,\n\nthis is a letter.\n", "\x00\x01", "a,b\n1,2\n"])
def test_reader_does_not_take_other_text(reader, text):
    """Text of no known format is not taken."""
    assert not reader.recognises(text)


def test_paper_is_read_as_it_stands(reader, case):
    """Title and abstract come unchanged, so that offsets count in them."""
    (paper,) = read(reader, case.one)
    assert (paper.title, paper.abstract.strip()) == (TITLE, ABSTRACT.strip())


def test_broken_record_is_reported_and_takes_no_neighbour_along(reader, case):
    """A broken record between two good ones is Skipped with its line; both neighbours are read."""
    before, broken, after = read(reader, case.one + case.broken + case.one)
    assert isinstance(before, Paper)
    assert isinstance(after, Paper)
    assert isinstance(broken, Skipped)
    assert broken.place.source == "source"
    assert broken.place.line == len(case.one.splitlines()) + 1


def test_abstract_never_lands_on_another_title(reader, case):
    """Every paper that is read has its own abstract, wherever the input is cut."""
    other = case.one.replace("Fold", "Tear").replace("fold", "tear")
    lines = (case.one + other + case.one).splitlines(keepends=True)
    for cut in range(len(lines)):
        for record in read(reader, "".join(lines[:cut] + lines[cut + 1 :])):
            if isinstance(record, Paper) and record.abstract:
                assert ("Fold" in record.title) == ("fold" in record.abstract)


def test_empty_input_holds_no_record(reader):
    """Nothing comes of nothing."""
    assert read(reader, "") == []


def test_bytes_that_are_no_text_lose_their_record_only(reader, case):
    """A record with a byte that is not UTF-8 is Skipped, and the next one is read."""
    bad = case.one.replace("policy", "p\udcfflicy")
    assert [type(record) for record in read(reader, bad + case.one)] == [Skipped, Paper]
