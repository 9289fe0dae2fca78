import pytest

from kg.extraction.abbreviations import mark_abbreviations
from kg.extraction.candidates import Candidate, set_candidates
from kg.extraction.marked_names import Marked
from kg.extraction.own_kinds import with_own_kinds
from kg.extraction.paper_doc import make_doc, phrase_at
from kg.model import Paper


@pytest.fixture
def kinds(nlp):
    """Text and type of each name of an abstract, given with its type, as the paper says what it is."""

    def kinds(abstract, *names, coined=()):
        doc = mark_abbreviations(make_doc(nlp, Paper("1", "A title", abstract)))
        places = [
            (phrase_at(doc, doc.text.index(text), doc.text.index(text) + len(text)), type) for text, type in names
        ]
        set_candidates(doc, [Candidate(place, type, "coined_names") for place, type in places if place.text in coined])
        told = with_own_kinds(doc, [Marked(place, type, 0.9, "learned_names") for place, type in places])
        return [(name.phrase.text, name.type) for name in told]

    return kinds


@pytest.mark.parametrize(
    "abstract",
    [
        "We build Tulip, a fast and robust verifier model that reads.",
        "Tulip (T1) is a 7B language model for code.",
        "We propose Tulip, the first vision-language model.",
        "Our network, Tulip, is fast.",
        "We train a context-aware model called Tulip on data.",
    ],
)
def test_what_the_paper_calls_a_model_is_one(kinds, abstract):
    """A noun phrase beside the name says it, whatever the network thought."""
    assert kinds(abstract, ("Tulip", "METHOD")) == [("Tulip", "MODEL")]


@pytest.mark.parametrize(
    "abstract",
    [
        "We build Tulip, a framework for language models that read.",
        "We build Tulip, a method that trains a model.",
        "Rather than tuning a large model, Tulip reads.",
        "We build Tulip, a formal model that extends games.",
        "We build Tulip, a model-based planner.",
    ],
)
def test_a_model_nearby_says_nothing(kinds, abstract):
    """Only the head of the phrase that is beside the name says what it is."""
    assert kinds(abstract, ("Tulip", "METHOD")) == [("Tulip", "METHOD")]


def test_a_model_that_is_called_data_is_a_benchmark(kinds):
    """*The Tulip 3 dataset* is none, in that place alone."""
    names = ("Tulip 3", "MODEL"), ("Lily", "MODEL")
    assert kinds("We use the Tulip 3 dataset and Lily.", *names) == [("Tulip 3", "BENCHMARK"), ("Lily", "MODEL")]


def test_short_form_of_a_task_is_no_name(kinds):
    """Unless its long form is a name, or the paper coins it."""
    abstract = "We study leaf pattern detection (LPD) by root search (RS)."
    names = ("LPD", "METHOD"), ("RS", "METHOD")
    assert kinds(abstract, *names) == [("RS", "METHOD")]
    assert len(kinds(abstract, *names, coined=("LPD",))) == 2
    assert len(kinds(abstract, *names, ("leaf pattern detection", "METHOD"))) == 3
