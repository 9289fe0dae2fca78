"""What the learned recognizer is told of each token beside its word: what the finders say, and where it stands.

A finder's hit is evidence, no verdict: *Falcon* is in a lexicon, and the sentence decides.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LIKE_NUM, LOWER, SHAPE
from spacy.strings import get_string_id
from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import candidates
from kg.extraction.own_work import own_work
from kg.extraction.paper_doc import Phrase, title_length, word_bounds, words_of
from kg.extraction.rejected_names import rejected
from kg.extraction.sentences import sentence_starts
from kg.model import EntityType

#: The finders whose hits are told, the most trusted first, and the types that each gives; a change asks for new
#: weights.
FINDERS: dict[str, tuple[EntityType, ...]] = {
    "known_names": tuple(EntityType),
    "measured_names": (EntityType.METRIC,),
    "metric_names": (EntityType.METRIC,),
    "versioned_names": (EntityType.BENCHMARK, EntityType.MODEL),
    "coined_names": tuple(EntityType),
    "paired_names": tuple(EntityType),
    "headed_names": tuple(EntityType),
    "repeated_names": tuple(EntityType),
}
_FINDS = [(finder, str(type)) for finder, types in FINDERS.items() for type in types]
_MARKS = ("rejected", "short_form", "long_form")
_PLACES = ("in_title", "in_background", "repeats_title", "stands_again", "begins_sentence")
_MEASURES = ("measures", "compares")
_SENTENCES = ("sentence_has_number", "sentence_has_measure", "sentence_compares")
#: Each is a column; of a phrase, the first word has a column of its own.
COLUMNS: tuple[str, ...] = (
    *(f"{finder} {type} {part}" for finder, type in _FINDS for part in ("begins", "goes on")),
    *(f"{mark} {part}" for mark in _MARKS for part in ("begins", "goes on")),
    *_PLACES,
    *_MEASURES,
    *_SENTENCES,
)
#: So many of the columns, from the first, come from finders; training hides some of them now and then.
FINDER_COLUMNS = 2 * len(_FINDS)
#: So many of the columns, from the first, are about phrases; the others are about every word.
PHRASE_COLUMNS = 2 * (len(_FINDS) + len(_MARKS))

_FIND_COLUMN = {find: 2 * number for number, find in enumerate(_FINDS)}
_REJECTED, _SHORT_FORM, _LONG_FORM = range(FINDER_COLUMNS, PHRASE_COLUMNS, 2)
#: Words by which a sentence says that something was measured; a cost is a metric only beside them or a number.
_COMPARING_WORDS = """
achieve achieves achieved achieving accelerate accelerates better best boost boosts compared competitive cut cuts
decrease decreased decreases decreasing evaluate evaluated exceed exceeding exceeds faster fewer gain gains halves
high higher highest improve improved improvement improvements improves improving increase increased increases
increasing less lower lowering lowers lowest measure measured measures measuring minimize minimizes minimizing more
outperform outperforming outperforms reach reaches reaching reduce reduced reduces reducing reduction reductions
report reported slower smaller superior surpass surpasses surpassing than trade worse yield yielding yields
"""
#: What makes a number one that was measured rather than counted.
_MEASURING_WORDS = "% \\% percent percentage points pp x × fold times db ms"
#: Shapes of numbers that are measured by themselves: *0.93*, *+2.5x*, *3×*.
_MEASURED_SHAPES = [
    f"{sign}{'d' * before}{point}{end}"
    for sign in ("", "+", "-", "~")
    for before in range(1, 5)
    for point in ("", *("." + "d" * behind for behind in range(1, 5)))
    for end in ("", "x", "×", "%")
    if point or end
]
#: Words so short stand in many titles and mean nothing there.
_SHORT_WORD = 3


_Bools = NDArray[np.bool_]
#: Words, or their shapes, by the numbers that spaCy gives them.
_Words = NDArray[np.uint64]


def _sorted_ids(words: Iterable[str]) -> _Words:
    return np.sort(np.array([get_string_id(word) for word in words], dtype=np.uint64))


_COMPARING, _MEASURING = _sorted_ids(_COMPARING_WORDS.split()), _sorted_ids(_MEASURING_WORDS.split())
_MEASURED = _sorted_ids(_MEASURED_SHAPES)


class Evidence(NamedTuple):
    """What is told of the words of a doc, as bits: most words stand in no phrase, and few phrases are alike."""

    #: The words of which the first `PHRASE_COLUMNS` say something, in their order.
    words: NDArray[np.intp]
    #: What they say of each: the n-th bit is the n-th of `COLUMNS`.
    marks: list[int]
    #: What the other columns say of every word of the doc: the n-th bit is the n-th of them.
    places: NDArray[np.uint16]

    def window(self, start: int, end: int) -> "Evidence":
        """What is told of the words from ``start`` to ``end``."""
        first, last = self.words.searchsorted((start, end))
        return Evidence(self.words[first:last] - start, self.marks[first:last], self.places[start:end])

    @property
    def rows(self) -> _Bools:
        """Words × `COLUMNS`."""
        rows = np.zeros((len(self.places), len(COLUMNS)), dtype=np.bool_)
        for word, mark in zip(self.words, self.marks, strict=True):
            rows[word] = [mark >> column & 1 for column in range(len(COLUMNS))]
        width = len(COLUMNS) - PHRASE_COLUMNS
        rows[:, PHRASE_COLUMNS:] = self.places[:, None] >> np.arange(width) & 1
        return rows


def evidence(doc: Doc) -> Evidence:
    """What the finders say of the words of a doc, and where they stand."""
    marks: dict[int, int] = defaultdict(int)
    for candidate in candidates(doc):
        _mark(marks, candidate.phrase, _FIND_COLUMN[candidate.finder, candidate.type])
    for candidate in rejected(doc):
        _mark(marks, candidate.phrase, _REJECTED)
    for short, long in pairs_of(doc):
        _mark(marks, short, _SHORT_FORM)
        _mark(marks, long, _LONG_FORM)
    words = sorted(marks)
    return Evidence(np.array(words, dtype=np.intp), [marks[word] for word in words], _places(doc))


def _mark(marks: dict[int, int], phrase: Phrase, column: int) -> None:
    marks[phrase.start] |= 1 << column
    for word in range(phrase.start + 1, phrase.end):
        marks[word] |= 2 << column


def _places(doc: Doc) -> NDArray[np.uint16]:
    words, numbers, shapes = doc.to_array([LOWER, LIKE_NUM, SHAPE]).T
    begins, _ = word_bounds(doc)
    title, own = (bisect_left(begins, offset) for offset in (title_length(doc), own_work(doc)))
    starts = sentence_starts(doc)
    told = np.zeros((len(COLUMNS) - PHRASE_COLUMNS, len(words)), dtype=np.bool_)
    told[0, :title] = True
    told[1, title:own] = True
    told[2] = _among(words, np.sort(words[:title][[len(word) > _SHORT_WORD for word in words_of(doc)[:title]]]))
    told[3] = _twice(words)
    told[4, starts] = True
    told[5] = _among(words, _MEASURING) | _among(shapes, _MEASURED)
    told[6] = _among(words, _COMPARING)
    told[7:] = numbers == 1, told[5], told[6]
    lengths = [end - start for start, end in pairwise((*starts, len(words)))]
    told[7:] = np.logical_or.reduceat(told[7:], starts, axis=1).repeat(lengths, axis=1)
    low, high = np.packbits(told, axis=0, bitorder="little")
    places: NDArray[np.uint16] = low | high.astype(np.uint16) << 8
    return places


def _among(words: _Words, some: _Words) -> _Bools | bool:
    """Which of the words are among some, which are sorted."""
    return some.take(some.searchsorted(words), mode="clip") == words if len(some) else False


def _twice(words: _Words) -> _Bools:
    """Which of the words stand there more than once."""
    order = words.argsort()
    ordered = words[order]
    like_next = ordered[1:] == ordered[:-1]
    twice = np.zeros(len(words), dtype=np.bool_)
    twice[order[1:][like_next]] = True
    twice[order[:-1][like_next]] = True
    return twice
