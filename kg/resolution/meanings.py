"""The things that papers mean by one name: their uses, brought together as long as they likely mean one.

Two groups of uses become one if that is likely by what speaks for and against it, as the mean over all pairs between
them. So no chain of papers, each a little like the next, ties two things.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kg.resolution.contexts import KNOWN_BY, Contexts
from kg.resolution.namesake_odds import AGREED, WEIGHTS, Floats, Naming, evidence, log_odds
from kg.resolution.things import Use


class Step(NamedTuple):
    """A group of uses that was joined with another, or kept from it, and the log-odds that they mean one thing."""

    group: list[Use]
    other: list[Use]
    log_odds: float


class Meanings(NamedTuple):
    """The uses of one thing each, that of the sure uses first; and how it came."""

    groups: list[list[Use]]
    steps: list[Step]


def meanings(
    uses: Sequence[Use],
    contexts: Contexts,
    sure: Sequence[Use] = (),
    least: float = AGREED,
    first: int | None = None,
) -> Meanings:
    """What papers mean by one name; beside ``uses`` some are ``sure`` to mean one thing.

    With log-odds of ``least`` uses are taken for one; what lexicons know was used from the ``first`` month on. A name
    is known by its first papers: each later use goes to the group to which it most likely belongs; those that belong
    to none are looked at in the same way.
    """
    papers = len(uses) + len(sure)
    left = [Naming.by(use, papers, first) for use in uses]
    core = [[Naming.by(use, papers, first) for use in sure[:KNOWN_BY]]] if sure else []
    found = Meanings([], [])
    while left or core:
        known, steps = _joined([*core, *([naming] for naming in left[:KNOWN_BY])], contexts, least)
        groups = [_uses(group) for group in known]
        left, later = _put(left[KNOWN_BY:], known, groups, contexts, least)
        found = Meanings(found.groups + groups, found.steps + steps + later)
        core = []
    if sure:
        found.groups[0].extend(sure[KNOWN_BY:])
    return found


def _put(
    namings: Sequence[Naming], known: Sequence[list[Naming]], groups: list[list[Use]], contexts: Contexts, least: float
) -> tuple[list[Naming], list[Step]]:
    """Put each use to that of the groups to which it belongs; the others are given back, with the steps."""
    left, steps = [], []
    for naming in namings:
        odds = [float(log_odds(evidence(naming, group, contexts))) for group in known]
        best = odds.index(max(odds))
        steps.append(Step([naming.use], _uses(known[best]), odds[best]))
        if odds[best] >= least:
            groups[best].append(naming.use)
        else:
            left.append(naming)
    return left, steps


def _joined(groups: list[list[Naming]], contexts: Contexts, least: float) -> tuple[list[list[Naming]], list[Step]]:
    """The groups with those joined, the likeliest first, that mean one thing."""
    steps = []
    sums = _sums(groups, contexts)
    while len(groups) > 1:
        sizes = np.array([len(group) for group in groups])
        odds = log_odds(sums / np.outer(sizes, sizes)[..., None])
        np.fill_diagonal(odds, -np.inf)
        one, other = sorted(map(int, np.unravel_index(np.argmax(odds), odds.shape)))
        steps.append(Step(_uses(groups[other]), _uses(groups[one]), float(odds[one, other])))
        if odds[one, other] < least:
            break
        groups[one] = groups[one] + groups.pop(other)
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        sums = np.delete(np.delete(sums, other, 0), other, 1)
    return groups, steps


def _sums(groups: Sequence[list[Naming]], contexts: Contexts) -> Floats:
    """Groups × groups × evidence: the sum over all pairs between two of them."""
    sums = np.zeros((len(groups), len(groups), len(WEIGHTS)))
    for n, group in enumerate(groups):
        for m, other in enumerate(groups[:n]):
            sums[n, m] = sums[m, n] = sum(evidence(one, other, contexts) for one in group) * len(other)
    return sums


def _uses(group: Sequence[Naming]) -> list[Use]:
    return [naming.use for naming in group]
