"""Abbreviation and long form are one thing: what is known of one holds for the other."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import Candidate, Finder, candidates
from kg.extraction.head_nouns import head_type
from kg.extraction.rejected_names import plays_role


class PairedNames(Finder):
    """Types the abbreviation by its long form and the long form by its abbreviation or its last word."""

    name = "paired_names"

    def match(self, doc: Doc) -> Iterator[Candidate]:
        """Both halves of each pair of which one is a candidate or the long form ends in a telling noun."""
        found = {found.phrase: found for found in reversed(candidates(doc))}
        for short, long in pairs_of(doc):
            known = found.get(long) or found.get(short)
            type = known.type if known else head_type(long.text) if long.text[:1].isupper() else None
            if type and not plays_role(long.text):
                name = known.name if known else ""
                yield Candidate(short, type, self.name, name)
                yield Candidate(long, type, self.name, name)


@Language.factory("paired_names")
def make_paired_names(nlp: Language, name: str) -> PairedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return PairedNames()
