import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import BENCHMARK, HOSTILE, METHOD, MODEL

from kg.names import name_key
from kg.resolution.lexicon_names import lexicon_name, with_usual_family


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("LLaMA-2", MODEL, "Llama 2"),
        ("PPO", METHOD, "Proximal Policy Optimization"),
        ("gsm8k", BENCHMARK, "GSM8K"),
        ("GSM8K", MODEL, None),
        ("GridFold", METHOD, None),
    ],
)
def test_lexicons_give_their_spelling(text, type_, expected):
    """A spelling of what a lexicon knows under that type is given its name, anything else none."""
    assert lexicon_name(text, type_) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LLaMA-2-70b", "Llama 2 70B"),
        ("Llama3-70B-Instruct", "Llama 3 70B Instruct"),
        ("InternVL-2.5-2b", "InternVL2.5-2B"),
        ("WideResNet-34-10", "Wide ResNet-34-10"),
        ("CodeLlama-13B", "Code Llama 13B"),
        ("GridFold-7b", "GridFold-7b"),
        ("LLaMA-Omni", "LLaMA-Omni"),
        ("SAM2.1-L", "SAM2.1-L"),
        ("Llama", "Llama"),
    ],
)
def test_family_is_spelled_as_usual(name, expected):
    """A version of a known family bears the family's usual spelling; other names stay as they are written."""
    assert with_usual_family(name) == expected


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30), st.from_regex(r"(LLaMA|Qwen|GPT)[- ]?\d(\.\d)?-\d+b")))
def test_only_the_spelling_changes(name):
    """Whatever the name is, it stays the same name but for capitals, hyphens and spaces."""
    assert name_key(with_usual_family(name)) == name_key(name)
