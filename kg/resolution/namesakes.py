"""One name, several things: words that papers spell alike and do not mean alike.

A name that somebody coined may have been coined twice, an acronym that lexicons know may be short for something else,
and words with capitals may be two papers' names for parts of their own.
"""

from collections.abc import Iterable, Sequence

from kg.model import EntityType
from kg.odds import probability
from kg.resolution.coinages import coins, is_own_term, owned
from kg.resolution.contexts import Contexts
from kg.resolution.doubts import Doubt, doubt
from kg.resolution.entity_types import kind_of
from kg.resolution.meanings import Step, meanings
from kg.resolution.name_grammar import is_versioned
from kg.resolution.namesake_odds import AGREED, KNOWN_AGREED, written
from kg.resolution.older_uses import comes_late, first_month
from kg.resolution.surface import plain, spelling_key
from kg.resolution.things import Thing, Use

#: Likeness of papers that speak of one thing: one in ten has less, and of others three in four have; measured on
#: 13,000 pairs of papers that give one short form and its long form.
_HARDLY_ALIKE = 0.06
#: Three in five have more, of others one in twelve.
_ALIKE = 0.1
#: So near to the log-odds that are needed a person had better look.
_UNSURE = 0.8
#: What lexicons know under longer names, or under several words, is meant also by who proposes something by them.
_SHORT = 8


def part_namesakes(things: Iterable[Thing], contexts: Contexts) -> tuple[list[Thing], list[Doubt]]:
    """The things, those parted whose name seems to stand for several, and the doubts."""
    parted: list[Thing] = []
    doubts: list[Doubt] = []
    for thing in things:
        if not _may_be_several(thing):
            parted.append(thing)
            continue
        sure = [use for use in thing.uses if _is_sure(use, thing)]
        unsure = [use for use in thing.uses if not _is_sure(use, thing)]
        least = KNOWN_AGREED if thing.known else AGREED
        found = meanings(unsure, contexts, sure, least, first_month(thing.uses) if thing.known else None)
        doubts += (_doubt(step, least) for step in found.steps if abs(step.log_odds - least) < _UNSURE)
        if len(found.groups) == 1:
            parted.append(thing)
        elif thing.known:
            parted += _known_and_others(thing, found.groups)
        else:
            parted += map(thing.part, found.groups)
    return parted, doubts


def _may_be_several(thing: Thing) -> bool:
    """Whether it is short for something, or somebody coined the name or gives the words to a technique of his own."""
    if len(thing.uses) == 1 or thing.renamed or thing.whole:
        return False
    # A version is nothing that two papers invent, unless both present it as their own: GPT-4.1-nano is one, however
    # different its papers, and CAD-Coder is not.
    if is_versioned(thing.label) and not (kind_of(thing.type) == EntityType.METHOD and _is_coined_twice(thing)):
        return False
    if thing.known:
        return not all(_is_sure(use, thing) for use in thing.uses)
    return thing.is_coined or any(use.proposes for use in thing.uses)


def _is_coined_twice(thing: Thing) -> bool:
    return sum(map(coins, thing.uses)) > 1


def _is_sure(use: Use, thing: Thing) -> bool:
    """Whether the paper means what all mean: a user's term, mere words, what lexicons know and it does not propose.

    Of 353 pairs of papers that so use a short name of the lexicons 333 mean one thing; where a paper proposes it, or
    writes it as lexicons do not (*quality* is not QuALITY), 13 of 40.
    """
    name = plain(use.group.name)
    if is_own_term(use):
        return True
    if not thing.known:
        return name.islower() and not use.proposes
    if coins(use) and (_is_coined_twice(thing) or comes_late(use, first_month(thing.uses))):
        return False
    return use.group.known is not None and (not use.proposes or " " in name or len(name) > _SHORT)


def _known_and_others(thing: Thing, groups: Sequence[list[Use]]) -> list[Thing]:
    """The thing that lexicons know, and what others call so: that has a name of its own."""
    core, *others = sorted(groups, key=lambda uses: _foreignness(uses, thing))
    return [thing.part(core), *(thing.part(map(owned, uses), anew=True) for uses in others)]


def _foreignness(uses: Sequence[Use], thing: Thing) -> tuple[bool, bool, bool, int]:
    """What speaks against it that uses mean what lexicons know, the strongest first."""
    forms = {plain(mention.text) for use in uses for mention in use.group.mentions}
    is_sure = any(_is_sure(use, thing) for use in uses)
    return not is_sure, all(map(coins, uses)), thing.label not in forms, -len(uses)


def _doubt(step: Step, least: float) -> Doubt:
    reason = f"one name, and one thing with probability {probability(step.log_odds):.2f}"
    return doubt(Thing(step.group), Thing(step.other), step.log_odds >= least, reason)


def may_be_one(one: Thing, other: Thing, contexts: Contexts) -> bool:
    """Whether two things can be one whose names agree: not if they were parted, and rarely if a name was coined.

    A long form from which a paper coined a name is the same words elsewhere only if the papers are alike.
    """
    if one.anew is not other.anew:
        return False
    if one.has_namesakes and other.has_namesakes and spelling_key(one.label) == spelling_key(other.label):
        return False
    if _are_called_apart(one, other) or _coins_other(one, other, contexts) or _coins_other(other, one, contexts):
        return False
    if one.coined_shorts == other.coined_shorts or one.coined_shorts & other.coined_shorts:
        return True
    if one.coined_shorts and other.coined_shorts:
        return False
    return contexts.likeness(other.uses[0].paper, one.first_papers) >= _ALIKE


def _are_called_apart(one: Thing, other: Thing) -> bool:
    """Whether papers present both, and shorten what may be one long form in two ways: *WHB*, *WHBench*."""
    shorts, others = (set(map(spelling_key, thing.shorts)) for thing in (one, other))
    is_own = all(any(map(coins, thing.uses)) for thing in (one, other))
    return is_own and bool(shorts) and bool(others) and shorts.isdisjoint(others)


def _coins_other(one: Thing, other: Thing, contexts: Contexts) -> bool:
    """Whether a paper coins the one, and the other's papers have hardly a word of it."""
    if one.known or is_versioned(one.label):
        return False
    coining = [use for use in one.uses if coins(use)]
    # What most papers merely use is no coinage, whatever one of them presents.
    if 2 * len(coining) < len(one.uses) or _written(one) & _written(other):
        return False
    return any(contexts.likeness(use.paper, other.first_papers) < _HARDLY_ALIKE for use in coining)


def _written(thing: Thing) -> set[str]:
    return {form for use in thing.uses for form in written(use)}
