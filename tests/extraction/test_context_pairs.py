import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.context_pairs import ASKER, NAME, fits
from kg.extraction.linear_model import LinearModel

KINDS = ("food", "home")
#: Of two columns of contexts: alone, and vectors of two numbers. Nests are asked for by what speaks in the first
#: column and are named in the second; of food only what is said alone is known.
WEIGHTS = {
    ("home", ASKER, 0): [0, 2, 0],
    ("home", ASKER, 1): [-1, 0, 0],
    ("home", NAME, 0): [0, 0, 5],
    ("home", NAME, 1): [0.5, 3, 0],
    ("food", ASKER, 0): [1, 0, 0],
    ("food", NAME, 0): [4, 0, 0],
}
MODEL = LinearModel(list(WEIGHTS), np.array(list(WEIGHTS.values()), dtype=np.float32))
ASKERS = np.array([[1, 0], [2, 1]], dtype=np.float32)
NAMES = np.array([[1, 0], [0, 1], [0, -1]], dtype=np.float32)


def test_products_and_what_is_said_alone_are_added_up():
    """A name counts by its product with who asks and by itself, nothing by who asks; the last row is nothing."""
    food, home = np.moveaxis(fits(MODEL, KINDS, ASKERS, NAMES, [(0,), (1,)]), 2, 0)
    assert home.tolist() == [[0, 6.5, 0], [0, 12.5, -1]]
    assert food.tolist() == [[4, 0, 1], [4, 0, 2]]


def test_a_thing_counts_as_its_best_name():
    """Of several names that counts which goes best with who asks, wherever it stands."""
    together = fits(MODEL, KINDS, ASKERS, NAMES, [(2, 1), (0,)])
    alone = fits(MODEL, KINDS, ASKERS, NAMES, [(2,), (1,), (0,)])
    assert np.array_equal(together[:, 0], alone[:, :2].max(axis=1))
    assert np.array_equal(together[:, 1:], alone[:, 2:])


@given(st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=3), max_size=4))
def test_nothing_comes_last_whatever_there_is(things):
    """There is a row for each thing and one for nothing, and the latter does not hang on the former."""
    found = fits(MODEL, KINDS, ASKERS, NAMES, things)
    assert found.shape == (2, len(things) + 1, 2)
    assert np.array_equal(found[:, -1], fits(MODEL, KINDS, ASKERS, NAMES[:0], [])[:, -1])


@pytest.mark.parametrize(("model", "columns"), [(LinearModel([], np.zeros((0, 3), dtype=np.float32)), 2), (MODEL, 0)])
def test_without_contexts_nothing_is_said(model, columns):
    """Where the model knows nothing of contexts, or no network has read the doc, all is nought."""
    found = fits(model, KINDS, ASKERS[:, :columns], NAMES[:, :columns], [(0, 1), (2,)])
    assert found.tolist() == np.zeros((2, 3, 2)).tolist()
