"""A name that is found once stands for the same thing wherever it stands in the paper."""

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
        text = text_of(doc)
        taken: set[int] = set()
        for name in sorted(first, key=len, reverse=True):
            for start in _places(text, name):
                if start not in taken:
                    taken.update(range(start, start + len(name)))
                    place = doc.char_span(start, start + len(name))
                    if place is not None:
                        yield self.span(doc, place.start, place.end, first[name].label_, first[name].kb_id_)


def _places(text: str, name: str) -> Iterator[int]:
    """Where the name stands as a whole word or in the plural."""
    # A regular expression for each paper would take longer to build than this takes to search.
    start = text.find(name)
    while start >= 0:
        before, after = text[max(0, start - 1) : start], text[start + len(name) : start + len(name) + 2]
        behind = after[1:] if after[:1] == "s" else after[:1]
        if not _in_word(before) and not _in_word(behind):
            yield start
        start = text.find(name, start + 1)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@Language.factory("repeated_names")
def make_repeated_names(nlp: Language, name: str) -> RepeatedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return RepeatedNames()
