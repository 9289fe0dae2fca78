"""A sure name inside a doubtful longer one: of *prior-guided Gaussian splatting* only *Gaussian splatting* is a name.

Where the network knows that a name stands there, but not where it begins, the longer one is unlikely as a whole.
"""

from collections.abc import Iterable

from kg.extraction.candidates import Candidate
from kg.extraction.paper_doc import Phrase
from kg.extraction.remembered_rows import Floats
from kg.extraction.tags import OUTSIDE, columns_of
from kg.model import EntityType

#: A name less likely than this is doubtful.
DOUBTFUL = 0.4
#: How likely a word of a sure one is in no name, at most, and in a name of the type, at least. In the gold papers set
#: aside 15 of 18 such names are right.
_OUTSIDE, _OF_TYPE = 0.1, 0.5


def sure_inside(
    start: int, end: int, proposed: Iterable[Candidate], shares: Floats, longs: Iterable[Phrase]
) -> list[tuple[Candidate, float]]:
    """The proposed names strictly inside words ``start`` to ``end`` that are sure, each with its least likely word.

    No two share a word; the longest are first. ``shares`` are the probabilities of tags, words × `TAGS`; of what the
    paper abbreviates, ``longs``, no part is a name.
    """
    whole = range(start, end)
    sure = [
        (found, least)
        for found in proposed
        if is_part(found.phrase, whole) and _may_be_alone(found) and (least := _least(found, shares))
    ]
    taken = {word for long in longs for word in range(long.start, long.end)}
    kept = []
    for found, least in sorted(sure, key=lambda each: (each[0].phrase.start - each[0].phrase.end, -each[1])):
        words = range(found.phrase.start, found.phrase.end)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append((found, least))
    return kept


def is_part(part: Phrase, whole: range) -> bool:
    """Whether all words of a phrase are among others, of which it is less."""
    return whole.start <= part.start < part.end <= whole.stop and part.end - part.start < len(whole)


def _least(found: Candidate, shares: Floats) -> float:
    """How likely its least likely word stands in a name of its type; 0 where that is too little."""
    words = shares[found.phrase.start : found.phrase.end]
    least = float(words[:, columns_of(EntityType(found.type))].sum(axis=1).min())
    return least if least >= _OF_TYPE and words[:, OUTSIDE].max() < _OUTSIDE else 0.0


def _may_be_alone(found: Candidate) -> bool:
    """Not so a known data set, of which *VBench-Q* is another, nor a quantity that is a metric where it is measured."""
    known_data = (found.finder, found.type) == ("known_names", EntityType.BENCHMARK)
    return not known_data and found.finder != "measured_names"
