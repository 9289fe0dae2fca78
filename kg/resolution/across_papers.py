"""Which names of different papers stand for one thing, and under which name it is shown."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.model import EntityType
from kg.names import name_key
from kg.resolution.within_paper import Group

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "via", "with"}
)


class Names:
    """The shown name and the type of each thing, voted for by the papers that name it."""

    def __init__(self, groups: Iterable[Group]) -> None:
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        types: dict[str, Counter[EntityType]] = defaultdict(Counter)
        for group in groups:
            key = _key(group)
            # One lexicon entry outweighs any number of spellings.
            weight = 1_000_000 if group.known else 1
            forms[key][group.name] += weight
            types[key][group.type] += weight
        self._name = {key: max(sorted(votes), key=votes.__getitem__) for key, votes in forms.items()}
        self._type = {key: max(EntityType, key=votes.__getitem__) for key, votes in types.items()}

    def of(self, group: Group) -> tuple[str, EntityType]:
        """The name and type under which the group's thing is shown."""
        key = _key(group)
        return shown_name(self._name[key], self._type[key]), self._type[key]


def shown_name(name: str, type: EntityType) -> str:
    """Terms in title case as in an encyclopedia, metrics and proper names as they are written.

    *emulated fine-tuning* → *Emulated Fine-Tuning*; *success rate* and *pass@1* stay.
    """
    if type is EntityType.METRIC or name != name.lower() or not re.search(r"[\s-]", name):
        return name
    words = re.split(r"([\s-]+)", name)
    return "".join(word if n and word in _SMALL else word[:1].upper() + word[1:] for n, word in enumerate(words))


def _key(group: Group) -> str:
    return name_key(group.name) or group.name
