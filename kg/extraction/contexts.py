"""What the recognizer's network knows of the words in and around a name, kept for what reads the doc after it."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from spacy.tokens import Doc

from kg.extraction.marked_names import Marked
from kg.extraction.network import normalized
from kg.extraction.remembered_rows import Floats

#: The slot of a linear model that the columns of contexts fill.
CONTEXT = "context"
_CONTEXTS, _OF_NAMES = "contexts", "contexts_of_names"


class Words(Protocol):
    """A run of a doc's words."""

    @property
    def start(self) -> int:
        """The first word."""

    @property
    def end(self) -> int:
        """The first word behind it."""


def keep_contexts(doc: Doc, contexts: Floats) -> None:
    """Keep words × columns in the doc."""
    doc.user_data[_CONTEXTS] = contexts


def contexts_of(doc: Doc, phrases: Sequence[Words]) -> Floats:
    """Phrases × four times the columns: of the first word, the last, the one before and the one behind.

    Each is brought to one length; at the ends of the text the first and the last word are told twice. Without a
    column if no network has read the doc.
    """
    contexts = doc.user_data.get(_CONTEXTS)
    if contexts is None:
        return np.zeros((len(phrases), 0), dtype=np.float32)
    words = [
        word for phrase in phrases for word in (phrase.start, phrase.end - 1, max(phrase.start - 1, 0), phrase.end)
    ]
    return normalized(contexts.take(words, axis=0, mode="clip")).reshape(len(phrases), 4 * contexts.shape[1])


def name_contexts(doc: Doc, names: Sequence[Marked]) -> Floats:
    """The same of the doc's marked names; worked out once for the same list."""
    known: tuple[Sequence[Marked], Floats] | None = doc.user_data.get(_OF_NAMES)
    if known is None or known[0] is not names:
        known = doc.user_data[_OF_NAMES] = (names, contexts_of(doc, [name.phrase for name in names]))
    return known[1]
