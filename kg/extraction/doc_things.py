"""The things of a doc: its marked names, those of one thing together."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.marked_names import Marked
from kg.model import EntityType
from kg.names import name_key

#: Types of which a thing may have now the one, now the other.


_METHOD_LIKE = {EntityType.MODEL.value: EntityType.METHOD.value}


def things_of(doc: Doc, names: Sequence[Marked]) -> list[tuple[int, ...]]:
    """Names that are alike, or one the abbreviation of the other, by their positions among the doc's marked names.

    A benchmark and a metric of one name are two things, a method and a model one.
    """
    longs = {name_key(short.text): name_key(long.text) for short, long in pairs_of(doc)}
    texts = [name_key(name.text) for name in names]
    known = {
        longs.get(text, text): name_key(name.span.kb_id_)
        for text, name in zip(texts, names, strict=True)
        if name.span.kb_id_
    }
    things: dict[tuple[str, str], list[int]] = {}
    for n, text in enumerate(texts):
        long = longs.get(text, text)
        label = names[n].span.label_
        things.setdefault((known.get(long, long), _METHOD_LIKE.get(label, label)), []).append(n)
    return [tuple(members) for members in things.values()]
