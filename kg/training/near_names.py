"""How likely two names of one paper mean one thing, from the labelled papers.

What is printed are the weights of a logistic regression, for ``kg.resolution.near_name_odds``, and how right it is on
papers that it was not fitted to.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kg.evaluation.labels import LabelledPaper
from kg.extraction.pipeline import extract
from kg.model import Findings, Paper
from kg.resolution.forms import Said
from kg.resolution.near_name_odds import WEIGHTS, Named
from kg.resolution.near_names import named_things, near_pairs
from kg.resolution.within_paper import things_named
from kg.training.labelled import cleaned
from kg.training.regression import Floats, likelihood, regression

_PARTS = 10
_CUTS = (0.5, 0.6, 0.7, 0.8)


class LabelledPair(NamedTuple):
    """What speaks for and against it that two names of a paper mean one thing, and whether its labels say so."""

    paper: str
    evidence: Floats
    same: bool


class Fit(NamedTuple):
    """Weights and bias; and at each cut how many pairs are joined, how many of these are one, and how many are one."""

    weights: dict[str, float]
    bias: float
    table: list[tuple[float, int, int, int]]


def labelled_pairs(papers: Iterable[LabelledPaper]) -> Iterator[LabelledPair]:
    """The pairs of names that may be one in labelled papers, both of which are labelled, each as one thing."""
    labels = list(map(cleaned, papers))
    findings = extract(Paper(each.id, each.title, each.abstract) for each in labels)
    for each, found in zip(labels, findings, strict=True):
        yield from pairs_of(each, found)


def pairs_of(labels: LabelledPaper, findings: Findings) -> Iterator[LabelledPair]:
    """The same of one paper, with what is found in it."""
    said = Said.by(findings)
    named = named_things(things_named(findings, said), said)
    numbers = [_labels_of(thing, labels) for thing in named]
    for (one, other), told in near_pairs(named):
        if len(numbers[one]) == len(numbers[other]) == 1:
            yield LabelledPair(labels.id, np.array(told, dtype=float), numbers[one] == numbers[other])


def _labels_of(thing: Named, labels: LabelledPaper) -> set[int]:
    """The numbers of the labelled entities that stand where the thing stands."""
    places = {(mention.field, mention.start, mention.end) for mention in thing.mentions}
    return {number for number, entity in enumerate(labels.entities) if not places.isdisjoint(entity.spans)}


def fit(pairs: Sequence[LabelledPair]) -> Fit:
    """The logistic regression, fitted to all pairs, and judged by fits to nine in ten of the papers."""
    x, same = np.array([pair.evidence for pair in pairs]), np.array([float(pair.same) for pair in pairs])
    weights, bias = regression(x, same)
    papers = {paper: number for number, paper in enumerate(dict.fromkeys(pair.paper for pair in pairs))}
    part = np.array([papers[pair.paper] for pair in pairs]) % _PARTS
    likely = np.zeros(len(pairs))
    for n in range(_PARTS):
        likely[part == n] = likelihood(x[part == n], *regression(x[part != n], same[part != n]))
    table = [(cut, int((likely >= cut).sum()), int(same[likely >= cut].sum()), int(same.sum())) for cut in _CUTS]
    return Fit(dict(zip(WEIGHTS, weights.tolist(), strict=True)), bias, table)
