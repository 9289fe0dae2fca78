"""Names by a trained network that reads each word in its surroundings and weighs what the finders say."""

from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import candidates
from kg.extraction.confidence import Calibration, read_calibration
from kg.extraction.evidence import evidence
from kg.extraction.marked_names import Marked, mark
from kg.extraction.network import Floats, Network, read_weights
from kg.extraction.paper_doc import field_offsets, words_of
from kg.extraction.rejected_names import in_address
from kg.extraction.tags import OUTSIDE, best_tags, spans_of

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
            mark(doc, self._names(doc, self.network.scores(words_of(doc), evidence(doc))))
        return doc

    def _names(self, doc: Doc, scores: Floats) -> Iterator[Marked]:
        eager = scores.copy()
        eager[:, OUTSIDE] -= _EAGERNESS
        tags = best_tags(eager)
        certainty = np.exp(scores[np.arange(len(tags)), tags]).tolist()
        proposed = candidates(doc)
        usual = {(span.start, span.end, span.label_): span.kb_id_ for span in proposed if span.kb_id_}
        found_by = {(span.start, span.end, span.label_): span.id_ for span in reversed(proposed)}
        for start, end, type in spans_of(tags):
            place = start, end, str(type)
            who = found_by.get(place, self.name)
            span = Span(doc, start, end, label=type, kb_id=usual.get(place, ""), span_id=who)
            if field_offsets(doc, span.start_char, span.end_char) and not in_address(span):
                yield Marked(span, min(round(self.calibration[type](min(certainty[start:end])), 2), _SUREST))


@Language.factory("learned_names")
def make_learned_names(nlp: Language, name: str) -> LearnedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component with the weights that come with kg."""
    return LearnedNames(Network(read_weights()), read_calibration())
