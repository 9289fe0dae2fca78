import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import CurationError
from kg.model import EntityType, Findings, Mention, Paper, Role
from kg.resolution import Doubt, Rule, read_doubts, resolve, write_doubts
from kg.resolution.curation import Action

GOOD = Doubt("METHOD", "kite", "Kite method", ("p1",), True, "why", ("A kite.", "The kite method."))

lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(["a\u2028b", "a\x85b"])
doubts = st.builds(
    Doubt,
    type=st.sampled_from(["METHOD", "ROBOT"]),
    name=lines,
    other=lines,
    papers=st.lists(lines, max_size=2).map(tuple),
    merged=st.booleans(),
    reason=lines,
    examples=st.tuples(lines, lines),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A place for doubts."""
    return tmp_path_factory.mktemp("doubts") / "doubts.jsonl"


@given(st.lists(doubts, max_size=5))
def test_what_was_written_is_read_again(path, doubts):
    """The doubts come back as they were, in their order."""
    write_doubts(doubts, path)
    assert read_doubts(path) == doubts


@pytest.mark.parametrize(
    "content",
    [
        b"{broken\n",
        b"[1, 2]\n",
        b"null\n",
        b'{"type": "METHOD"}\n',
        json.dumps({"name": "x", "papers": 5, "examples": []}).encode(),
        json.dumps({"papers": [], "examples": [], "colour": "red"}).encode(),
        b"\xff\xfe\x00",
    ],
)
def test_broken_file_is_an_error_that_names_it(path, content):
    """What kg build has not written is refused with the name of the file."""
    path.write_bytes(content)
    with pytest.raises(CurationError, match=r"doubts\.jsonl: "):
        read_doubts(path)


def test_missing_file_is_an_error_that_says_what_writes_it(tmp_path):
    """Without doubts the error says where they come from."""
    with pytest.raises(CurationError, match=r"doubts\.jsonl: cannot be read.*kg build writes it"):
        read_doubts(tmp_path / "doubts.jsonl")


def found(number, text, abstract):
    """What was found in one paper: one method, in its abstract."""
    start = abstract.index(text)
    mention = Mention(
        "abstract", start, start + len(text), text, EntityType.METHOD, None, "x", 0.5, Role.USES, (0, len(abstract))
    )
    return Findings(Paper(number, "T", abstract), (mention,))


def test_doubt_says_why_and_shows_both_sides():
    """A merge that is not sure comes with its reason and a sentence of each name."""
    (doubt,) = resolve(
        [
            found("a", "root search", "All of it is\nroot search."),
            found("b", "root search algorithm", "A root search algorithm digs."),
            found("c", "root search", "More root search."),
        ]
    ).doubts
    assert (doubt.name, doubt.other, doubt.papers) == ("root search algorithm", "root search", ("b",))
    assert (doubt.merged, doubt.reason) == (True, "generic word behind it")
    assert doubt.examples == ("A root search algorithm digs.", "All of it is root search.")


def test_long_sentence_is_cut():
    """An example stays short enough to read in a table."""
    long = "Here root search algorithm " + "digs and " * 99
    (doubt,) = resolve(
        [found("a", "root search", "Our root search."), found("b", "root search algorithm", long)]
    ).doubts
    assert max(map(len, doubt.examples)) <= 240
    assert any(example.endswith("…") for example in doubt.examples)


def test_sure_names_raise_no_doubt():
    """Spellings that differ in nothing but hyphens are not asked about."""
    assert resolve([found("a", "Kite-World", "Kite-World."), found("b", "KiteWorld", "KiteWorld.")]).doubts == []


def test_question_on_two_names_is_a_merge():
    """The rule that would settle it is open and keeps reason and examples for the reader."""
    assert GOOD.question() == Rule(
        "?",
        Action.MERGE,
        "METHOD",
        "kite",
        "Kite method",
        ("p1",),
        "kg took them for one: why",
        "A kite. ‖ The kite method.",
    )


def test_question_on_one_name_that_was_merged_is_a_split():
    """To say no to one name in two papers is to split them, and the new name differs from the old."""
    rule = Doubt("METHOD", "Kite", "Kite", ("p1", "p2"), True, "why", ("A", "B")).question()
    assert (rule.action, rule.name, rule.papers) == (Action.SPLIT, "Kite", ("p1", "p2"))
    assert rule.to == "Kite (p1)"
