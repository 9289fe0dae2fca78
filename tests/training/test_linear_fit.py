import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'training'")

from kg.extraction.contexts import CONTEXT  # noqa: E402 (only where there is torch)
from kg.extraction.linear_model import LinearModel  # noqa: E402
from kg.training.linear_fit import Contexts, Labelled, Plan, fit_classes  # noqa: E402

PLAN = Plan(seen=3, epochs=20, batch=16, rate=0.1, shrinking=1e-4)
BIRDS = ("wren", "finch", "crow")


def bird(label, *words, allowed=(0, 1, 2)):
    """Something of this class with these words."""
    return Labelled([("bird", "word", word) for word in words], label, allowed)


#: Each class has a word of its own, and all share one.
CLASSES = [bird(n % 3, BIRDS[n % 3], "bird") for n in range(60)]


def best(fitted, example):
    """The class that the weights give an example."""
    return int(np.argmax(LinearModel(*fitted).scores("bird", [feature[1:] for feature in example.features])))


def test_classes_that_can_be_told_apart_are_learned():
    """Every example of a separable problem gets its own class."""
    fitted = fit_classes(CLASSES, 3, PLAN)
    assert [best(fitted, example) for example in CLASSES] == [example.label for example in CLASSES]


def test_what_all_share_says_less_than_what_one_has():
    """A word that all classes share weighs less than the word of one class."""
    names, weights = fit_classes(CLASSES, 3, PLAN)
    spread = {name[2]: np.ptp(row) for name, row in zip(names, weights, strict=True)}
    assert spread.get("bird", 0) < min(spread[name] for name in BIRDS)


def test_a_class_that_is_not_allowed_learns_nothing():
    """Of a class that no example may have nothing is learned, and one that may be had is learned against."""
    closed = [bird(n % 2, BIRDS[n % 2], allowed=(0, 1)) for n in range(40)]
    _, weights = fit_classes(closed, 3, PLAN)
    assert not weights[:, 2].any()
    _, weights = fit_classes([example._replace(allowed=(0, 1, 2)) for example in closed], 3, PLAN)
    assert (weights[:, 2] < 0).all()


def test_only_one_allowed_class_teaches_nothing():
    """Where the class is given by what is allowed, no weight moves."""
    names, weights = fit_classes([bird(1, "wren", allowed=(1,)) for _ in range(10)], 3, PLAN)
    assert names == []
    assert weights.shape == (0, 3)


@pytest.mark.parametrize("seed", [0, 7])
def test_one_seed_gives_one_set_of_weights(seed):
    """With the same seed the same weights come out to the last bit, whatever dice were thrown before."""
    names, weights = fit_classes(CLASSES, 3, PLAN, seed)
    torch.manual_seed(99)
    again, weights_again = fit_classes(CLASSES, 3, PLAN, seed)
    assert names == again
    assert np.array_equal(weights, weights_again)


def test_what_is_seen_too_seldom_is_dropped():
    """A feature needs as many examples as the plan says, and what has learned next to nothing is left out."""
    seen = [bird(n % 2, BIRDS[n % 2], *(["rare"] if n < 2 else [])) for n in range(40)]
    assert [name[2] for name in fit_classes(seen, 3, PLAN)[0]] == ["finch", "wren"]
    assert [name[2] for name in fit_classes(seen, 3, PLAN._replace(seen=2))[0]] == ["finch", "rare", "wren"]
    assert fit_classes(seen, 3, PLAN._replace(least=99))[0] == []


def heard(label, *rows, kind="bird"):
    """Something of this class of whose mentions nothing is known but columns."""
    return Labelled([], label, (0, 1), Contexts(kind, np.array(rows, dtype=np.float16)))


def test_what_contexts_say_is_learned_by_kind():
    """Columns that tell a class one way for one kind of things and the other way for another are learned as such."""
    sides = [(label, kind) for label in (0, 1) for kind in ("bird", "fish")]
    examples = [
        heard(label, *[[1.0, 1.0 if (label == 0) == (kind == "bird") else -1.0]] * (1 + n % 3), kind=kind)
        for n in range(20)
        for label, kind in sides
    ]
    names, weights = fit_classes(examples, 2, PLAN)
    assert names == [(kind, CONTEXT, column) for kind in ("bird", "fish") for column in (0, 1)]
    model = LinearModel(names, weights)
    for example in examples:
        said = (example.contexts.rows @ model.matrix((example.contexts.kind,), CONTEXT)[:, 0]).sum(axis=0)
        assert np.argmax(said) == example.label


def test_contexts_of_some_examples_leave_the_others_as_they_are():
    """An example without contexts is told by its features alone."""
    examples = [*CLASSES, *(heard(n % 2, [1.0 if n % 2 else -1.0]) for n in range(20))]
    fitted = fit_classes(examples, 3, PLAN)
    assert [best(fitted, example) for example in CLASSES] == [example.label for example in CLASSES]
