"""A user's own terms: marked wherever they stand, whatever the recognizer says."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.known_names import KnownNames
from kg.extraction.marked_names import Marked, mark, marked
from kg.extraction.paper_doc import field_offsets
from kg.lexicons import Name
from kg.model import OWN_TERMS


class OwnTerms(KnownNames):
    """Marks the terms with certainty; what overlaps with one gives way."""

    name = OWN_TERMS

    def _own_meanings(self, doc: Doc) -> dict[str, set[str]]:  # noqa: ARG002 (one method, two classes)
        """None: a user's term is that term whatever the paper abbreviates."""
        return {}

    def __call__(self, doc: Doc) -> Doc:
        """Mark the terms in the doc."""
        terms = [
            Marked(place, type, 1.0, finder, name)
            for place, type, finder, name in self.match(doc)
            if field_offsets(doc, place.start_char, place.end_char)
        ]
        if terms:
            taken = {token for term in terms for token in range(term.phrase.start, term.phrase.end)}
            others = (name for name in marked(doc) if taken.isdisjoint(range(name.phrase.start, name.phrase.end)))
            mark(doc, [*others, *terms])
        return doc


@Language.factory(OWN_TERMS, default_config={"terms": []})
def make_own_terms(nlp: Language, name: str, terms: Iterable[tuple[str, str, list[str]]]) -> OwnTerms:  # noqa: ARG001
    """Build the component with terms: type, name and aliases of each."""
    return OwnTerms(nlp, ((type, Name(term, tuple(aliases), "")) for type, term, aliases in terms))
