import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.abbreviations import abbreviation_pairs, is_initials, is_short_form, long_form_start


def pairs(text):
    """The pairs of a text as strings."""
    return [(text[slice(*short)], text[slice(*long)]) for short, long in abbreviation_pairs(text)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("We use Proximal Policy Optimization (PPO) here.", "PPO", "Proximal Policy Optimization"),
        ("with PPO (Proximal Policy Optimization) we", "PPO", "Proximal Policy Optimization"),
        ("large language models (LLMs) are", "LLMs", "large language models"),
        ("We call it Learning-to-Modulate (L2M), that", "L2M", None),
        (
            "reinforcement learning from human feedback (RLHF) is",
            "RLHF",
            "reinforcement learning from human feedback",
        ),
        ("Mixture-of-Experts (MoE) layers", "MoE", "Mixture-of-Experts"),
        ("the Abstraction and Reasoning Corpus (ARC) is", "ARC", "Abstraction and Reasoning Corpus"),
        ("the expected calibration error (ECE, lower is better)", "ECE", "expected calibration error"),
    ],
)
def test_pair_is_found(text, short, long):
    """Letters are looked for from the right, the first at the beginning of a word."""
    assert pairs(text) == ([(short, long)] if long else [])


@pytest.mark.parametrize(
    "text",
    [
        "as was shown (see Figure 2)",
        "it grows (2024) fast",
        "for LLMs (Llama 3.1) and",
        "on all tasks (p < 0.05)",
        "We train. Proximal things (XYZ)",
        "benchmarking encoder-only and decoder-only pre-trained models (BERT, GPT-2) on",
        "by vision and document image transformers (ViT, DiT) alike",
        "unbalanced (parentheses",
        "",
    ],
)
def test_what_abbreviates_nothing_is_no_pair(text):
    """Numbers, remarks and letters that do not fit are passed over."""
    assert pairs(text) == []


def test_long_form_does_not_reach_into_another_sentence():
    """A full stop ends the search."""
    assert pairs("It is proximal. Policy Optimization (PPO) works.") == [("PPO", "Policy Optimization")]


def test_short_form_needs_a_capital_and_two_to_ten_characters():
    """Words, letters and long strings abbreviate nothing."""
    assert [is_short_form(text) for text in ("PPO", "pass", "P", "ABCDEFGHIJK", "GPT-4o", "a b c")] == [
        True,
        False,
        False,
        False,
        True,
        False,
    ]


def test_first_letter_begins_a_word():
    """The long form starts at a word, not inside one."""
    assert long_form_start("PO", "an old policy optimization") == len("an old ")


@given(st.text(alphabet="abAB() ,.-", max_size=60))
def test_pairs_lie_in_the_text(text):
    """Offsets are in order and inside the text, whatever the text."""
    for short, long in abbreviation_pairs(text):
        for start, end in (short, long):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("PPO", "Proximal Policy Optimization", True),
        ("LLMs", "large language models", True),
        ("RLHF", "reinforcement learning from human feedback", True),
        ("ToMer", "Transformer", False),
        ("MLA", "multi-head attention", False),
        ("PO", "Proximal Policy Optimization", False),
    ],
)
def test_initials(short, long, expected):
    """Every letter begins a word of the long form, and every word but the small ones has its letter."""
    assert is_initials(short, long) is expected
