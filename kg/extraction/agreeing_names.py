"""The document decides: what is surely a name in one place is that name wherever it stands in the paper."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.abbreviations import is_initials, pairs_of
from kg.extraction.marked_names import Marked, mark, marked
from kg.extraction.motives import without_motives
from kg.extraction.name_shapes import places
from kg.extraction.own_kinds import with_own_kinds
from kg.extraction.paper_doc import Phrase, field_offsets, phrase_at, text_of
from kg.extraction.rejected_names import in_address
from kg.extraction.spelling_variants import may_stand_over, variants

#: From this confidence on, a name speaks for its other places.
_SURE = 0.5
#: A place that the network passed over has so much of the confidence of the one that speaks for it.
_BY_HEARSAY = 0.9


@Language.component("agreeing_names")
def let_names_agree(doc: Doc) -> Doc:
    """Mark the other places of the names that are sure, and the partners of sure abbreviations and long forms."""
    names = _with_variants(doc, marked(doc))
    for added in (_abbreviated, _repeated):
        names = [*names, *_apart(doc, added(doc, names), names)]
    mark(doc, without_motives(doc, with_own_kinds(doc, names)))
    return doc


def _abbreviated(doc: Doc, names: list[Marked]) -> Iterator[Marked]:
    pairs = pairs_of(doc)
    by_place = {name.phrase: name for name in names if name.confidence >= _SURE} if pairs else {}
    for short, long in pairs:
        for one, other in ((short, long), (long, short)):
            speaker = by_place.get(one)
            if speaker:
                # What is coined from an established name is not established.
                yield _heard(speaker if is_initials(short.text, long.text) else speaker._replace(name=""), other)


def _repeated(doc: Doc, names: list[Marked]) -> Iterator[Marked]:
    speakers: dict[str, Marked] = {}
    for name in sorted(names, key=lambda name: -name.confidence):
        if name.confidence >= _SURE:
            speakers.setdefault(name.phrase.text, name)
    marked_already = {name.phrase.start_char for name in names}
    for form in sorted(speakers, key=len, reverse=True):
        for start in places(text_of(doc), form):
            place = None if start in marked_already else phrase_at(doc, start, start + len(form))
            if place is not None:
                yield _heard(speakers[form], place)


def _with_variants(doc: Doc, names: list[Marked]) -> list[Marked]:
    """The names, and the other spellings of quite sure ones, which stand for what was marked of their words."""
    at = {word: name for name in names for word in range(name.phrase.start, name.phrase.end)}
    for speaker, place in variants(doc, names):
        if may_stand_over(place, at) and _may_stand(doc, place):
            at.update(dict.fromkeys(range(place.start, place.end), _heard(speaker, place)))
    return list({name.phrase: name for name in at.values()}.values())


def _heard(speaker: Marked, place: Phrase) -> Marked:
    share = round(speaker.confidence * _BY_HEARSAY, 2)
    return Marked(place, speaker.type, share, "agreeing_names", speaker.name)


def _apart(doc: Doc, added: Iterable[Marked], names: list[Marked]) -> list[Marked]:
    """Those of the added names that share no token with a name or with one another, the first of them first."""
    taken: set[int] = set()
    kept = []
    for name in added:
        taken = taken or {token for name in names for token in range(name.phrase.start, name.phrase.end)}
        tokens = range(name.phrase.start, name.phrase.end)
        if taken.isdisjoint(tokens) and _may_stand(doc, name.phrase):
            taken.update(tokens)
            kept.append(name)
    return kept


def _may_stand(doc: Doc, phrase: Phrase) -> bool:
    inside = field_offsets(doc, phrase.start_char, phrase.end_char) is not None
    return inside and not in_address(doc, phrase.start_char)
