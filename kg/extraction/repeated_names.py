"""A name that is found once stands for the same thing wherever it stands in the paper."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import Finder, candidates
from kg.extraction.name_shapes import distinctive
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
        if not first:
            return
        names = sorted(first, key=len, reverse=True)
        for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?=s?(?!\w))", text_of(doc)):
            known = first[match[0]]
            place = doc.char_span(*match.span())
            if place is not None:
                yield self.span(doc, place.start, place.end, known.label_, known.kb_id_)


@Language.factory("repeated_names")
def make_repeated_names(nlp: Language, name: str) -> RepeatedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return RepeatedNames()
