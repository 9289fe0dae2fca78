import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import HOSTILE, seconds

from kg.resolution.initials import is_initialism, spelled

#: Without the small words that names pass over.
long_words = st.lists(st.from_regex(r"[A-Z][a-z]{4,7}", fullmatch=True), min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("SPO", "Segment Policy Optimization"),
        ("SPOs", "segment policy optimizations"),
        ("ChiDeK", "Chiral Determinant Kernel"),
        ("ASTRO", "Autoregressive Structure Transfer Operator"),
        ("L2M", "Learning to Modulate"),
        ("R3", "Rapid Reward Routing"),
        ("MoT", "Mixture of Teachers"),
        ("XAD", "Cross Attention Decoder"),
        ("ab-Net", "Adaptive Binary Network"),
        ("RAE", "Representation Autoencoder"),
        ("HPO", "hyperparameter optimization"),
        ("VecFormer", "Vector Transformer"),
        ("BnB", "Branch and Bound"),
    ],
)
def test_beginnings_spell_the_short_name(short, long):
    """Letters that begin all words in order spell the name wholly; small words may be passed over."""
    assert spelled(short, long) == 1


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("SPO", "Optimization"),
        ("Q", "Quick Routing"),
        ("Zorp", "Chiral Determinant Kernel"),
        ("ABCDEFGHIJKLM", "Adaptive Binary Codes"),
        ("", "Adaptive Binary Codes"),
        ("AB", ""),
        ("of", "one of the"),
    ],
)
def test_nothing_is_spelled(short, long):
    """One word, one letter, too many letters or letters of other words spell nothing."""
    assert spelled(short, long) == 0


@pytest.mark.parametrize(
    ("short", "better", "worse"),
    [
        ("SPO", "Segment Policy Optimization", "Segment Policy Pruning"),
        ("SPO", "Segment Policy Optimization", "Segment Policy Optimization Training"),
        ("SPO", "Segment Policy Optimization", "Segment Reporting"),
        ("MKDC", "Multi Kernel Deep Coder", "MultiKernel Fusion Module"),
    ],
)
def test_each_flaw_costs(short, better, worse):
    """A word passed over, a letter inside a word and a letter left out are each worse than none of them."""
    assert spelled(short, worse) < spelled(short, better)


@pytest.mark.parametrize(
    ("expected", "short", "long"),
    [
        (True, "SPO", "Segment Policy Optimization"),
        (True, "SPO", "Self-Play Optimization"),
        (True, "SPPO", "Self-Play Preference Optimization"),
        (True, "SPO", "Self-Play Preference Optimization"),
        (True, "MOT", "Mixture of Teachers"),
        (True, "MT", "Mixture of Teachers"),
        (False, "MoT", "Mixture of Teachers"),
        (False, "ASTRO", "Autoregressive Structure Transfer Operator"),
        (False, "R3", "Rapid Reward Routing"),
        (False, "SPO", "Policy Segment Optimization"),
        (False, "", ""),
    ],
)
def test_initialism_is_first_letters_alone(expected, short, long):
    """Capitals that are the first letters of the words, hyphens parting them or not, and nothing else."""
    assert expected == is_initialism(short, long)


@given(long_words)
def test_first_letters_are_an_initialism(words):
    """The first letters of any words spell them wholly."""
    short = "".join(word[0] for word in words)
    assert spelled(short, " ".join(words)) == 1
    assert is_initialism(short, " ".join(words))


@given(st.text(max_size=8), st.text(max_size=30))
def test_share_is_between_none_and_all(short, long):
    """No two texts spell less than nothing or more than all."""
    assert 0 <= spelled(short, long) <= 1


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_spelled_at_once(text):
    """No text raises or takes a second, be it the short or the long one."""
    for short, long in [(text, "Segment Policy Optimization"), ("SPO", text), (text, text)]:
        assert seconds(spelled, short, long) < 1
        assert seconds(is_initialism, short, long) < 1
