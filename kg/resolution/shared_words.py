"""The words that two names share."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

from kg.resolution.initials import letters_in_common
from kg.resolution.surface import Words, words_of
from kg.resolution.word_forms import SMALL_WORDS

#: So many letters of a word tell it from others.
_STEM = 5
#: Words so cut that say of what kind a thing is, not which thing.
_KINDS = frozenset(
    "algor appro archi backb based frame layer loss mecha metho model modul net nets netwo neura techn".split()
)
#: What stands before a word with a hyphen or without: *Pre-Training* is *Pretraining*.
_PREFIX = re.compile(r"\b(auto(?!mat)|bi|inter|intra|multi|non|pre|semi) ?(?=\w{4})")
#: Words are alike that have so many first letters in common, and half of the longer one.
FEWEST_LETTERS = 4


class Shared(NamedTuple):
    """What a name shares with another one that has as many words or more; the more is shared, the greater."""

    of_shorter: float
    of_longer: float
    shorter: str
    longer: str
    begin_alike: bool
    #: Whether the second thing has the shorter name.
    turned: bool
    #: The words that only the longer one has.
    extra: Words

    @property
    def is_variant(self) -> bool:
        """Whether a letter or a part of a word is all that parts them: *Grid Fold-B*, *GridFold* and *GridFold-C*."""
        one, other = self.shorter.lower(), self.longer.lower()
        return any(len(word) == 1 for word in self.extra) or (" " not in one + other and (one in other or other in one))


def shared_words(one: Mapping[str, Words], other: Mapping[str, Words]) -> Shared:
    """What those of two things' names share that are most alike; names with their words, as `content` has them."""
    return max(_shared(a, b) for a, b in product(one.items(), other.items()))


def _shared(one: tuple[str, Words], other: tuple[str, Words]) -> Shared:
    turned = (len(other[1]), other[0]) < (len(one[1]), one[0])
    (shorter, few), (longer, many) = (other, one) if turned else (one, other)
    left = list(many)
    for word in few:
        if (same := next((each for each in left if _alike(word, each)), None)) is not None:
            left.remove(same)
    count = len(many) - len(left)
    return Shared(count / len(few), count / len(many), shorter, longer, _alike(few[0], many[0]), turned, tuple(left))


def _alike(word: str, other: str) -> bool:
    """Whether words are one or begin alike: *retrievers*, *retrieval*."""
    if word == other:
        return True
    common = letters_in_common(word, other)
    return common >= max(FEWEST_LETTERS, len(word) / 2, len(other) / 2) and (word + other).islower()


def content(name: str) -> Words:
    """The words of a name but the small ones; acronyms and coined words as they are, others in small letters."""
    words = ((word, word.lower()) for word in words_of(name))
    return tuple(word if word[1:] != lower[1:] else lower for word, lower in words if lower not in SMALL_WORDS)


def worded_alike(long: str, known: str) -> bool:
    """Whether the words begin alike, those aside that are small or only say of what kind a thing is.

    *low-rank adapter* is *Low-Rank Adaptation*, *graph convolution neural network* a *Graph Convolutional Network*.
    """
    ours, theirs = _stems(long), _stems(known)
    return ours == theirs or _telling(ours) == _telling(theirs) != []


def words_within(one: str, other: str) -> bool:
    """Whether one of two names has nothing but words of the other, as `worded_alike` compares them."""
    ours, theirs = set(_stems(one)), set(_stems(other))
    return ours <= theirs or theirs <= ours


def _stems(name: str) -> list[str]:
    words = _PREFIX.sub(r"\1", " ".join(words_of(name)).lower()).split()
    return [_stem(word) for word in words if word not in SMALL_WORDS]


def _stem(word: str) -> str:
    prefix = _PREFIX.match(word)
    return word[: _STEM + (len(prefix[0]) if prefix else 0)]


def _telling(stems: Iterable[str]) -> list[str]:
    return [stem for stem in stems if stem not in _KINDS]
