"""A name that is found once stands for the same thing wherever it stands in the paper."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.candidates import Candidate, Finder, candidates
from kg.extraction.known_names import MEASURED
from kg.extraction.name_shapes import distinctive, places
from kg.extraction.paper_doc import phrase_at, text_of


class RepeatedNames(Finder):
    """Marks every other occurrence of the names that the finders before it have found."""

    name = "repeated_names"

    def match(self, doc: Doc) -> Iterator[Candidate]:
        """Occurrences as whole words, in the same case; those found already come again and are settled later."""
        first: dict[str, Candidate] = {}
        for found in candidates(doc):
            form = found.phrase.text
            # A quantity is a metric in few of its places, and each has been found.
            is_name = found.finder != MEASURED and (" " in form or form[0].isupper() or distinctive(form))
            if is_name:
                first.setdefault(form, found)
        text = text_of(doc)
        taken: set[int] = set()
        for form in sorted(first, key=len, reverse=True):
            _, type, _, name = first[form]
            for start in places(text, form, plural=True):
                if start not in taken:
                    taken.update(range(start, start + len(form)))
                    if place := phrase_at(doc, start, start + len(form)):
                        yield Candidate(place, type, self.name, name)


@Language.factory("repeated_names")
def make_repeated_names(nlp: Language, name: str) -> RepeatedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return RepeatedNames()
