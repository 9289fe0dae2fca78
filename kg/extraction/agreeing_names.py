"""The document decides: what is surely a name in one place is that name wherever it stands in the paper."""

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.abbreviations import pairs_of
from kg.extraction.marked_names import Marked, mark, marked
from kg.extraction.name_shapes import places
from kg.extraction.paper_doc import field_offsets, text_of
from kg.extraction.rejected_names import in_address
from kg.model import EntityType

#: From this confidence on, a name speaks for its other places.
_SURE = 0.5
#: A place that the network passed over has so much of the confidence of the one that speaks for it.
_BY_HEARSAY = 0.9
_METRIC_BEHIND = re.compile(r"[\s)}$]{0,3}\s?metrics?\b")
_METRIC_ENDINGS = (" Score", "-Score", " Index", "-Index", " Metric")
_NEXT_WORD = 12


@Language.component("agreeing_names")
def let_names_agree(doc: Doc) -> Doc:
    """Mark the other places of the names that are sure, and the partners of sure abbreviations and long forms."""
    names = marked(doc)
    told = names
    for added in (_abbreviated, _repeated):
        told = [*told, *_apart(added(doc, told), told)]
    told = _with_metrics(doc, told)
    if told != names:
        mark(doc, told)
    return doc


def _with_metrics(doc: Doc, names: list[Marked]) -> list[Marked]:
    """The names, with those methods as metrics that the paper calls so in one place: *our TBC metric*, *Dice Score*.

    Of such names, annotators hold 19 in 20 for metrics; the network sees each place by itself.
    """
    called = {name.span.text for name in names if _called_metric(doc, name.span)}
    for short, long in pairs_of(doc):
        if not called.isdisjoint((short.text, long.text)):
            called |= {short.text, long.text}
    return [_as_metric(name) if name.span.text in called else name for name in names] if called else names


def _called_metric(doc: Doc, span: Span) -> bool:
    behind = text_of(doc)[span.end_char : span.end_char + _NEXT_WORD]
    return _METRIC_BEHIND.match(behind) is not None or span.text.endswith(_METRIC_ENDINGS)


def _as_metric(name: Marked) -> Marked:
    said = name.span
    if said.label_ != EntityType.METHOD:
        return name
    return Marked(Span(said.doc, said.start, said.end, label=EntityType.METRIC, span_id=said.id_), name.confidence)


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
