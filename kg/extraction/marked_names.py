"""The names that stand marked in a doc, each with a confidence, until they become mentions."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kg.extraction.paper_doc import text_of

#: The span group of the marked names, in the order of the text; no two share a token.
MENTIONS = "mentions"
_CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Marked:
    """A name in its place. The span's label is its type, its id who found it, its ``kb_id`` the usual name if known."""

    span: Span
    #: Share of such names that are right, 0 to 1.
    confidence: float

    @property
    def text(self) -> str:
        """The name as it stands there; asking the span takes several times as long."""
        return text_of(self.span.doc)[self.span.start_char : self.span.end_char]


def mark(doc: Doc, names: Iterable[Marked]) -> None:
    """Let these be the doc's marked names."""
    ordered = sorted(names, key=lambda name: name.span.start)
    doc.spans[MENTIONS] = [name.span for name in ordered]
    doc.user_data[_CONFIDENCE] = [name.confidence for name in ordered]


def marked(doc: Doc) -> list[Marked]:
    """The doc's marked names; none before the recognizer has read it."""
    if MENTIONS not in doc.spans:
        return []
    return [Marked(*name) for name in zip(doc.spans[MENTIONS], doc.user_data[_CONFIDENCE], strict=True)]
