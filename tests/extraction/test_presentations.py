import pytest

from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import build_pipeline
from kg.extraction.presentations import is_presented
from kg.model import Paper

NLP = build_pipeline([])


@pytest.mark.parametrize(
    ("abstract", "presented"),
    [
        ("We propose OakFold.", True),
        ("In this paper, we therefore introduce a new, simple method, OakFold.", True),
        ("This work presents OakFold (Oak).", True),
        ("We propose a method that improves OakFold.", False),
        ("We show that OakFold wins.", False),
        ("OakFold, which we propose, wins.", False),
        ("They propose OakFold.", False),
    ],
)
def test_what_we_propose_is_presented(abstract, presented):
    """Who presents and what stands in one sentence, with nothing but what it is between them."""
    doc = make_doc(NLP, Paper("1", "", abstract))
    begin = doc.text.index(abstract)
    assert is_presented(doc, begin, begin + abstract.index("OakFold")) is presented


def test_another_sentence_presents_nothing():
    """What stands before the sentence says nothing of it."""
    doc = make_doc(NLP, Paper("1", "", "We propose OakFold."))
    at = doc.text.index("OakFold")
    assert not is_presented(doc, at, at)


def test_the_presenting_sentence_is_the_evidence(find):
    """Of the sentences that name what a paper proposes, the one that presents it is shown."""
    found = find("We propose OakFold, a new method. Experiments show that OakFold outperforms PPO on ALFWorld.")
    best = max((each for each in found.mentions if each.text == "OakFold"), key=lambda each: each.support)
    assert best.start == len("We propose ")
