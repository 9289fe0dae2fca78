import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.labels import LabelledEntity, ResultRow
from kg.evaluation.result_rows import OneName, count_right
from kg.names import name_key


def entity(*forms):
    """An entity by the names that the paper calls it."""
    return LabelledEntity(forms[0], "METHOD", "USES", frozenset(), frozenset(map(name_key, forms)))


#: Two things of the paper, each with the names of both sides.
SAME = OneName(
    [
        (entity("MATH-500"), entity("MATH 500", "MATH")),
        (entity("PPO", "Proximal Policy Optimization"), entity("PPO", "PPO2")),
    ]
)

names = st.sampled_from([None, "accuracy", "MATH", "MATH-500", "PPO"])
rows = st.lists(st.builds(ResultRow, st.sampled_from(["5", "5%", "+7.0", "n/a", ""]), names, names, names), max_size=6)


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        (None, None, True),
        (None, "", True),
        (None, "PPO", False),
        ("PPO", "", False),
        ("pass@1", "Pass @1", True),
        ("pass@1", "pass@10", False),
        ("PPO", "proximal policy-optimization", True),
        ("PPO2", "proximal policy-optimization", True),
        ("MATH500", "MATH", True),
        ("MATH", "PPO", False),
    ],
)
def test_two_names_are_one(name, other, one):
    """Names agree by their letters, by an entity that has both, or by being left out on both sides."""
    assert SAME(name, other) is one
    assert SAME(other, name) is one


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("77.5", "77.5%", True),
        ("+0.90%", ".90", True),
        ("12,500x", "12500", True),
        ("94-th percentile", "94", True),
        ("6%", "~6%", True),
        ("half", "Half", True),
        ("7.5", "77.5", False),
        ("7", "7.0", False),
        ("half", "50%", False),
    ],
)
def test_value_is_its_first_number(gold, found, same):
    """Sign, unit and separators do not tell values apart; where there is no number, the words do."""
    assert count_right([ResultRow(gold)], [ResultRow(found)], SAME) == (same, same)


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        (ResultRow("5", "accuracy", "MATH500"), 1),
        (ResultRow("5", "accuracy", "MATH500", "PPO"), 1),
        (ResultRow("5", "accuracy", None), 0),
        (ResultRow("5", None, "MATH500"), 0),
        (ResultRow("5", "F1", "MATH500"), 0),
    ],
)
def test_row_is_right_by_value_metric_and_benchmark(found, whole):
    """Whom the number belongs to is not asked."""
    assert count_right([ResultRow("5", "accuracy", "MATH-500")], [found], SAME) == (whole, 1)


def test_row_is_found_once():
    """One found row stands for one labelled row."""
    assert count_right([ResultRow("5", "F1"), ResultRow("5", "F1")], [ResultRow("5", "F1")], SAME) == (1, 1)


def test_row_that_agrees_best_is_taken():
    """Of rows with one value, the one whose names agree is taken, in whatever order they stand."""
    gold = [ResultRow("5", "F1", None, "PPO"), ResultRow("5", "F1", "MATH"), ResultRow("5", "accuracy", "MATH")]
    assert count_right(gold, gold[::-1], SAME) == (3, 3)


def test_subject_decides_between_equals():
    """The row of the other subject is left to its own label."""
    gold = [ResultRow("5", "F1", None, "PPO"), ResultRow("5", None, None, "MATH")]
    found = [ResultRow("5", None, None, "MATH"), ResultRow("5", "F1", "MATH", "PPO")]
    assert count_right(gold, found, SAME) == (1, 2)


def test_nothing_found_is_nothing_right():
    """Either side may be empty."""
    assert count_right([], [], SAME) == count_right([ResultRow("5")], [], SAME) == (0, 0)
    assert count_right([], [ResultRow("5")], SAME) == (0, 0)


@given(rows)
def test_perfect_answer_is_all_right(gold):
    """Rows are right against themselves, in whatever order they stand."""
    assert count_right(gold, gold, SAME) == count_right(gold, gold[::-1], SAME) == (len(gold), len(gold))


@given(rows, rows)
def test_a_right_row_has_a_right_value(gold, found):
    """No more rows than values are right, and no more values than there are rows."""
    whole, values = count_right(gold, found, SAME)
    assert 0 <= whole <= values <= min(len(gold), len(found))
