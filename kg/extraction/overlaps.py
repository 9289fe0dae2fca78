"""Of candidates that overlap, keep the longest; of equal ones, the finder that is most often right."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import candidates
from kg.extraction.paper_doc import field_offsets

#: The span group of what is kept, in the order of the text.
MENTIONS = "mentions"

#: Finders, the most trusted first.
TRUST = (
    "known_names",
    "metric_names",
    "versioned_names",
    "coined_names",
    "paired_names",
    "headed_names",
    "repeated_names",
)


@Language.component("overlaps")
def settle_overlaps(doc: Doc) -> Doc:
    """Write the candidates that stay into the span group `MENTIONS`."""
    whole = (span for span in candidates(doc) if field_offsets(doc, span.start_char, span.end_char))
    doc.spans[MENTIONS] = longest_first(whole)
    return doc


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Spans that share no token: the longest are taken first, then the most trusted, then the leftmost."""
    taken: set[int] = set()
    kept: list[Span] = []
    for span in sorted(spans, key=_order):
        tokens = range(span.start, span.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _order(span: Span) -> tuple[int, int, int, str]:
    return span.start_char - span.end_char, TRUST.index(span.id_), span.start, span.label_
