"""How likely two papers mean one thing by one name, from pairs of papers that were judged.

A language model read 1,000 pairs of uses of one name in papers of the corpus and said whether they mean one thing.
What is printed are the weights of a logistic regression of that, for ``kg.resolution.namesake_odds``, and how right it
is on pairs that it was not fitted to.
"""

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from kg.choices import MIN_CONFIDENCE
from kg.model import Findings, Mention, Paper
from kg.resolution.coinages import as_own
from kg.resolution.contexts import Contexts
from kg.resolution.namesake_odds import FITTED, Naming, evidence, with_logarithm
from kg.resolution.spelled_alike import things_of
from kg.resolution.things import Use
from kg.resolution.within_paper import group_mentions
from kg.training.regression import Floats, likelihood, regression

#: A row for each pair: where a mention of the name begins in each of two papers, whose texts are as readers clean them,
#: and whether both mean one thing. Those of whom nobody could tell were left out.
PAIRS = files("kg.training") / "namesakes.tsv"
HEADER = ("paper", "field", "start", "other_paper", "other_field", "other_start", "same")
_PARTS = 10
_CUTS = (0.2, 0.4, 0.6, 0.8)

#: Paper's id, field and first character of a mention.
Place = tuple[str, str, int]


class Judged(NamedTuple):
    """What speaks for and against it that two uses mean one thing, as `FITTED` takes it, and whether they do."""

    evidence: Floats
    same: bool


class Fit(NamedTuple):
    """Weights and bias; and at each cut how many of the pairs that are joined are two, and of those that are one."""

    weights: dict[str, float]
    bias: float
    table: list[tuple[float, int, int, int, int]]


def read_pairs() -> Iterator[tuple[Place, Place, bool]]:
    """The judged pairs."""
    with PAIRS.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            one = row["paper"], row["field"], int(row["start"])
            other = row["other_paper"], row["other_field"], int(row["other_start"])
            yield one, other, row["same"] == "1"


def judged(findings: Iterable[Findings], pairs: Iterable[tuple[Place, Place, bool]]) -> list[Judged]:
    """The pairs whose names are found, with what is found of them."""
    papers: list[Paper] = []
    uses: list[Use] = []
    for found in findings:
        papers.append(found.paper)
        uses += (as_own(Use(found.paper, group)) for group in group_mentions(found) if _is_kept(group.mentions))
    contexts = Contexts(papers)
    named = {
        (use.paper.id, mention.field, mention.start): Naming.by(use, len(thing.uses))
        for thing in things_of(uses)
        for use in thing.uses
        for mention in use.group.mentions
    }
    return [
        Judged(with_logarithm(evidence(named[one], [named[other]], contexts))[: len(FITTED)], same)
        for one, other, same in pairs
        if one in named and other in named
    ]


def fit(pairs: list[Judged]) -> Fit:
    """The logistic regression, fitted to all pairs, and judged by fits to nine in ten of them."""
    x, same = np.array([pair.evidence for pair in pairs]), np.array([float(pair.same) for pair in pairs])
    weights, bias = regression(x, same)
    likely, part = np.zeros(len(pairs)), np.arange(len(pairs)) % _PARTS
    for n in range(_PARTS):
        likely[part == n] = likelihood(x[part == n], *regression(x[part != n], same[part != n]))
    table = []
    for cut in _CUTS:
        joined, one = likely >= cut, same == 1
        table.append((cut, int((joined & ~one).sum()), int(joined.sum()), int((one & ~joined).sum()), int(one.sum())))
    return Fit(dict(zip(FITTED, weights.tolist(), strict=True)), bias, table)


def _is_kept(mentions: Iterable[Mention]) -> bool:
    return max(mention.confidence for mention in mentions) >= MIN_CONFIDENCE
