import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import remembered_rows
from kg.extraction.remembered_rows import RememberedRows


def squares(number):
    """A row of two."""
    return np.array([number, number**2], dtype=np.float32)


@given(st.lists(st.lists(st.integers(0, 50), max_size=8), max_size=8))
def test_rows_are_those_of_their_keys(asked):
    """Whatever was asked before, each key has its own row."""
    rows = RememberedRows(squares, 2)
    for keys in asked:
        assert rows.of(keys).tolist() == [[key, key**2] for key in keys]


def test_a_row_is_worked_out_once():
    """A key that comes again costs no work."""
    worked_out = []
    rows = RememberedRows(lambda key: worked_out.append(key) or squares(key), 2)
    for keys in ([3, 3, 4], [4, 3], [5]):
        rows.of(keys)
    assert worked_out == [3, 4, 5]


@pytest.mark.parametrize("most", [1, 3, 10])
def test_few_rows_are_remembered(monkeypatch, most):
    """Memory stays bounded by what is remembered and what is asked at once, and no row is wrong for it."""
    monkeypatch.setattr(remembered_rows, "_REMEMBERED", most)
    monkeypatch.setattr(remembered_rows, "_FIRST_ROOM", 1)
    rows = RememberedRows(squares, 2)
    for first in range(20):
        keys = [first, first + 1, first]
        assert rows.of(keys).tolist() == [[key, key**2] for key in keys]
    assert len(rows._numbers) <= max(most, 3)


def test_what_was_handed_out_stays():
    """Rows that were handed out are the asker's own; changing them changes nothing that is remembered."""
    rows = RememberedRows(squares, 2)
    rows.of([2])[:] = 0
    assert rows.of([2]).tolist() == [[2, 4]]
