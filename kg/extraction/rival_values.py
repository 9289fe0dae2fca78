"""Numbers that a score is set against: *98.1% (vs. 97.8%)*, *80.4 compared to 69.6*.

They are what something else reached, which often bears no name.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extraction.numbers import Number
from kg.extraction.result_reading import NO_RESULT, Reading

_VERSUS = re.compile(r"(?:^|\s)(?:vs\.?|versus|compared (?:to|with))(?: (?:only|just|the|a|an|about|around|~|\$))*$")
#: So many words at most stand between score and rival, and between a rival and its name.
_APART, _NEAR = 12, 5
#: What stands behind the lower end of a range.
_RANGING = frozenset({"-", "–", "—", "to"})
_PARTING = frozenset({")", "]", ",", ";", ".", "and"})


class Rival(NamedTuple):
    """A number and the score that is set against it, as numbers of a reading."""

    number: int
    score: int


def rivals_of(reading: Reading, kinds: Sequence[str]) -> Iterator[Rival]:
    """The rivals of the scores of a reading, whose numbers are of these kinds."""
    words = reading.text.words
    for n, ((score, one), (rival, other)) in enumerate(pairwise(reading.numbers)):
        near = one.sentence == other.sentence and other.start - one.end <= _APART
        if kinds[n] in NO_RESULT or not near or not _are_alike(score, rival):
            continue
        begins_range = not _RANGING.isdisjoint(words[other.end : other.end + 1])
        if not begins_range and _VERSUS.search(" ".join(words[one.end : other.start])):
            yield Rival(n + 1, n)


def _are_alike(one: Number, other: Number) -> bool:
    """Whether two numbers may be values of one quantity; bare whole numbers are mostly counts."""
    decimal = "." in one.digits
    return one.unit == other.unit and decimal == ("." in other.digits) and (decimal or one.unit != "")


def is_named_behind(reading: Reading, n: int, name: int) -> bool:
    """Whether what the name names stands right behind a number: *85.3% for GPT-4*."""
    text, at, called = reading.text, reading.numbers[n][1], reading.names[name].phrase.text
    places = [place for place, other in zip(reading.places, reading.names, strict=True) if other.phrase.text == called]
    return any(
        0 <= place.start - at.end <= _NEAR and _PARTING.isdisjoint(text.words[at.end : place.start]) for place in places
    )
