from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.words_around import LEFT, RIGHT, SLOTS, by_name, pair, words_around

words = st.lists(st.sampled_from(["oak", "elm", "ash", ","]), max_size=9)


def told(side, nearest_first, near):
    """What the words on one side say, by slot and word."""
    known = by_name("tree").words(nearest_first)
    return [feature[1:] for feature in words_around(side, known, near)]


def test_the_nearest_words_have_a_place():
    """Three words are told by their place, so many as are near as near, and the others as far."""
    placed = [("left 0", "a"), ("left 1", "b"), ("left 2", "c")]
    assert told(LEFT, "abcde", 4) == [*placed, *(("left", word) for word in "abcd"), ("left far", "e")]


@given(words, st.integers(0, 9))
def test_each_word_is_near_or_far(nearest_first, near):
    """Beside its place, every word is told once, the nearest first."""
    said = [word for slot, word in told(RIGHT, nearest_first, near) if slot in ("right", "right far")]
    assert said == nearest_first


@given(words, st.integers(0, 9))
def test_words_fill_the_slots_of_their_side(nearest_first, near):
    """What stands on one side fills no slot of the other, and every slot is a known one."""
    for side in (LEFT, RIGHT):
        assert {slot for slot, _ in told(side, nearest_first, near)} <= {s for s in SLOTS if s.startswith(side.name)}


def test_a_pair_needs_two():
    """The two nearest words are told together, where there are two."""
    assert pair(LEFT, ["oak", "elm", "ash"]) == [("left pair", "oak elm")]
    assert pair(RIGHT, ["oak"]) == pair(RIGHT, []) == []


def test_features_are_known_by_name():
    """Where every feature is known, each is known as itself with its kind."""
    assert list(by_name("tree").features([("shape", "Xx"), ("size", 3)])) == [
        ("tree", "shape", "Xx"),
        ("tree", "size", 3),
    ]
