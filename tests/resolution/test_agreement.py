import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import BENCHMARK, HOSTILE, METHOD, METRIC, MODEL, names, seconds, types

from kg.resolution.agreement import WEIGHTS, Reason, agreement, loosest_key

texts = names() | st.text(max_size=12) | st.text("abAB12sS+&-_. $\\{}^*β'", max_size=12)
EXPANSIONS = {"SPO": ("segment", "policy", "optimization")}
R = Reason


@pytest.mark.parametrize(
    ("one", "other", "type_", "reasons"),
    [
        (r"T\"ULU 3", "TÜLU 3", MODEL, ()),
        (r"$\mathcal{B}$-Coder", "B-Coder", METHOD, ()),
        ("beta-VAE", "β-VAE", METHOD, ()),
        ("Claude-3-7-Sonnet", "Claude 3.7 Sonnet", MODEL, ()),
        ("Meta-World", "MetaWorld", BENCHMARK, (R.SPACING,)),
        ("$Q^*$", "Q*", METHOD, ()),
        ("LLaMA-2", "Llama 2", MODEL, (R.CASE,)),
        ("GSM8k", "GSM8K", BENCHMARK, (R.CASE,)),
        ("ROUGE", "rouge", METRIC, (R.CASE,)),
        ("DrM", "DRM", METHOD, (R.ACRONYM_CASE,)),
        ("grid behaviour", "grid behavior", METHOD, (R.SPELLING,)),
        ("number of grid tokens", "grid tokens", METRIC, (R.COUNT,)),
        ("Parameter count", "parameters", METRIC, (R.COUNT, R.PLURAL)),
        ("grid policies", "grid policy", METHOD, (R.PLURAL,)),
        ("LongMemEval", "LongMemEvals", BENCHMARK, (R.NAME_PLURAL,)),
        ("grid policies learning", "grid policy learning", METHOD, (R.PLURAL_WITHIN,)),
        ("grids policies", "grid policy", METHOD, (R.PLURAL, R.PLURAL_WITHIN)),
        ("CodeContests+", "CodeContestsPlus", BENCHMARK, (R.SIGN,)),
        ("AIME25", "AIME 2025", BENCHMARK, (R.YEAR,)),
        ("YOLOv11-n", "YOLO11n", MODEL, (R.VERSION,)),
        ("LLaVA-v1.5", "LLaVA-1.5", MODEL, (R.VERSION,)),
        ("70B Llama 2-Chat", "Llama-2-Chat-70B", MODEL, (R.ORDER,)),
        ("visual RL", "visual reinforcement learning", METHOD, (R.ABBREVIATION,)),
        ("KV grid folding", "key-value grid folding", METHOD, (R.ABBREVIATION,)),
        ("GridFold algorithm", "GridFold", METHOD, (R.HEAD,)),
        ("gridfold algorithm", "GridFold", METHOD, (R.HEAD,)),
        ("mesh score", "MeSH", METRIC, (R.HEAD,)),
        ("GridQuiz dataset", "GridQuiz", BENCHMARK, (R.HEAD,)),
        ("refusal rate", "refusal", METRIC, (R.HEAD,)),
        ("grid network model", "grid network architecture", MODEL, (R.HEAD,)),
        ("grid optimisation methods", "grid optimization", METHOD, (R.SPELLING, R.PLURAL, R.HEAD)),
    ],
)
def test_reasons_why_names_agree(one, other, type_, reasons):
    """Names that agree do so for the steps that change one of them."""
    assert reasons == agreement(one, other, type_).reasons


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Llama 2", "Llama 3", MODEL),
        ("Llama 3.1", "Llama 31", MODEL),
        ("GPT-4", "GPT-4o", MODEL),
        ("T5v1.1", "T51.1", MODEL),
        ("GridNetV2", "GridNet2", METHOD),
        ("MMLU", "MMLU-Pro", BENCHMARK),
        ("MATH", "MATH-500", BENCHMARK),
        ("CoT", "long CoT", METHOD),
        ("A2C", "A3C", METHOD),
        ("AIME25", "AIME 2025", MODEL),
        ("70B Zephon 2", "Zephon 2 70B", METHOD),
        ("GridFold dataset", "GridFold", METHOD),
        ("$Q^*$", "Q", METHOD),
        ("model", "", MODEL),
        ("p-value", "p-score", METRIC),
        ("H-score", "h", METRIC),
        ("score rate", "score", METRIC),
        ("false positives", "false positive rate", METRIC),
        ("number of errors", "error", METRIC),
        ("number of tokens", "tokens", METHOD),
        ("VisionZephon", "Zephon Vision", MODEL),
        ("Omni-Zephon", "Zephon-Omni", MODEL),
        ("mesh models", "MeSH", METHOD),
        ("common corpus", "COMMON", BENCHMARK),
    ],
)
def test_different_names_do_not_agree(one, other, type_):
    """Another version, another line, one letter more, a word for a name, or a step of another type is no agreement."""
    assert agreement(one, other, type_) is None


def test_abbreviation_is_written_out():
    """What the paper abbreviates agrees with the words that it stands for, wherever it stands in the name."""
    found = agreement("SPO loss", "segment policy optimization loss", METHOD, EXPANSIONS)
    assert found.reasons == (Reason.ABBREVIATION,)
    assert agreement("SPO loss", "segment policy optimization loss", METHOD) is None
    assert loosest_key("SPO", METHOD, EXPANSIONS) == loosest_key("segment policy optimization", METHOD)


@given(names([" ", "-"]), names([" ", "-"]), types)
def test_agreement_has_no_direction(one, other, type_):
    """Either name may come first."""
    assert agreement(one, other, type_) == agreement(other, one, type_)


@given(texts, types)
def test_each_name_agrees_with_itself(name, type_):
    """No name needs a reason to be itself."""
    assert agreement(name, name, type_).reasons == ()
    assert agreement(name, name, type_).score == 1


def test_each_reason_has_a_weight():
    """Every reason keeps some of the belief, none adds to it."""
    assert all(0 < WEIGHTS[reason] <= 1 for reason in Reason)


@given(names(), st.sampled_from(["s", " method", "+", "-", " benchmark"]))
def test_more_reasons_are_worth_less(name, ending):
    """The score is no higher than the weight of any of the reasons."""
    found = agreement(name, name + ending, BENCHMARK)
    assert found is None or 0 < found.score <= min((WEIGHTS[reason] for reason in found.reasons), default=1)


#: Other ways to write a name: its words tied, parted or turned round, in British, with a year, a v or a plural s.
_REWRITTEN = (
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace("-", " "),
    lambda name: " ".join(reversed(name.split())),
    lambda name: name.replace("ization", "isation"),
    lambda name: name.replace("2025", "25"),
    lambda name: name.replace(" 2", " v2"),
    lambda name: f"{name}s",
    lambda name: f"{name} 2025",
)


@given(
    names([" ", "-"]).flatmap(lambda name: st.sampled_from([name, f"{name} 2", f"{name} optimization 2025"])),
    st.lists(st.sampled_from(_REWRITTEN), min_size=1, max_size=2),
    types,
)
def test_what_agrees_has_one_loosest_key(one, ways, type_):
    """Names that agree are found by one key, without comparing all with all."""
    other = one
    for rewritten in ways:
        other = rewritten(other)
    if agreement(one, other, type_):
        assert loosest_key(one, type_) == loosest_key(other, type_)


@given(names([" ", "-"]), types, st.sampled_from(["s", "+", " method", " benchmarks", " score", "-model"]))
def test_what_agrees_but_for_its_ending_has_one_loosest_key(name, type_, ending):
    """A plural, a sign or a generic word more does not hide that two names agree."""
    if agreement(name, name + ending, type_):
        assert loosest_key(name, type_) == loosest_key(name + ending, type_)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_compared_at_once(text):
    """No text raises or takes a second."""
    for one, other in [(text, "SPO"), (text, text + "s"), ("SPO method", text)]:
        assert seconds(agreement, one, other, MODEL) < 1
        assert seconds(loosest_key, one, METHOD) < 1
