import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("gains of SFT+DPO, with", "DPO"),
        ("with LLaMA2-7B/3.1-8B)", "LLaMA2-7B"),
        (r"we present \textbf{FormaRL}, a", "FormaRL"),
        ("GRPO on GSM8K. (2) SP", "GSM8K"),
        ("We beat AdamW. It", "AdamW"),
        ("with Swin-B. We", "Swin-B"),
        ("a PPO-based agent", "PPO"),
        ("(GRPO)-scale", "GRPO"),
    ],
)
def test_name_is_a_run_of_tokens(nlp, text, name):
    """A name is cut free of the marks around it."""
    start = text.index(name)
    assert nlp.make_doc(text).char_span(start, start + len(name)) is not None


def test_no_rule_is_about_white_space(nlp):
    """A line break is a token without a rule: spaCy would forget how it cut what follows one."""
    assert [word for word in nlp.tokenizer.rules if word.isspace()] == []
    assert [token.text for token in nlp.make_doc("a\nb\t \n\nc")] == ["a", "\n", "b", "\t \n\n", "c"]


def test_text_is_kept(nlp):
    """Tokens and spaces give the text again."""
    text = "A  text,\nwith e.g. $\\pi_0$ and π-0.\u00a0"
    assert nlp.make_doc(text).text == text
