"""The things of a doc: its marked names, those of one thing together."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.marked_names import Marked
from kg.model import EntityType
from kg.names import name_key

#: A method that is a model, too, is one thing.
_METHOD_LIKE = {EntityType.MODEL.value: EntityType.METHOD.value}
_THINGS = "doc_things"


def things_of(doc: Doc, names: Sequence[Marked]) -> list[tuple[int, ...]]:
    """Names that are alike, or one the abbreviation of the other, by their positions among the doc's marked names.

    A benchmark and a metric of one name are two things, a method and a model one. Worked out once for the same list.
    """
    worked_out: tuple[Sequence[Marked], list[tuple[int, ...]]] | None = doc.user_data.get(_THINGS)
    if worked_out is None or worked_out[0] is not names:
        worked_out = doc.user_data[_THINGS] = (names, _things(doc, names))
    return worked_out[1]


def _things(doc: Doc, names: Sequence[Marked]) -> list[tuple[int, ...]]:
    keys = [name_key(name.phrase.text) for name in names]
    if full := {name_key(short.text): name_key(long.text) for short, long in pairs_of(doc)}:
        keys = [full.get(key, key) for key in keys]
    known = {key: name_key(name.name) for key, name in zip(keys, names, strict=True) if name.name}
    things: dict[tuple[str, str], list[int]] = {}
    for n, (key, name) in enumerate(zip(keys, names, strict=True)):
        things.setdefault((known.get(key, key), _METHOD_LIKE.get(name.type, name.type)), []).append(n)
    return [tuple(members) for members in things.values()]
