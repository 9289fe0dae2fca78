"""What certainty is worth: fit its curves on papers set aside, and show how far they hold on others."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kg.evaluation import LabelledPaper, labels_of
from kg.evaluation.pairing import pair
from kg.extraction.confidence import UNCALIBRATED, Calibration, Curve
from kg.extraction.learned_names import LearnedNames
from kg.extraction.network import Network, read_weights
from kg.extraction.pipeline import build_pipeline, extract
from kg.model import EntityType, Paper, PaperEntities
from kg.odds import logit
from kg.resolution import resolve
from kg.training.labelled import cleaned

_STEPS = 50
#: Keeps a curve near the straight line where few names were seen.
_CAUTION = 1.0


class Judged(NamedTuple):
    """One entity that kg found in a labelled paper."""

    type: EntityType
    confidence: float
    right: bool


def judge(gold: Sequence[LabelledPaper], weights: Path | None = None) -> list[Judged]:
    """What kg finds in labelled papers, each entity right or wrong; with other weights, by its bare certainty."""
    nlp = build_pipeline()
    if weights is not None:
        learned = nlp.get_pipe(LearnedNames.name)
        assert isinstance(learned, LearnedNames)  # noqa: S101 (nothing else bears the name)
        learned.network, learned.calibration = Network(read_weights(weights)), UNCALIBRATED
    gold = list(map(cleaned, gold))
    papers = (Paper(paper.id, paper.title, paper.abstract) for paper in gold)
    return list(_judged(gold, resolve(extract(papers, nlp)).papers))


def _judged(gold: Sequence[LabelledPaper], found: Sequence[PaperEntities]) -> Iterator[Judged]:
    for labelled, paper, labels in zip(gold, found, labels_of(found), strict=True):
        right = {id(label) for _, label in pair(labelled.entities, labels.entities)}
        for entity, label in zip(paper.entities, labels.entities, strict=True):
            yield Judged(entity.type, entity.confidence, id(label) in right)


def fit_curves(judged: Iterable[Judged]) -> Calibration:
    """The curve of each type that makes what was right and wrong most likely."""
    by_type: dict[EntityType, list[Judged]] = {type: [] for type in EntityType}
    for one in judged:
        by_type[one.type].append(one)
    return {type: _curve(ones) for type, ones in by_type.items()}


def _curve(judged: Sequence[Judged]) -> Curve:
    """Logistic regression by Newton's method, drawn towards slope 1 and shift 0."""
    x = np.array([[logit(one.confidence), 1.0] for one in judged]).reshape(-1, 2)
    right = np.array([one.right for one in judged], dtype=float)
    start = np.array([1.0, 0.0])
    line = start.copy()
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-x @ line))
        slope = x.T @ (share - right) + _CAUTION * (line - start)
        bend = (x * (share * (1 - share))[:, None]).T @ x + _CAUTION * np.eye(2)
        line -= np.linalg.solve(bend, slope)
    return Curve(*(round(float(value), 4) for value in line))


def write_curves(curves: Calibration, target: Path) -> None:
    """Write the curves as JSON, a type a line."""
    lines = [f"  {json.dumps(str(type))}: {json.dumps(list(curve))}" for type, curve in curves.items()]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def reliability_table(judged: Sequence[Judged]) -> str:
    """A Markdown table: of the entities in each tenth of confidence, how many are right."""
    rows = ["| confidence | entities | mean confidence | right |", "|---|--:|--:|--:|"]
    for tenth in range(10):
        ones = [one for one in judged if min(int(one.confidence * 10), 9) == tenth]
        if ones:
            mean = sum(one.confidence for one in ones) / len(ones)
            right = sum(one.right for one in ones) / len(ones)
            rows.append(f"| {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} | {len(ones):,} | {mean:.2f} | {right:.2f} |")
    return "\n".join(rows)


def best_cut(judged: Sequence[Judged], entities: int) -> tuple[float, float]:
    """The least confidence to keep for the highest F1, in steps of 0.01, and that F1; ``entities`` are labelled."""
    cuts = [round(n / 100, 2) for n in range(1, 100)]
    return max(((cut, _f1(judged, cut, entities)) for cut in cuts), key=lambda best: (best[1], -best[0]))


def _f1(judged: Sequence[Judged], cut: float, entities: int) -> float:
    kept = [one for one in judged if one.confidence >= cut]
    return 2 * sum(one.right for one in kept) / (len(kept) + entities)
