"""A name that is found once stands for the same thing wherever it stands in the paper."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import Finder, candidates
from kg.extraction.name_shapes import distinctive, places
from kg.extraction.paper_doc import text_of


class RepeatedNames(Finder):
    """Marks every other occurrence of the names that the finders before it have found."""

    name = "repeated_names"

    def match(self, doc: Doc) -> Iterator[Span]:
        """Occurrences as whole words, in the same case; those found already come again and are settled later."""
        first: dict[str, Span] = {}
        for span in candidates(doc):
            if " " in span.text or distinctive(span.text) or span.text[:1].isupper():
                first.setdefault(span.text, span)
        text = text_of(doc)
        taken: set[int] = set()
        for name in sorted(first, key=len, reverse=True):
            for start in places(text, name, plural=True):
                if start not in taken:
                    taken.update(range(start, start + len(name)))
                    place = doc.char_span(start, start + len(name))
                    if place is not None:
                        yield self.span(doc, place.start, place.end, first[name].label_, first[name].kb_id_)


@Language.factory("repeated_names")
def make_repeated_names(nlp: Language, name: str) -> RepeatedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return RepeatedNames()
