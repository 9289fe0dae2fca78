import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from told_evidence import evidence_of

from kg.extraction import network as network_module
from kg.extraction import remembered_rows
from kg.extraction.evidence import COLUMNS
from kg.extraction.network import Network, log_probabilities, packed, read_weights
from kg.extraction.tags import TAGS
from kg.extraction.word_features import TABLES, normal_form, shape, word_rows

WORDS = ["We", "propose", "ReFold", ",", "a", "method", "."]


@pytest.fixture(scope="module")
def network():
    """The network with the weights that ship."""
    return Network(read_weights())


def told(words):
    """No evidence for these words."""
    return evidence_of(np.zeros((len(words), len(COLUMNS)), dtype=np.bool_))


def test_scores_are_log_probabilities(network):
    """Each word has one score for each tag, and as probabilities they add up to one."""
    scores = log_probabilities(network.read(WORDS, told(WORDS)).scores)
    assert scores.shape == (len(WORDS), len(TAGS))
    assert np.exp(scores).sum(axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("words", [["A"], ["A", "b"], [""], ["\n\n"], ["δ", "模型", "🙂"], ["x" * 1000]])
def test_any_words_are_scored(network, words):
    """Texts of one word, strange letters and long words have scores like others."""
    assert np.isfinite(network.read(words, told(words)).scores).all()


def test_scores_do_not_depend_on_what_was_read_before(network, monkeypatch):
    """A network that has forgotten its words, or remembers few, scores as before."""
    before = network.read(WORDS, told(WORDS)).scores
    monkeypatch.setattr(remembered_rows, "_REMEMBERED", 3)
    fresh = Network(network.weights)
    for words in (["some"], ["other", "words"], WORDS, ["more"], WORDS):
        again = fresh.read(words, told(words)).scores
    assert np.array_equal(before, again)


def test_long_texts_are_read_in_windows(network, monkeypatch):
    """A text longer than the window is scored as its parts are, one by one."""
    monkeypatch.setattr(network_module, "_WINDOW", 3)
    evidence = evidence_of(np.random.default_rng(0).random((len(WORDS), len(COLUMNS))) < 0.2)
    parts = [network.read(WORDS[n : n + 3], evidence.window(n, n + 3)).scores for n in (0, 3, 6)]
    assert np.array_equal(network.read(WORDS, evidence).scores, np.concatenate(parts))


def test_evidence_counts(network):
    """What the finders say changes the scores."""
    rows = told(WORDS).rows
    rows[2, COLUMNS.index("coined_names METHOD begins")] = True
    assert np.abs(network.read(WORDS, evidence_of(rows)).scores - network.read(WORDS, told(WORDS)).scores).max() > 0.1


def test_weights_know_the_columns_and_tags(network):
    """The weights that ship were trained for the evidence and the tags that the code has."""
    assert network.weights["evidence"].shape[0] == len(COLUMNS)
    assert network.weights["out"].shape[1] == len(TAGS)


def test_weights_are_small():
    """The weights that ship take at most 25 MB."""
    assert len(network_module.WEIGHTS.read_bytes()) < 25e6


@given(arrays.arrays(np.float32, (4, 6), elements=st.integers(-1000, 1000)))
def test_packing_keeps_each_row_to_half_a_step(array):
    """Bytes and factors give back each number up to half of a 127th of its row's peak."""
    small, scale = packed(array)
    error = np.abs(small * scale[:, None] - array)
    assert (error <= np.abs(array).max(axis=1, keepdims=True) / 127 * 0.501).all()


def test_shape_and_normal_form():
    """Case and digits make the shape; the normal form forgets both."""
    assert (shape("GSM8K"), shape("Falcon")) == ("XXXxX", "Xxxx")
    assert (normal_form("Qwen2.5"), normal_form("GPT-40")) == ("qwen0.0", "gpt-0")


@given(st.text(max_size=20))
def test_rows_lie_in_their_tables(word):
    """Every word has a row in each table, and never row 0."""
    assert all(0 < row < size for row, size in zip(word_rows(word), TABLES.values(), strict=True))
