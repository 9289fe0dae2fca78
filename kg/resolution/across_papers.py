"""Which things of different papers are one: candidates, then reasons, then a score."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kg.model import EntityType
from kg.resolution.agreement import agreement, loosest_key
from kg.resolution.doubts import Doubt, doubt
from kg.resolution.entity_types import kind_of
from kg.resolution.things import Thing

#: The least score with which two things are one; below the second figure a person had better look.
AGREED, SURE = 0.75, 0.9

#: Whether two things must not be one, however their names agree.
Apart = Callable[[Thing, Thing], bool]


def join_things(
    things: list[Thing], apart: Apart, forbidden: Apart = lambda *_: False
) -> tuple[list[Thing], list[Doubt]]:
    """The things with those joined that agree, and the doubts.

    The best known of the candidates stands fast, and each other joins it if they agree directly; what does not is
    tried once more among the others. So nobody finds a merge that no single step explains. What is ``forbidden`` does
    not meet in a third thing either; what is only ``apart`` may.
    """
    joined: list[Thing] = []
    doubts: list[Doubt] = []
    for candidates in _candidates(things):
        while candidates:
            anchor, *others = candidates
            members: list[Thing] = []
            candidates = []
            for other in others:
                barred = apart(anchor, other) or any(forbidden(one, other) for one in members)
                found = None if barred else agreement(anchor.label, other.label, _common_type(anchor, other))
                agreed = found is not None and found.score >= AGREED
                (members if agreed else candidates).append(other)
                if found and found.score < SURE:
                    doubts.append(doubt(other, anchor, agreed, ", ".join(found.reasons)))
            joined.append(anchor.joined_with(members) if members else anchor)
    return joined, doubts


def _common_type(one: Thing, other: Thing) -> str:
    """The type whose rules hold for both names: in a method's, size and version do not change places."""
    return one.type if one.type == other.type else kind_of(one.type)


def _candidates(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Things of one kind whose names have one loosest key, the best known first."""
    blocks: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in things:
        kind = kind_of(thing.type)
        # Whatever is alike as names of methods is alike as names of models.
        type = EntityType.MODEL if kind == EntityType.METHOD else thing.type
        blocks[kind, loosest_key(thing.label, type)].append(thing)
    for key in sorted(blocks):
        yield sorted(blocks[key], key=lambda thing: (not thing.known, -len(thing.uses), thing.label))
