import numpy as np
import pytest

from kg.extraction.contexts import contexts_of, keep_contexts
from kg.extraction.paper_doc import make_doc, phrase
from kg.extraction.pipeline import build_pipeline
from kg.model import Paper

NLP = build_pipeline(())
WORDS = np.random.default_rng(1).normal(size=(7, 4)).astype(np.float32)


@pytest.fixture
def doc():
    """A doc of seven words whose contexts are kept."""
    doc = make_doc(NLP, Paper("1", "", "Oaks fall and elms grow again"))
    assert len(doc) == len(WORDS)
    keep_contexts(doc, WORDS)
    return doc


def directions(rows):
    """Rows without their means, as long as one."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    return rows / np.sqrt((rows**2).mean(axis=1, keepdims=True))


@pytest.mark.parametrize(
    ("start", "end", "words"), [(2, 4, (2, 3, 1, 4)), (2, 3, (2, 2, 1, 3)), (0, 2, (0, 1, 0, 2)), (5, 7, (5, 6, 4, 6))]
)
def test_context_of_a_phrase_is_that_of_its_ends_and_its_neighbours(doc, start, end, words):
    """First word, last word, the one before and the one behind; at the ends of the text the last there is."""
    (row,) = contexts_of(doc, [phrase(doc, start, end)])
    assert row.reshape(4, 4) == pytest.approx(directions(WORDS[list(words)]), abs=1e-3)


def test_phrases_are_told_in_their_order(doc):
    """Several phrases are told at once, each as by itself."""
    phrases = [phrase(doc, start, start + 2) for start in (3, 0)]
    alone = [contexts_of(doc, [each])[0] for each in phrases]
    assert np.array_equal(contexts_of(doc, phrases), np.stack(alone))


def test_no_phrase_has_no_row(doc):
    """Of nothing there is nothing to tell, in as many columns as always."""
    assert contexts_of(doc, []).shape == (0, 16)


def test_doc_that_no_network_has_read_has_no_columns():
    """Without contexts there is a row for each phrase all the same."""
    doc = make_doc(NLP, Paper("1", "", "Oaks fall"))
    assert contexts_of(doc, [phrase(doc, 0, 1)]).shape == (1, 0)
