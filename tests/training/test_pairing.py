import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'training'")

from kg.extraction.choice_model import ChoiceModel  # noqa: E402 (only where there is torch)
from kg.extraction.context_pairs import fits  # noqa: E402
from kg.extraction.linear_model import LinearModel  # noqa: E402
from kg.training.choice_fit import Choice, ChoicePlan, fit_choices  # noqa: E402
from kg.training.pairing import Asked, Pairing  # noqa: E402

PLAN = ChoicePlan(layer=4, epochs=60, batch=16, rate=0.2, dropout=0.0)
#: Who asks is one of four birds, and so is a name; a fifth column tells nobody from anybody.
BIRDS = np.concatenate([np.eye(4), np.ones((4, 1))], axis=1).astype(np.float16)


def asked(kind, asker, *things):
    """A question of this kind by a bird, about nothing and things with these birds as names."""
    return Asked(kind, BIRDS[asker], BIRDS, [(), *things])


def test_training_and_reading_say_the_same():
    """What is said while weights are fitted is what they say when they are read, for things and for nothing."""
    torch.manual_seed(1)
    questions = [
        asked("food", 0, (1,), (2, 3)),
        asked("home", 3, (0, 1, 2, 3)),
        asked("home", 2),
        asked("food", 2, (1,), (2,)),
    ]
    pairing = Pairing.of(questions, 4, 0.0)
    with torch.no_grad():
        for weights in pairing.parameters():
            weights.normal_()
        fitted = pairing(questions).tolist()
    names, weights = pairing.features()
    model = LinearModel(names, weights)
    read = []
    for kind, asker, rows, (_, *things) in questions:
        (found,) = fits(model, ("food", "home"), asker[None].astype(np.float32), rows.astype(np.float32), things)
        *said, nothing = found[:, ("food", "home").index(kind)].tolist()
        read += [nothing, *said]
    assert fitted == pytest.approx(read, abs=1e-5)


def test_who_belongs_together_is_learned():
    """Each bird asks for the next one; that no feature and no column says by itself."""
    examples = [
        Choice([[], [], [], []], 1 + n, asked("home", bird, *(((bird + step) % 4,) for step in turned)))
        for bird in range(4)
        for n, turned in enumerate(([1, 2, 3], [3, 1, 2], [2, 3, 1]))
    ]
    model = ChoiceModel(LinearModel(*fit_choices(examples, PLAN)))
    for each in examples:
        things = [names for names in each.asked.things if names]
        (found,) = model.fits(("home",), each.asked.asker[None], each.asked.names, things)
        *said, nothing = found[:, 0].tolist()
        assert int(np.argmax([nothing, *said])) == each.right


def test_who_asks_for_nothing_is_learned():
    """Two of the birds want nothing of what there is."""
    examples = [
        Choice([[], []], int(bird > 1), asked("home", bird, (other,))) for bird in range(4) for other in range(4)
    ]
    model = ChoiceModel(LinearModel(*fit_choices(examples, PLAN)))
    for each in examples:
        ((thing, nothing),) = model.fits(("home",), each.asked.asker[None], each.asked.names, each.asked.things[1:])[
            :, :, 0
        ].tolist()
        assert (thing > nothing) == bool(each.right)
