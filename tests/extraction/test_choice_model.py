import numpy as np
import pytest

from kg.extraction.choice_model import COUNT, SHIFT, ChoiceModel
from kg.extraction.linear_model import LinearModel


def model(rows):
    """A model with these weights, by kind, slot and filling."""
    return ChoiceModel(LinearModel(list(rows), np.array(list(rows.values()), dtype=np.float32)))


WREN, OWL, DAY, NIGHT = (("word", word) for word in ("wren", "owl", "day", "night"))
SUMS = model({("bird", *WREN): [1.0], ("bird", *OWL): [2.0], ("bird", *DAY): [-4.0]})
#: An owl by night, and nothing else, is heard in the layer's only column.
HEARS = model(
    {("bird", *OWL): [0, 1], ("bird", *NIGHT): [0, 1], ("bird", *WREN): [0.5, 0], SHIFT: [0, -1], COUNT: [0, 3]}
)


def best(model, candidates, kind="bird"):
    """The number of the candidate that most speaks for; the first of several."""
    scores = model.scores(model.sums([(kind, candidates)]) + model.shift)
    return scores.index(max(scores))


@pytest.mark.parametrize(("candidates", "right"), [([[WREN], [OWL]], 1), ([[WREN], [OWL, DAY]], 0), ([[DAY], []], 1)])
def test_without_a_layer_the_greatest_sum_is_best(candidates, right):
    """The candidate whose weights add up to most is taken; of nothing said the sum is nought."""
    assert best(SUMS, candidates) == right


@pytest.mark.parametrize("kind", ["bird", "fish"])
def test_equals_score_the_same(kind):
    """Where nothing tells candidates apart, as where their kind is unknown, neither is better."""
    one, other = SUMS.scores(SUMS.sums([(kind, [[WREN], [WREN]])]))
    assert one == other


def test_the_layer_hears_what_comes_together():
    """Two features that count nothing alone count together."""
    assert best(HEARS, [[WREN], [OWL], [NIGHT]]) == 0
    assert best(HEARS, [[WREN], [OWL, NIGHT]]) == 1


def test_what_is_said_in_parts_can_be_added():
    """Features that are summed apart count as if they had come together."""
    apart = HEARS.sums([("bird", [[OWL]])]) + HEARS.sums([("bird", [[NIGHT]])]) + HEARS.shift
    assert HEARS.scores(apart) == HEARS.scores(HEARS.sums([("bird", [[OWL, NIGHT]])]) + HEARS.shift) == [3.0]


def test_candidates_of_several_kinds_are_apart():
    """Each candidate is weighed by the weights of its kind, whatever stands beside it."""
    sums = SUMS.sums([("fish", [[OWL], [DAY]]), ("bird", [[WREN], [OWL], [DAY]]), ("beetle", [[]])])
    assert SUMS.scores(sums) == [0, 0, 1, 2, -4, 0]
