"""Of which type a thing is, where its mentions do not agree."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import EntityType, Mention

#: A mention whose name a lexicon knows says as much of the type as so many others.
KNOWN = 10
_KINDS: dict[str, str] = {EntityType.MODEL: EntityType.METHOD}


def kind_of(type: str) -> str:
    """The type, a model being a method: papers call one thing now this, now that."""
    return _KINDS.get(type, type)


def type_of(mentions: Iterable[Mention]) -> str:
    """The type that the most certain mentions give; the order of EntityType where they tie."""
    weight: dict[str, float] = defaultdict(float)
    for mention in mentions:
        weight[mention.type] += mention.confidence * (KNOWN if mention.name else 1)
    return max(in_type_order(weight), key=weight.__getitem__)


def in_type_order(types: Iterable[str]) -> list[str]:
    """The types as EntityType has them, a user's own ones behind them."""
    order = list(EntityType)
    return sorted(types, key=lambda type: (order.index(EntityType(type)) if type in order else len(order), type))
