import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.confidence import UNCALIBRATED, Curve, read_calibration
from kg.model import EntityType

share = st.floats(0, 1)


@given(share)
def test_certainty_uncalibrated_is_kept(certainty):
    """Without calibration the confidence is the certainty, but for the very ends."""
    assert UNCALIBRATED[EntityType.METHOD](certainty) == pytest.approx(certainty, abs=2e-4)


@given(st.lists(share, min_size=2, max_size=2), st.sampled_from(EntityType))
def test_surer_is_never_less_confident(pair, type):
    """The curves that ship rise, and stay within 0 and 1."""
    less, more = sorted(pair)
    curve = read_calibration()[type]
    assert 0 <= curve(less) <= curve(more) <= 1


def test_a_shift_moves_the_middle():
    """A curve that is shifted up gives more than one half at one half."""
    assert Curve(1, 1)(0.5) > 0.5 > Curve(1, -1)(0.5)
