import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.odds import logit, probability


@given(st.floats(-30, 30))
def test_probability_grows_with_the_odds(log_odds):
    """It is between 0 and 1, and one half where both sides weigh the same."""
    assert 0 < probability(log_odds) < 1 or abs(log_odds) > 29
    assert probability(log_odds) + probability(-log_odds) == pytest.approx(1)


@given(st.floats(0, 1))
def test_logit_is_the_way_back(share):
    """A share has the odds that make it, and those of nought and one are finite."""
    assert probability(logit(share)) == pytest.approx(share, abs=2e-4)
