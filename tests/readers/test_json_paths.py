import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.json_paths import at, each, listed, text_at

RECORD = {"a": {"b": [{"c": "x"}, {"c": ""}, 3, {"c": "y"}]}, "n": 1}


def test_path_leads_through_keys_and_places():
    """Keys open objects, numbers count in arrays."""
    assert at(RECORD, "a", "b", 3, "c") == "y"


@pytest.mark.parametrize("path", [("b",), ("a", 0), ("a", "b", 9), ("n", "x"), ("a", "b", 2, "c")])
def test_path_that_leads_nowhere_is_none(path):
    """What is not there is None."""
    assert at(RECORD, *path) is None


def test_each_leaves_out_what_is_empty():
    """Only what is there comes of an array."""
    assert each(RECORD["a"]["b"], "c") == ["x", "y"]
    assert each("no array", "c") == []


def test_text_is_a_text():
    """Other values are no text."""
    assert (text_at(RECORD, "n"), text_at(RECORD, "a", "b", 0, "c")) == ("", "x")


@given(st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_nothing_raises(value):
    """Any value can be looked into."""
    assert isinstance(listed(value, "a"), list)
    assert isinstance(each(value, 0), list)
    assert isinstance(text_at(value, "a", 0), str)
