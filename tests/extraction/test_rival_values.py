import pytest

from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import build_pipeline
from kg.extraction.result_reading import Reading
from kg.extraction.rival_values import rivals_of
from kg.model import Paper

NLP = build_pipeline(["sentences"])
OAK = "We propose OakFold, a method that trims trees."


@pytest.mark.parametrize(
    ("abstract", "kinds", "rivals"),
    [
        ("It has 98.1% (vs. 97.8%).", ["absolute", "none"], [(1, 0)]),
        ("It has 80.4% compared to only 69.6%.", ["absolute", "from"], [(1, 0)]),
        ("It has 80.4%, compared to 9.", ["absolute", "none"], []),
        ("It has 80 versus 70 trees.", ["absolute", "none"], []),
        ("It has 80.4% vs. 60.1%-70.2%.", ["absolute", "none", "none"], []),
        ("It has 80.4%. Versus 70.1%.", ["absolute", "none"], []),
        ("It has 80.4% and 70.1%.", ["absolute", "absolute"], []),
        ("In 2.5% vs. 3.5% of trees.", ["none", "none"], []),
    ],
)
def test_what_is_set_against_a_score_is_its_rival(abstract, kinds, rivals):
    """A like number of the sentence, behind *vs.* or *compared to*, that begins no range."""
    doc = NLP.get_pipe("sentences")(make_doc(NLP, Paper("1", "", abstract)))
    assert list(rivals_of(Reading.of(doc), kinds)) == rivals


def test_a_rivals_value_is_a_result_of_something_else(find):
    """What is set against a score is reported too, not of what the score is of."""
    found = find(f"{OAK} OakFold reaches an accuracy of 98.06% on GSM8K (vs. 97.80%).")
    score, rival = sorted(found.results, key=lambda result: -float(result.value.rstrip("%")))
    assert (score.value, rival.value, rival.kind, rival.start) == ("98.06%", "97.80%", "absolute", None)
    assert (score.subject.text, rival.subject) == ("OakFold", None)
    assert score.metric.text == rival.metric.text == "accuracy"


def test_a_rival_named_behind_its_value_keeps_it(find):
    """*85.3% for GPT-4* is of GPT-4."""
    found = find(f"{OAK} OakFold reaches an accuracy of 90.1% on GSM8K, compared to 85.3% for GPT-4.")
    assert {result.value: result.subject and result.subject.text for result in found.results} == {
        "90.1%": "OakFold",
        "85.3%": "GPT-4",
    }
