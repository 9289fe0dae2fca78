"""How likely a short name means what another paper spells out, from papers that give both.

Each use of a short form whose paper gives its long form is taken as if the long form were not there, and the
meaning most like it is looked for among the other papers. What is printed are the weights of a logistic regression
of whether it was the right one, for ``kg.resolution.senses``, and how right its probabilities are on the half of the
short forms that were not fitted on.
"""

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.model import Findings, Paper
from kg.resolution.agreement import loosest_key
from kg.resolution.contexts import Contexts
from kg.resolution.entity_types import kind_of
from kg.resolution.senses import LEAST_LIKENESS
from kg.resolution.things import Use
from kg.resolution.within_paper import group_mentions
from kg.training.regression import Floats, likelihood, regression

FEATURES = ("likeness", "ahead", "type", "papers")
_USES_OF_A_NAME = 3
_CUTS = (0.5, 0.6, 0.7, 0.8, 0.9)


class Sense(NamedTuple):
    """One use of a short form, what speaks for the meaning most like it, and whether it was meant."""

    short: str
    evidence: tuple[float, ...]
    meant: bool


class Fit(NamedTuple):
    """Weights of `FEATURES`, the bias, and at each cut the precision and recall of what is above it."""

    weights: dict[str, float]
    bias: float
    table: list[tuple[float, float, float]]


def senses(findings: Iterable[Findings], seed: int = 0) -> Iterator[Sense]:
    """The uses of short forms that at least two papers spell out."""
    papers: list[Paper] = []
    by_short: dict[str, list[Use]] = defaultdict(list)
    for found in findings:
        papers.append(found.paper)
        for group in group_mentions(found):
            if group.long and not group.known:
                by_short[group.name].append(Use(found.paper, group))
    contexts, dice = Contexts(papers), random.Random(seed)  # noqa: S311 (no secret)
    for short in sorted(by_short):
        uses = by_short[short]
        for use in dice.sample(uses, min(_USES_OF_A_NAME, len(uses))) if len(uses) > 1 else ():
            if not use.proposes:
                yield _sense(short, use, [other for other in uses if other is not use], contexts)


def fit(found: Iterable[Sense]) -> Fit:
    """The logistic regression, fitted on every second short form and judged on the others."""
    by_half: tuple[list[Sense], list[Sense]] = ([], [])
    shorts: dict[str, int] = {}
    for sense in found:
        by_half[shorts.setdefault(sense.short, len(shorts)) % 2].append(sense)
    fitted, judged = by_half
    weights, bias = regression(*_table(fitted))
    x, meant = _table(judged)
    likely = likelihood(x, weights, bias)
    table = [(cut, *_precision_and_recall(likely >= cut, meant)) for cut in _CUTS]
    return Fit(dict(zip(FEATURES, weights.tolist(), strict=True)), float(bias), table)


def _sense(short: str, use: Use, others: list[Use], contexts: Contexts) -> Sense:
    by_meaning: dict[str, list[Use]] = defaultdict(list)
    for other in others:
        by_meaning[_meaning(other)].append(other)
    scored = sorted(
        (
            (contexts.similarity(use.paper, [one.paper for one in uses], uses[0].group.long or ""), meaning)
            for meaning, uses in by_meaning.items()
        ),
        reverse=True,
    )
    (best, meaning), *rest = scored
    uses = by_meaning[meaning]
    same_type = sum(kind_of(one.group.type) == kind_of(use.group.type) for one in uses) * 2 >= len(uses)
    ahead = best - (rest[0][0] if rest else 0.0)
    evidence = (math.log(best + LEAST_LIKENESS), ahead, float(same_type), math.log(len(uses)))
    return Sense(short, evidence, meaning == _meaning(use))


def _meaning(use: Use) -> str:
    return loosest_key(use.group.long or "", use.group.type)


def _table(found: list[Sense]) -> tuple[Floats, Floats]:
    return np.array([sense.evidence for sense in found]), np.array([float(sense.meant) for sense in found])


def _precision_and_recall(chosen: npt.NDArray[np.bool_], meant: Floats) -> tuple[float, float]:
    right = float(meant[chosen].sum())
    return right / max(1, int(chosen.sum())), right / max(1.0, float(meant.sum()))
