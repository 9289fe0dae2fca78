import pytest

from kg.extraction.marked_names import Marked
from kg.extraction.motives import without_motives
from kg.extraction.paper_doc import make_doc, phrase_at
from kg.extraction.sentences import mark_sentences
from kg.model import Paper


@pytest.fixture
def left(nlp):
    """Mark a quantity wherever an abstract has it, and tell where it is left."""

    def left(abstract, quantity="latency", type="METRIC"):
        doc = mark_sentences(make_doc(nlp, Paper("1", "On kites", abstract)))
        starts = [n for n in range(len(doc.text)) if doc.text.startswith(quantity, n)]
        names = [Marked(phrase_at(doc, n, n + len(quantity)), type, 0.9, "test") for n in starts]
        return [doc.text[name.phrase.end_char :].split()[0] for name in without_motives(doc, names)]

    return left


def test_cost_that_only_the_background_names_is_none(left):
    """What others cost moves the paper, which says nothing of its own."""
    assert left("Kites have high latency today. We fold them.") == []


@pytest.mark.parametrize(
    ("abstract", "quantity", "type"),
    [
        ("Kites have high latency today. We fold them, and latency falls.", "latency", "METRIC"),
        ("Kites have 3 s of latency today. We fold them.", "latency", "METRIC"),
        ("Kites have high latency today.", "latency", "METRIC"),
        ("Kites have high accuracy today. We fold them.", "accuracy", "METRIC"),
        ("Kites use throughput today. We fold them.", "throughput", "METHOD"),
    ],
)
def test_what_stays(left, abstract, quantity, type):
    """Costs that the paper comes back to, or that stand beside a number, and all that is no cost."""
    assert len(left(abstract, quantity, type)) == abstract.count(quantity)
