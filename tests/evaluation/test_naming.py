import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.naming import b_cubed

#: The answers that Bagga and Baldwin work out: two of the true clusters 1-5, 6-7 and 8-12 are taken for one.
TRUE = "aaaaabbccccc"
SMALL_WITH_LARGE = "xxxxxyyyyyyy"
LARGE_WITH_LARGE = "xxxxxyyxxxxx"

clusterings = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("true", "found", "precision", "recall"),
    [
        ("a", "x", 1, 1),
        ("aab", "xxy", 1, 1),
        # Split: each of the two halves holds half of its thing.
        ("aa", "xy", 1, 1 / 2),
        # Merged: each item shares its cluster with one stranger.
        ("ab", "xx", 1 / 2, 1),
        # x holds two of the three a's and b: precision (2/3 + 2/3 + 1/3 + 1)/4, recall (2/3 + 2/3 + 1 + 1/3)/4.
        ("aaba", "xxxy", 2 / 3, 2 / 3),
        (TRUE, SMALL_WITH_LARGE, 16 / 21, 1),
        (TRUE, LARGE_WITH_LARGE, 7 / 12, 1),
    ],
)
def test_cases_worked_out_by_hand(true, found, precision, recall):
    """Each item counts the share of its own thing in its found cluster, and of its found cluster in its thing."""
    assert b_cubed(list(zip(true, found, strict=True))) == pytest.approx((precision, recall))


def test_no_item_is_no_division_by_zero():
    """Without items both are 0."""
    assert b_cubed([]) == (0, 0)


@given(clusterings)
def test_shares_are_shares(items):
    """Both lie above 0, as each item is in its own cluster, and reach 1 at most."""
    assert all(0 < share <= 1 + 1e-9 for share in b_cubed(items))


@given(clusterings)
def test_sides_change_places(items):
    """What is precision one way is recall the other way."""
    precision, recall = b_cubed(items)
    assert b_cubed([(found, true) for true, found in items]) == pytest.approx((recall, precision))


@given(clusterings)
def test_right_clusters_need_no_right_names(items):
    """Only who is together counts, not what the cluster is called."""
    assert b_cubed([(true, f"the {true}s") for true, _ in items]) == pytest.approx((1, 1))
