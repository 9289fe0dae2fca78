import pytest

from kg.extraction.pipeline import build_pipeline, extract
from kg.model import Paper

NLP = build_pipeline()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oak improves accuracy by 15.6% and 9.1% on MATH and HumanEval, respectively.", ["MATH", "HumanEval"]),
        ("Oak reaches 71.2%, 64.0% and 55.5% on MATH, GSM8K and HumanEval.", ["MATH", "GSM8K", "HumanEval"]),
    ],
)
def test_lists_of_one_length_belong_together_one_by_one(sentence, expected):
    """The n-th number of a list is of the n-th benchmark of a list as long as it."""
    (found,) = extract([Paper("1", "Oak: a method", f"We present Oak, a training method. {sentence}")], NLP)
    assert [result.benchmark and result.benchmark.text for result in found.results] == expected


def test_lists_of_other_lengths_are_not_paired():
    """Two numbers and three benchmarks say nothing of which is of which; no result is lost or made for it."""
    text = "We present Oak. Oak improves accuracy by 15.6% and 9.1% on MATH, GSM8K and HumanEval."
    (found,) = extract([Paper("1", "Oak: a method", text)], NLP)
    assert [result.value for result in found.results] == ["15.6%", "9.1%"]
