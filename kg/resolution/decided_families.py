"""A person's rules carried out on families that no paper names: what is decided of a name holds above others, too."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.model import Variant
from kg.resolution.curation import YES, Action, Rule
from kg.resolution.surface import spelling_key

#: A type and a name.
_Named = tuple[str, str]


def with_former_names(names: Collection[_Named], rules: Iterable[Rule]) -> set[_Named]:
    """The names, and those from which a person renamed some of them: a thing keeps its place in its family."""
    types = defaultdict(set)
    for type, name in names:
        types[spelling_key(name)].add(type)
    renames = (rule for rule in rules if rule.decision == YES and rule.action is Action.RENAME and not rule.papers)
    return {*names} | {
        (type, rule.name) for rule in renames for type in types[spelling_key(rule.to)] if rule.type in ("", type)
    }


def obeyed(
    variants: Iterable[Variant], names: Collection[_Named], rules: Iterable[Rule]
) -> tuple[list[Variant], set[Rule]]:
    """The variants as the rules have them, sorted, and the rules that matched something.

    ``names`` are those that papers have: the rules have been carried out on them. A family that gets another type or is
    hidden is above nothing.
    """
    general = [rule for rule in rules if rule.decision == YES and rule.action is not Action.SPLIT and not rule.papers]
    by_key = {(type, spelling_key(name)): name for type, name in sorted(names)}
    matched: set[Rule] = set()

    def decided(type: str, name: str) -> str | None:
        for rule in general if (type, name) not in names else ():
            if rule.type in ("", type) and spelling_key(rule.name) == spelling_key(name):
                matched.add(rule)
                if rule.action in (Action.HIDE, Action.RETYPE):
                    return None
                return by_key.get((type, spelling_key(rule.to)), rule.to)
        return name

    kept, by_former_name = set(), set()
    for variant in variants:
        name, parent = decided(variant.type, variant.name), decided(variant.type, variant.parent)
        if name and parent and name != parent:
            kept.add(told := replace(variant, name=name, parent=parent))
            if name != variant.name and (variant.type, name) in names:
                by_former_name.add(told)
    # What a thing was called before tells its family, and only where that tells nothing its new name does.
    moved = {(variant.type, variant.name) for variant in by_former_name}
    return sorted(by_former_name | {each for each in kept if (each.type, each.name) not in moved}), matched
