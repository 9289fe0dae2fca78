"""Short names that stand for several things: which of them a paper means that gives only the short name.

A paper that writes *SPO* alone and proposes nothing of that name means the long form whose papers and words are most
like its own, if that is clear.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.odds import probability
from kg.resolution.across_papers import Apart
from kg.resolution.coinages import coins
from kg.resolution.contexts import Contexts
from kg.resolution.doubts import Doubt, doubt
from kg.resolution.entity_types import kind_of
from kg.resolution.name_grammar import is_versioned
from kg.resolution.older_uses import is_long_before
from kg.resolution.surface import plain, spelling_key
from kg.resolution.things import Thing, Use
from kg.resolution.word_forms import singular

#: A logistic regression, fitted by ``python -m kg.training senses`` on papers that give short and long form, as if
#: they gave the short one alone: the log of the likeness of its words with the meaning's, how far that is ahead of
#: the next meaning's, whether the types agree, and the log of the number of papers that have the meaning. From 0.6 on
#: it was right for 87 of 100 such papers.
WEIGHTS = {"likeness": 3.61, "ahead": 4.65, "type": 0.42, "papers": 0.64}
BIAS = 6.16
#: What the likeness begins with, so that it has a logarithm.
LEAST_LIKENESS = 0.005
#: From this probability on, it is that meaning; between the second and the third a person had better look.
_MEANT, _UNLIKELY, _SURE = 0.6, 0.3, 0.8
#: A name with so many papers is established.
_MANY = 4


@dataclass(slots=True)
class _Settled:
    """What became of the things so far."""

    things: list[Thing] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    #: Index of a meaning → the uses of the short name that were given to it.
    given: dict[int, list[Use]] = field(default_factory=lambda: defaultdict(list))


def settle_senses(things: Sequence[Thing], contexts: Contexts, apart: Apart) -> tuple[list[Thing], list[Doubt]]:
    """The things with each short name given to what it means, as far as that can be told; and the doubts."""
    settled = _Settled()
    meanings: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        for short in thing.shorts:
            meanings[spelling_key(short)].append(thing)
    for thing in things:
        if thing.is_coined and not (thing.renamed or thing.whole):
            short = spelling_key(singular(plain(thing.label)))
            _settle(thing, meanings.get(short, []), contexts, apart, settled)
        else:
            settled.things.append(thing)
    return [_with(thing, settled.given.get(id(thing), [])) for thing in settled.things], settled.doubts


def _with(thing: Thing, uses: list[Use]) -> Thing:
    return thing.joined_with([Thing(uses)]) if uses else thing


def _give(
    uses: Iterable[Use], meanings: Sequence[Thing], contexts: Contexts, apart: Apart, settled: _Settled
) -> list[Thing]:
    """Give each use to what it means; what means none of them is left, as one thing."""
    left = []
    for use in uses:
        open_to = [one for one in meanings if not apart(Thing([use]), one) and not is_long_before(use, one)]
        meant, unsure = _meaning_of(use, open_to, contexts)
        if unsure:
            settled.doubts.append(unsure)
        if meant:
            settled.given[id(meant)].append(use)
        else:
            left.append(use)
    return [Thing(left)] if left else []


def _settle(thing: Thing, meanings: Sequence[Thing], contexts: Contexts, apart: Apart, settled: _Settled) -> None:
    """Part what a paper proposes under a short name from its other uses, and give these to what they mean."""
    if not meanings:
        settled.things.append(thing)
        return
    proposing = _proposing(thing)
    own = [Thing(proposing)] if proposing else []
    settled.things += own
    others = [use for use in thing.uses if use not in proposing]
    settled.things += _give(others, [*meanings, *own], contexts, apart, settled)


def _proposing(thing: Thing) -> list[Use]:
    """The uses that make the name their own. Where many use it, a role alone is no proof."""
    if is_versioned(thing.label):
        return []
    return [use for use in thing.uses if use.proposes and (len(thing.uses) < _MANY or coins(use))]


def _meaning_of(use: Use, meanings: Iterable[Thing], contexts: Contexts) -> tuple[Thing | None, Doubt | None]:
    """What a use means, if that is likely enough, and the doubt if it is not sure."""
    short = singular(plain(use.group.name))
    spelled = [thing for thing in meanings if short in {singular(plain(form)) for form in thing.forms}]
    likeness = sorted(
        ((contexts.similarity(use.paper, thing.first_papers, thing.label), thing) for thing in spelled),
        key=lambda pair: (-pair[0], pair[1].label, pair[1].uses[0].paper.id),
    )
    if not likeness:
        return None, None
    (best, thing), *others = likeness
    likely = _likely(best, best - others[0][0] if others else best, use, thing)
    meant = likely >= _MEANT
    reason = f"{short} stands for it here with probability {likely:.2f}"
    unsure = doubt(Thing([use]), thing, meant, reason) if _UNLIKELY <= likely < _SURE else None
    return thing if meant else None, unsure


def _likely(likeness: float, ahead: float, use: Use, thing: Thing) -> float:
    evidence = {
        "likeness": math.log(likeness + LEAST_LIKENESS),
        "ahead": ahead,
        "type": float(kind_of(use.group.type) == kind_of(thing.type)),
        "papers": math.log(len(thing.uses)),
    }
    return probability(BIAS + sum(WEIGHTS[name] * value for name, value in evidence.items()))
