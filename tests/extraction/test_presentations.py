import pytest

from kg.extraction.marked_names import Marked
from kg.extraction.paper_doc import make_doc, phrase_at
from kg.extraction.pipeline import build_pipeline
from kg.extraction.presentations import heads_title, is_presented
from kg.model import Paper, Role

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


@pytest.mark.parametrize(
    ("title", "name", "known", "presented"),
    [
        ("SAM 3: Segment Anything with Concepts", "SAM 3", "SAM 3", True),
        ("OakFold: Folding Trees", "OakFold", "", True),
        ("OAK: Folding Trees", "OAK", "OAK", True),
        ("MCMC: Bridging Two Worlds", "MCMC", "Markov Chain Monte Carlo", False),
        ("Diffusion Models: A New Light", "Diffusion Models", "Diffusion Model", False),
        ("OakFold: A Survey of Its Uses", "OakFold", "", False),
        ("OakFold: Is It Right?", "OakFold", "", False),
        ("OakFold Trees: Folded", "OakFold", "", False),
        ("A OakFold: Folding Trees", "OakFold", "", False),
        ("OakFold", "OakFold", "", False),
    ],
)
def test_proper_name_that_heads_the_title_is_the_papers_own(title, name, known, presented):
    """It is all that stands before the colon, no established term, and the title is not about what others did."""
    doc = make_doc(NLP, Paper("1", title, "Trees are folded."))
    place = phrase_at(doc, title.index(name), title.index(name) + len(name))
    assert heads_title(doc, Marked(place, "METHOD", 0.9, "test", known)) is presented


def test_known_name_that_heads_the_title_is_proposed(find):
    """Whatever the words around it say: lexicons know what was a paper's own."""
    found = find("Scaling is hard. Results on GSM8K follow.", "MiniMax-M1: Scaling Test-Time Compute")
    assert {m.role for m in found.mentions if m.text == "MiniMax-M1"} == {Role.PROPOSES}


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
