import numpy as np
from resolution.build import METHOD, Name, found

from kg.evaluation.labels import LabelledEntity, LabelledPaper
from kg.resolution.near_name_odds import WEIGHTS
from kg.training.near_names import LabelledPair, fit, pairs_of

NAMES = ("Dual Grid Folding", "Dual Folding", "Dual Grid Mapping")
FINDINGS = found(1, ". So. ".join(NAMES), *map(Name, NAMES))


def labelled(*things):
    """The paper with things that have so many of the names."""
    spans = {mention.text: (mention.field, mention.start, mention.end) for mention in FINDINGS.mentions}
    entities = (
        LabelledEntity(names[0], METHOD, "USES", frozenset(spans[name] for name in names), frozenset(names))
        for names in things
    )
    return LabelledPaper("1", FINDINGS.paper.title, FINDINGS.paper.abstract, tuple(entities))


def test_pairs_are_what_the_labels_say():
    """Names that are labelled as one thing are one, those of two are two, and what is not labelled teaches nothing."""
    pairs = list(pairs_of(labelled(NAMES[:2], NAMES[2:]), FINDINGS))
    assert sorted(pair.same for pair in pairs) == [False, False, True]
    assert {len(pair.evidence) for pair in pairs} == {len(WEIGHTS)}
    assert [pair.same for pair in pairs_of(labelled(NAMES[:2]), FINDINGS)] == [True]


def test_what_tells_pairs_apart_gets_the_weight():
    """The column that says it weighs most, and what was fitted is judged on papers that it has not seen."""
    dice = np.random.default_rng(0)
    same = dice.random(400) < 0.5
    rows = dice.normal(size=(400, len(WEIGHTS)))
    rows[:, 3] = 4 * same + dice.normal(size=400)
    made = fit([LabelledPair(str(n // 2), row, bool(same[n])) for n, row in enumerate(rows)])
    assert max(made.weights, key=lambda name: abs(made.weights[name])) == list(WEIGHTS)[3]
    for _, joined, right, one in made.table:
        assert right <= min(joined, one)
        assert right > 0.9 * joined
        assert one == same.sum()
