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


@pytest.mark.parametrize(("candidates", "best"), [([[WREN], [OWL]], 1), ([[WREN], [OWL, DAY]], 0), ([[DAY], []], 1)])
def test_without_a_layer_the_greatest_sum_is_best(candidates, best):
    """The candidate whose weights add up to most is taken; of nothing said the sum is nought."""
    assert SUMS.best({"bird": candidates}) == {"bird": best}


@pytest.mark.parametrize("kind", ["bird", "fish"])
def test_of_equals_the_first_is_taken(kind):
    """Where nothing tells candidates apart, as where their kind is unknown, the first is best."""
    assert SUMS.best({kind: [[WREN], [WREN]]}) == {kind: 0}


def test_the_layer_hears_what_comes_together():
    """Two features that count nothing alone count together."""
    assert HEARS.best({"bird": [[WREN], [OWL], [NIGHT]]}) == {"bird": 0}
    assert HEARS.best({"bird": [[WREN], [OWL, NIGHT]]}) == {"bird": 1}


def test_choices_of_several_kinds_are_apart():
    """Each choice is made among its own candidates by the weights of its kind, whatever stands beside it."""
    choices = {"fish": [[OWL], [DAY]], "bird": [[WREN], [OWL], [DAY]], "beetle": [[]]}
    assert SUMS.best(choices) == {"fish": 0, "bird": 1, "beetle": 0}


@pytest.mark.parametrize(("told", "best"), [([0.0, 0.5], 1), ([1.5, 0.0], 0), ([0.0, 0.0], 1)])
def test_what_is_told_of_candidates_counts_beside_their_features(told, best):
    """What speaks for each candidate is added to the sum of its features."""
    assert SUMS.best({"bird": [[WREN], [OWL]]}, {"bird": told}) == {"bird": best}
    assert SUMS.best({"fish": [[]], "bird": [[WREN], [OWL]]}, {"bird": told, "fish": [9.0]}) == {
        "fish": 0,
        "bird": best,
    }
