"""How finders hand on what they found: as typed spans, overlaps and all, until the recognizer weighs them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable

from spacy.tokens import Doc, Span

#: The span group that all finders add to. A span's label is its entity type, its id the finder's name, its
#: ``kb_id`` the usual name of the thing where the finder knows it.
CANDIDATES = "candidates"


class Finder(ABC):
    """A pipeline component that proposes names: `match` finds them, calling it writes them into the doc."""

    #: The name under which its finds stand in the output.
    name: str

    @abstractmethod
    def match(self, doc: Doc) -> Iterable[Span]:
        """Find names in the doc, and change nothing."""

    def __call__(self, doc: Doc) -> Doc:
        """Add what `match` finds to the doc's candidates."""
        add_candidates(doc, self.match(doc))
        return doc

    def span(self, doc: Doc, start: int, end: int, label: str, name: str = "") -> Span:
        """A candidate over tokens ``start`` to ``end`` (exclusive)."""
        return Span(doc, start, end, label=label, kb_id=name, span_id=self.name)

    def char_span(self, doc: Doc, start: int, end: int, label: str) -> Span | None:
        """A candidate over characters ``start`` to ``end``; None where they are no run of whole tokens."""
        return doc.char_span(start, end, label=label, span_id=self.name)


def candidates(doc: Doc) -> list[Span]:
    """All spans proposed so far."""
    return list(doc.spans[CANDIDATES]) if CANDIDATES in doc.spans else []


def add_candidates(doc: Doc, spans: Iterable[Span]) -> None:
    """Add spans to those proposed so far."""
    if CANDIDATES in doc.spans:
        doc.spans[CANDIDATES].extend(list(spans))
    else:
        doc.spans[CANDIDATES] = list(spans)
