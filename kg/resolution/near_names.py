"""Names of one paper that share words: which of them mean one thing.

A paper says *Counterfactual Risk Minimization* in its title and *Counterfactual Risk Minimization for RAG (CoRM-RAG)*
below, *balanced online difficulty filtering* and then *balanced online filtering*; but *radiance fields* are not
*neural radiance fields*. No rule tells these apart, so it is weighed (`kg.resolution.near_name_odds`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import inf
from typing import NamedTuple

from kg.model import EntityType, Mention
from kg.resolution.entity_types import kind_of
from kg.resolution.forms import Form, Said, surest
from kg.resolution.near_name_odds import AGREED, Named, evidence, log_odds
from kg.resolution.shared_words import shared_words

#: Log-odds between which a person had better look, probabilities of 0.4 and 0.9.
_DOUBTFUL, _SURE = -0.405, 2.2

#: What is less sure than this is likely no name.
LIKELY = 0.4


class Near(NamedTuple):
    """A name and a better known one of a paper that may mean one thing: a mention of each, and if they were joined."""

    name: Mention
    other: Mention
    merged: bool
    log_odds: float


class NearThing(NamedTuple):
    """The forms of one thing, and what of them or beside them a person had better look at."""

    forms: list[Form]
    doubts: tuple[Near, ...]


def with_near_names(things: Sequence[list[Form]], said: Said) -> Iterator[NearThing]:
    """The things, each with those of its paper that likely are the same, the likeliest first.

    Of more than two each pair must be comparable, and all together likely: no chain ties two things.
    """
    named = named_things(things, said)
    odds = {pair: _odds(*_pick(named, pair), told, said) for pair, told in near_pairs(named)}
    groups = [[n] for n in range(len(things))]
    for one, other in sorted(odds, key=lambda pair: (-odds[pair], pair)):
        home, guest = groups[one], groups[other]
        if home is not guest and _mean(odds, home, guest) >= AGREED:
            home += guest
            for n in guest:
                groups[n] = home
    for n, group in enumerate(groups):
        if group[0] == n:
            doubts = (pair for pair in odds if pair[0] in group and _DOUBTFUL <= odds[pair] < _SURE)
            near = (_near(*_pick(named, pair), merged=pair[1] in group, log_odds=odds[pair]) for pair in doubts)
            yield NearThing([form for n in group for form in things[n]], tuple(near))


def named_things(things: Iterable[Sequence[Form]], said: Said) -> list[Named]:
    """The things as they are compared."""
    return [Named(forms, said) for forms in things]


def near_pairs(named: Sequence[Named]) -> Iterator[tuple[tuple[int, int], tuple[float, ...]]]:
    """The pairs of things that may be one, by their numbers, each with what speaks for it and against it."""
    by_beginning: dict[str, list[int]] = defaultdict(list)
    for number, thing in enumerate(named):
        for beginning in thing.beginnings:
            by_beginning[beginning].append(number)
    for n, m in sorted({pair for numbers in by_beginning.values() for pair in combinations(numbers, 2)}):
        one, other = named[n], named[m]
        if _may_be_one(one, other):
            near = {number for beginning in one.beginnings | other.beginnings for number in by_beginning[beginning]}
            yield (n, m), evidence(one, other, [named[number] for number in near - {n, m}])


def _may_be_one(one: Named, other: Named) -> bool:
    """Whether names with a beginning in common share a word, and nothing says outright that they are two things.

    That does: two names of lexicons, two explained abbreviations, types or numbers that differ, a family and its
    variant, or two of its variants. Quantities are told apart by the very words that other things are called without.
    """
    return not (
        (one.known and other.known)
        or (one.is_explained and other.is_explained)
        or EntityType.METRIC in (one.type, other.type)
        or kind_of(one.type) != kind_of(other.type)
        or one.numbers.isdisjoint(other.numbers)
        or not one.families.isdisjoint(other.keys | other.families)
        or not other.families.isdisjoint(one.keys)
        or not (shared := shared_words(one.names, other.names)).of_shorter
        or shared.is_variant
    )


def _odds(one: Named, other: Named, told: Sequence[float], said: Said) -> float:
    """The log-odds that two things are one, if no person has said so; what may be no name at all is none."""
    decided = said.decided(one, other)
    if decided is None:
        return log_odds(told) if min(one.confidence, other.confidence) >= LIKELY else -inf
    return inf if decided else -inf


def _mean(odds: dict[tuple[int, int], float], home: Iterable[int], guest: Iterable[int]) -> float:
    """The mean over all pairs; no chance where one cannot be compared, or a person has said no."""
    between = [odds.get((min(pair), max(pair)), -inf) for pair in product(home, guest)]
    return -inf if -inf in between else sum(between) / len(between)


def _pick(named: Sequence[Named], pair: tuple[int, int]) -> tuple[Named, Named]:
    return named[pair[0]], named[pair[1]]


def _near(one: Named, other: Named, merged: bool, log_odds: float) -> Near:
    name, better = sorted((one, other), key=lambda thing: (thing.known is not None, thing.is_explained, thing.often))
    return Near(surest(name.mentions), surest(better.mentions), merged, log_odds)
