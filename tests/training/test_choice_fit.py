import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'training'")

from kg.extraction.choice_model import ChoiceModel  # noqa: E402 (only where there is torch)
from kg.extraction.linear_model import LinearModel  # noqa: E402
from kg.training.choice_fit import Choice, ChoicePlan, fit_choices  # noqa: E402

PLAN = ChoicePlan(layer=4, epochs=30, batch=16, rate=0.05, dropout=0.0)


def option(*words):
    """A candidate with these words."""
    return [("bird", "word", word) for word in words]


#: One of two, three or four candidates sings, on each place in turn.
CHOICES = [
    Choice([option("bird", "sings" if at == n % many else "sleeps") for at in range(many)], n % many)
    for n in range(20)
    for many in (2, 3, 4)
]
#: A wren is right by day, an owl by night; no word says so by itself.
PAIRS = [Choice([option("wren", time), option("owl", time)], int(time == "night")) for time in ("day", "night")] * 40


def learned(choices, plan=PLAN):
    """Which candidate of each choice the weights fitted to them take, and which is right."""
    model = ChoiceModel(LinearModel(*fit_choices(choices, plan)))
    sums = (
        model.sums([("bird", [[feature[1:] for feature in each] for each in choice.options])]) for choice in choices
    )
    taken = [int(np.argmax(model.scores(each + model.shift))) for each in sums]
    return taken, [choice.right for choice in choices]


@pytest.mark.parametrize("layer", [0, 4])
def test_the_right_candidate_is_learned_among_few_and_many(layer):
    """The right candidate is taken, however many there are and wherever it stands."""
    taken, right = learned(CHOICES, PLAN._replace(layer=layer))
    assert taken == right


def test_what_only_words_together_say_is_learned_by_the_layer():
    """Candidates that differ by which words come together are told apart, and not without a layer."""
    taken, right = learned(PAIRS)
    assert taken == right
    taken, right = learned(PAIRS, PLAN._replace(layer=0))
    assert taken != right


def test_nothing_can_be_right():
    """A candidate of which nothing is said is taken where the others have only bad words."""
    taken, right = learned([Choice([[], option("sleeps"), option("sleeps", "bird")], 0) for _ in range(10)])
    assert taken == right


@pytest.mark.parametrize("seed", [0, 7])
def test_one_seed_gives_one_set_of_weights(seed):
    """With the same seed the same weights come out to the last bit, whatever dice were thrown before."""
    names, weights = fit_choices(CHOICES, PLAN, seed)
    torch.manual_seed(99)
    again, weights_again = fit_choices(CHOICES, PLAN, seed)
    assert names == again
    assert np.array_equal(weights, weights_again)


def test_what_is_seen_too_seldom_is_dropped():
    """A feature needs as many examples as the plan says."""
    seen = {name[2] for name in fit_choices(CHOICES, PLAN._replace(seen=100))[0]}
    assert seen == {"bird", "sleeps", ""}
