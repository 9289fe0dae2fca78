import numpy as np
import pytest

from kg.extraction.candidates import Candidate, set_candidates
from kg.extraction.confidence import read_calibration
from kg.extraction.learned_names import LearnedNames
from kg.extraction.marked_names import marked
from kg.extraction.network import Network, Read, read_weights
from kg.extraction.paper_doc import make_doc, phrase_at
from kg.extraction.pipeline import extract
from kg.extraction.tags import TAGS
from kg.model import Paper


@pytest.fixture
def name_read(nlp, monkeypatch):
    """What is made of the name in *We build … here*, where the network gives its word these chances by type."""

    def name_read(text, chances, coined=None):
        doc = make_doc(nlp, Paper("1", "", f"We build {text} here."))
        place = phrase_at(doc, doc.text.index(text), doc.text.index(text) + len(text))
        shares = np.full((len(doc), len(TAGS)), 1e-4)
        shares[:, 0] = 1
        shares[place.start] = [chances.get(type, 1e-4) if part in "OS" else 1e-4 for part, type in TAGS]
        contexts = np.zeros((len(doc), 4), dtype=np.float32)
        scores = np.log(shares).astype(np.float32)
        monkeypatch.setattr(Network, "read", lambda *_: Read(contexts, scores))
        set_candidates(doc, [Candidate(place, coined, "coined_names")] if coined else [])
        names = marked(LearnedNames(Network(read_weights()), read_calibration())(doc))
        return [(name.phrase.text, name.type, name.confidence) for name in names]

    return name_read


SPLIT = {None: 0.2, "METHOD": 0.35, "MODEL": 0.3, "BENCHMARK": 0.15}


def test_what_is_surely_coined_is_a_name(name_read):
    """A network of two minds does not lose what the paper coins: it has the likeliest type, and more than half."""
    ((_, _, before),) = name_read("FooBar", SPLIT)
    ((_, type, confidence),) = name_read("FooBar", SPLIT, "METHOD")
    assert type == "METHOD"
    assert before < 0.4 <= confidence < 0.6


def test_the_noun_beside_a_coined_name_decides(name_read):
    """Where the network is of two minds, what the paper says of the name is its type."""
    ((_, type, confidence),) = name_read("FooBar", SPLIT, "BENCHMARK")
    assert (type, confidence) == ("BENCHMARK", 0.6)


def test_a_word_with_one_capital_may_be_no_name(name_read):
    """Only two capitals make sure that words of coining stand before a name."""
    assert name_read("Foobar", SPLIT, "METHOD") == name_read("Foobar", SPLIT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Subject-Embedding Network (SE-Net) reads it.", None),
        ("We train SE-Net and ResNet-50 on images.", "SENet"),
    ],
)
def test_a_name_that_the_paper_explains_is_no_other_thing(nlp, text, name):
    """Another spelling of a known name stands for it only where the paper gives no long form of its own."""
    (found,) = extract([Paper("1", "", text)], nlp)
    (known,) = {mention.name for mention in found.mentions if mention.text == "SE-Net"}
    assert known == name
