"""Names by a trained network that reads each word in its surroundings and weighs what the finders say."""

import itertools
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.candidates import candidates
from kg.extraction.confidence import Calibration, read_calibration
from kg.extraction.contexts import keep_contexts
from kg.extraction.evidence import evidence
from kg.extraction.marked_names import Marked, mark
from kg.extraction.network import Network, log_probabilities, read_weights
from kg.extraction.paper_doc import field_offsets, phrase, words_of
from kg.extraction.rejected_names import in_address
from kg.extraction.remembered_rows import Floats
from kg.extraction.tags import OUTSIDE, best_tags, spans_of
from kg.extraction.usual_names import usual_name

#: By so much, as a logarithm, *outside* is held back: what is a little less likely a name than not is found too, and
#: its confidence decides.
_EAGERNESS = 1.0
#: Nothing that is read is sure beyond all doubt.
_SUREST = 0.99


class LearnedNames:
    """Decides which words are names, and of what type."""

    name = "learned_names"

    def __init__(self, network: Network, calibration: Calibration) -> None:
        self.network = network
        self.calibration = calibration

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names in the doc."""
        if len(doc):
            read = self.network.read(words_of(doc), evidence(doc))
            keep_contexts(doc, read.contexts)
            mark(doc, self._names(doc, read.scores))
        return doc

    def _names(self, doc: Doc, scores: Floats) -> Iterator[Marked]:
        eager = scores.copy()
        eager[:, OUTSIDE] -= _EAGERNESS
        tags = best_tags(eager)
        certainty = _certainty(scores, tags)
        proposed = [((found.phrase.start, found.phrase.end, found.type), found) for found in candidates(doc)]
        usual = {place: found.name for place, found in proposed if found.name}
        found_by = {place: found.finder for place, found in reversed(proposed)}
        words = words_of(doc)
        for first, last, type in spans_of(tags):
            least = min(itertools.islice(certainty, last - first))
            start, end = _without_space(words, first, last)
            if start == end:
                continue
            place = start, end, type
            name = phrase(doc, start, end)
            if field_offsets(doc, name.start_char, name.end_char) and not in_address(doc, name.start_char):
                share = min(round(self.calibration[type](least), 2), _SUREST)
                known = usual.get(place) or usual_name(name.text, type.value)
                yield Marked(name, type.value, share, found_by.get(place, self.name), known)


def _without_space(words: list[str], start: int, end: int) -> tuple[int, int]:
    """The run of words without white space at its ends: clean texts, of which the network has learned, hold none."""
    while start < end and words[start].isspace():
        start += 1
    while start < end and words[end - 1].isspace():
        end -= 1
    return start, end


def _certainty(scores: Floats, tags: NDArray[np.int64]) -> Iterator[float]:
    """How likely the tag is of each word that stands in a name, 0 to 1."""
    named = np.flatnonzero(tags)
    shares = np.exp(log_probabilities(scores[named])[np.arange(len(named)), tags[named]])
    return iter(shares.tolist())


@Language.factory("learned_names")
def make_learned_names(nlp: Language, name: str) -> LearnedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component with the weights that come with kg."""
    return LearnedNames(Network(read_weights()), read_calibration())
