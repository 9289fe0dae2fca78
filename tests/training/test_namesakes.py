import csv

import numpy as np
import pytest

from kg.model import Findings, Mention, Paper, Role
from kg.resolution.namesake_odds import FITTED
from kg.training.namesakes import HEADER, PAIRS, Judged, fit, judged, read_pairs


def found(number, role=Role.USES, confidence=0.9):
    """A paper that uses the name, which begins its abstract."""
    paper = Paper(f"2501.0000{number}", "Some words", "GridFold runs here.")
    mention = Mention("abstract", 0, 8, "GridFold", "METHOD", None, "test", confidence, role, (0, 19))
    return Findings(paper, (mention,), ())


def place(number, start=0):
    """Where the name stands in the paper."""
    return f"2501.0000{number}", "abstract", start


def test_shipped_pairs_have_the_known_columns():
    """Each pair says where the name begins in two papers and whether these mean one thing."""
    with PAIRS.open(encoding="utf-8") as stream:
        assert tuple(next(csv.reader(stream, delimiter="\t"))) == HEADER
    pairs = list(read_pairs())
    assert len(pairs) == 996
    assert all(one[0] != other[0] for one, other, _ in pairs)
    assert {same for *_, same in pairs} == {True, False}


def test_pairs_that_are_found_are_evidence():
    """What is not found, or not surely enough, teaches nothing."""
    findings = [found(1), found(2, Role.PROPOSES), found(3, confidence=0.01)]
    pairs = [(place(1), place(2), True), (place(1), place(3), True), (place(1), place(2, start=5), False)]
    (only,) = judged(findings, pairs)
    assert only.same
    told = dict(zip(FITTED, only.evidence, strict=True))
    assert told["one proposes"] == 1
    assert told["papers"] == pytest.approx(np.log(2))


def test_what_tells_pairs_apart_gets_the_weight():
    """The column that says it weighs most, and what was fitted is judged on pairs that it has not seen."""
    dice = np.random.default_rng(0)
    same = dice.random(400) < 0.5
    rows = dice.normal(size=(400, len(FITTED)))
    rows[:, 3] = 4 * same + dice.normal(size=400)
    made = fit([Judged(row, bool(one)) for row, one in zip(rows, same, strict=True)])
    assert max(made.weights, key=lambda name: abs(made.weights[name])) == list(FITTED)[3]
    by_cut = {cut: (wrong, joined, parted, one) for cut, wrong, joined, parted, one in made.table}
    wrong, joined, parted, one = by_cut[0.6]
    assert one == same.sum()
    assert wrong < 0.1 * joined
    assert parted < 0.1 * one
    assert by_cut[0.8][1] <= joined <= by_cut[0.2][1]
