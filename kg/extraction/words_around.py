"""What the words around a place say: the three nearest on either side by their place, the next as near, others as far.

What a feature is known as is left to a lookup: a model takes it by the row of its weights, training by its own name.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import getitem, itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

#: A slot and what fills it.
Feature = tuple[str, str | int]
#: The same with the kind of thing that it speaks of.
KindFeature = tuple[str, str, str | int]
Known = TypeVar("Known")

#: So many words on either side are told by their place.
PLACED = 3
#: The slots that a word can fill.
SLOTS = tuple(f"{side}{slot}" for side in ("left", "right") for slot in (*(f" {n}" for n in range(PLACED)), "", " far"))


class Lookup(NamedTuple, Generic[Known]):
    """What the features of one kind of thing are known as; those that nobody knows may be left out."""

    features: Callable[[Iterable[Feature]], Iterable[Known]]
    #: Of each word as it fills each of `SLOTS`.
    words: Callable[[Iterable[str]], list[Sequence[Known]]]


def by_name(kind: str) -> Lookup[KindFeature]:
    """Every feature is known, as what it is."""
    return Lookup(
        lambda features: [(kind, *feature) for feature in features],
        lambda words: [[(kind, slot, word) for slot in SLOTS] for word in words],
    )


class Side(NamedTuple):
    """A side of a place, and what the words on it are known as there, of what they are known as in all `SLOTS`."""

    name: str
    #: The slots of the nearest words, by number.
    placed: range
    near: Callable[[Sequence[Any]], Any]
    far: Callable[[Sequence[Any]], Any]


LEFT, RIGHT = (
    Side(name, range(first, first + PLACED), itemgetter(first + PLACED), itemgetter(first + PLACED + 1))
    for name, first in (("left", 0), ("right", len(SLOTS) // 2))
)


def words_beside(side: Side, words: Sequence[Sequence[Known]]) -> list[Known]:
    """What the nearest words on one side say by their place, the nearest first."""
    return list(map(getitem, words, side.placed))


def words_around(side: Side, words: Sequence[Sequence[Known]], near: int) -> list[Known]:
    """What the words on one side say, the nearest first; so many of them are near."""
    said = words_beside(side, words)
    said += map(side.near, words[:near])
    said += map(side.far, words[near:])
    return said


def pair(side: Side, words: Sequence[str]) -> list[Feature]:
    """The two nearest words on one side together, if there are two."""
    return [(f"{side.name} pair", f"{words[0]} {words[1]}")] if len(words) > 1 else []
