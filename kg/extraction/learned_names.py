"""Names by a trained network that reads each word in its surroundings and weighs what the finders say."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import Candidate, candidates
from kg.extraction.coined_names import CoinedNames
from kg.extraction.confidence import Calibration, read_calibration
from kg.extraction.contexts import keep_contexts
from kg.extraction.evidence import evidence
from kg.extraction.inner_names import DOUBTFUL, sure_inside
from kg.extraction.marked_names import Marked, mark
from kg.extraction.network import Network, log_probabilities, read_weights
from kg.extraction.paper_doc import Phrase, field_offsets, phrase, words_of
from kg.extraction.rejected_names import in_address
from kg.extraction.remembered_rows import Floats
from kg.extraction.tags import OUTSIDE, best_tags, spans_of
from kg.extraction.usual_names import usual_name
from kg.model import EntityType

#: By so much, as a logarithm, *outside* is held back: what is a little less likely a name than not is found too, and
#: its confidence decides.
_EAGERNESS = 1.0
#: What a paper surely coins is a name, whatever the network thinks of it: in the gold papers 789 of 793 are. It tells
#: of which type; below the second share, the noun beside the name does.
_COINED, _COINED_TYPE = 0.97, 0.6
_TWO_CAPITALS = re.compile(r"[^\s-]*[A-Z][^\s-]*[A-Z]\S*|\S*-[^\s-]*[A-Z][^\s-]*[A-Z]\S*")
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
        shares = np.exp(log_probabilities(scores))
        certainty = _certainty(shares, tags)
        proposed = candidates(doc)
        longs = {short.text.removesuffix("s"): long for short, long in pairs_of(doc)}
        by_place = [((found.phrase.start, found.phrase.end, found.type), found) for found in proposed]
        usual = {place: found.name for place, found in by_place if found.name}
        found_by = {place: found.finder for place, found in reversed(by_place)}
        coined = _coined(doc)
        words = words_of(doc)
        for first, last, type in spans_of(tags):
            told = list(itertools.islice(certainty, last - first))
            start, end = _without_space(words, first, last)
            if start == end:
                continue
            name = phrase(doc, start, end)
            if field_offsets(doc, name.start_char, name.end_char) and not in_address(doc, name.start_char):
                type, share = self._meant(type, told, coined.get((start, end)))
                inside = sure_inside(start, end, proposed, shares, longs.values()) if share < DOUBTFUL else ()
                if inside:
                    yield from self._inside(inside, longs)
                    continue
                place = start, end, type
                known = usual.get(place) or _usual_name(name, type, longs)
                yield Marked(name, type.value, share, found_by.get(place, self.name), known)

    def _inside(self, inside: Iterable[tuple[Candidate, float]], longs: Mapping[str, Phrase]) -> Iterator[Marked]:
        for found, least in inside:
            type = EntityType(found.type)
            share = min(round(self.calibration[type](least), 2), _SUREST)
            known = found.name or _usual_name(found.phrase, type, longs)
            yield Marked(found.phrase, type, share, found.finder, known)

    def _meant(
        self, type: EntityType, told: list[tuple[float, float]], coined: EntityType | None
    ) -> tuple[EntityType, float]:
        """The type and the confidence of a name, of what was told of its words, and as what it is surely coined."""
        least, outside = min(told)[0], max(outside for _, outside in told)
        share = self.calibration[type](least)
        if coined:
            of_type = _COINED * least / max(1 - outside, least)
            if of_type < _COINED_TYPE and coined != EntityType.METHOD:
                # The network is of two minds, and the paper says which; a method is what it says no more of.
                type, of_type = coined, _COINED_TYPE
            share = max(share, of_type)
        return type, min(round(share, 2), _SUREST)


def _usual_name(name: Phrase, type: EntityType, longs: Mapping[str, Phrase]) -> str:
    long = longs.get(name.text.removesuffix("s"))
    return usual_name(name.text, type.value, long.text if long else "")


def _coined(doc: Doc) -> dict[tuple[int, int], EntityType]:
    """Where the paper surely coins a name of one word with two capitals, and of which type it says that it is."""
    shorts = {short.text for short, _ in pairs_of(doc)}
    return {
        (found.phrase.start, found.phrase.end): EntityType(found.type)
        for found in candidates(doc)
        if found.finder == CoinedNames.name
        and _TWO_CAPITALS.fullmatch(text := found.phrase.text)
        and text not in shorts
    }


def _without_space(words: list[str], start: int, end: int) -> tuple[int, int]:
    """The run of words without white space at its ends: clean texts, of which the network has learned, hold none."""
    while start < end and words[start].isspace():
        start += 1
    while start < end and words[end - 1].isspace():
        end -= 1
    return start, end


def _certainty(shares: Floats, tags: NDArray[np.int64]) -> Iterator[tuple[float, float]]:
    """Of each word that stands in a name, how likely its tag is, and that it stands in none; 0 to 1."""
    named = np.flatnonzero(tags)
    return zip(shares[named, tags[named]].tolist(), shares[named, OUTSIDE].tolist(), strict=True)


@Language.factory("learned_names")
def make_learned_names(nlp: Language, name: str) -> LearnedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component with the weights that come with kg."""
    return LearnedNames(Network(read_weights()), read_calibration())
