"""What the learned recognizer is told of each token beside its word: what the finders say, and where it stands.

A finder's hit is evidence, no verdict: *Falcon* is in a lexicon, and the sentence decides.
"""

from collections import Counter
from collections.abc import Set

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH, LIKE_NUM, LOWER, SENT_START
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import candidates
from kg.extraction.own_work import own_work
from kg.extraction.paper_doc import title_length
from kg.extraction.rejected_names import rejected
from kg.model import EntityType

#: The finders whose hits are told, the most trusted first; a change asks for new weights.
FINDERS = (
    "known_names",
    "metric_names",
    "versioned_names",
    "coined_names",
    "paired_names",
    "headed_names",
    "repeated_names",
)
_FINDS = [(finder, str(type)) for finder in FINDERS for type in EntityType]
_MARKS = ("rejected", "short_form", "long_form")
_PLACES = ("in_title", "in_background", "repeats_title", "stands_again", "begins_sentence")
_SENTENCES = ("sentence_has_number", "sentence_compares")
#: Each is a column; of a span, the first token has a column of its own.
COLUMNS: tuple[str, ...] = (
    *(f"{finder} {type} {part}" for finder, type in _FINDS for part in ("begins", "goes on")),
    *(f"{mark} {part}" for mark in _MARKS for part in ("begins", "goes on")),
    *_PLACES,
    *_SENTENCES,
)
#: So many of the columns, from the first, come from finders; training hides some of them now and then.
FINDER_COLUMNS = 2 * len(_FINDS)

_COLUMN = {name: number for number, name in enumerate(COLUMNS)}
_FIND_COLUMN = {find: 2 * number for number, find in enumerate(_FINDS)}
#: Words by which a sentence says that something was measured; a cost is a metric only beside them or a number.
_COMPARING_WORDS = """
achieve achieves achieved achieving accelerate accelerates better best boost boosts compared competitive cut cuts
decrease decreased decreases decreasing evaluate evaluated exceed exceeding exceeds faster fewer gain gains halves
high higher highest improve improved improvement improvements improves improving increase increased increases
increasing less lower lowering lowers lowest measure measured measures measuring minimize minimizes minimizing more
outperform outperforming outperforms reach reaches reaching reduce reduced reduces reducing reduction reductions
report reported slower smaller superior surpass surpasses surpassing than trade worse yield yielding yields
"""
_COMPARING = frozenset(get_string_id(word) for word in _COMPARING_WORDS.split())
#: Words so short stand in many titles and mean nothing there.
_SHORT_WORD = 3


def evidence(doc: Doc) -> NDArray[np.float32]:
    """Tokens × `COLUMNS`, each 0 or 1."""
    rows = np.zeros((len(doc), len(COLUMNS)), dtype=np.float32)
    for span in candidates(doc):
        _mark(rows, span, _FIND_COLUMN[span.id_, span.label_])
    for span in rejected(doc):
        _mark(rows, span, _COLUMN["rejected begins"])
    for short, long in pairs_of(doc):
        _mark(rows, short, _COLUMN["short_form begins"])
        _mark(rows, long, _COLUMN["long_form begins"])
    rows[:, -len(_PLACES) - len(_SENTENCES) :] = _places(doc)
    return rows


def _mark(rows: NDArray[np.float32], span: Span, column: int) -> None:
    rows[span.start, column] = 1
    rows[span.start + 1 : span.end, column + 1] = 1


def _places(doc: Doc) -> NDArray[np.float32]:
    table = doc.to_array([IDX, LENGTH, LOWER, SENT_START, LIKE_NUM])
    offsets, long, words = table[:, 0].astype(np.int64), table[:, 1] > _SHORT_WORD, table[:, 2].tolist()
    in_title = offsets < title_length(doc)
    of_title = {word for word, counts in zip(words, (in_title & long).tolist(), strict=True) if counts}
    again = {word for word, times in Counter(words).items() if times > 1}
    begins = table[:, 3].astype(np.int64) == 1
    sentence = np.cumsum(begins)
    rows = np.empty((len(words), len(_PLACES) + len(_SENTENCES)), dtype=np.float32)
    rows[:, 0] = in_title
    rows[:, 1] = ~in_title & (offsets < own_work(doc))
    rows[:, 2] = _among(words, of_title)
    rows[:, 3] = _among(words, again)
    rows[:, 4] = begins
    rows[:, 5] = _in_sentence(sentence, table[:, 4] == 1)
    rows[:, 6] = _in_sentence(sentence, _among(words, _COMPARING))
    return rows


def _among(words: list[int], some: Set[int]) -> NDArray[np.bool_]:
    return np.fromiter(map(some.__contains__, words), dtype=bool, count=len(words))


def _in_sentence(sentence: NDArray[np.int64], true: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where a word's sentence, given by number, holds a word of which something is true."""
    held = np.zeros(sentence[-1] + 1, dtype=bool)
    held[sentence[true]] = True
    return held[sentence]
