"""The document decides: what is surely a name in one place is that name wherever it stands in the paper."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.abbreviations import pairs_of
from kg.extraction.marked_names import Marked, mark, marked
from kg.extraction.name_shapes import places
from kg.extraction.paper_doc import field_offsets, text_of
from kg.extraction.rejected_names import in_address

#: From this confidence on, a name speaks for its other places.
_SURE = 0.5
#: A place that the network passed over has so much of the confidence of the one that speaks for it.
_BY_HEARSAY = 0.9


@Language.component("agreeing_names")
def let_names_agree(doc: Doc) -> Doc:
    """Mark the other places of the names that are sure, and the partners of sure abbreviations and long forms."""
    names = marked(doc)
    found = len(names)
    for added in (_abbreviated, _repeated):
        names += _apart(added(doc, names), names)
    if len(names) > found:
        mark(doc, names)
    return doc


def _abbreviated(doc: Doc, names: list[Marked]) -> Iterator[Marked]:
    by_place = {(name.span.start, name.span.end): name for name in names if name.confidence >= _SURE}
    for short, long in pairs_of(doc):
        for one, other in ((short, long), (long, short)):
            speaker = by_place.get((one.start, one.end))
            if speaker:
                yield _heard(speaker, other)


def _repeated(doc: Doc, names: list[Marked]) -> Iterator[Marked]:
    speakers: dict[str, Marked] = {}
    for name in sorted(names, key=lambda name: -name.confidence):
        if name.confidence >= _SURE:
            speakers.setdefault(name.span.text, name)
    marked_already = {name.span.start_char for name in names}
    for form in sorted(speakers, key=len, reverse=True):
        for start in places(text_of(doc), form):
            place = None if start in marked_already else doc.char_span(start, start + len(form))
            if place is not None:
                yield _heard(speakers[form], place)


def _heard(speaker: Marked, place: Span) -> Marked:
    said = speaker.span
    span = Span(place.doc, place.start, place.end, label=said.label_, kb_id=said.kb_id_, span_id="agreeing_names")
    return Marked(span, round(speaker.confidence * _BY_HEARSAY, 2))


def _apart(added: Iterable[Marked], names: list[Marked]) -> list[Marked]:
    """Those of the added names that share no token with a name or with one another, the first of them first."""
    taken = {token for name in names for token in range(name.span.start, name.span.end)}
    kept = []
    for name in added:
        tokens = range(name.span.start, name.span.end)
        if taken.isdisjoint(tokens) and _may_stand(name.span):
            taken.update(tokens)
            kept.append(name)
    return kept


def _may_stand(span: Span) -> bool:
    return field_offsets(span.doc, span.start_char, span.end_char) is not None and not in_address(span)
