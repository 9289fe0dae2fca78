import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names import name_key, one_line, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [("LLaMA-2", "Llama 2"), ("GSM8k", "GSM8K"), ("Meta-World", "MetaWorld"), ("ﬁne", "fine")],
)
def test_spellings_of_one_name_have_one_key(one, other):
    """Case, spaces, hyphens and ligatures do not tell names apart."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Llama 2", "Llama 3"), ("Q*", "Q"), ("C", "C++"), ("pass@1", "pass 1")])
def test_different_names_have_different_keys(one, other):
    """Digits and the marks that names are made of tell names apart."""
    assert name_key(one) != name_key(other)


@given(st.text())
def test_key_is_its_own_key(text):
    """Making the key twice is making it once."""
    assert name_key(name_key(text)) == name_key(text)


@given(st.text(), st.text())
def test_one_slug_means_one_key(one, other):
    """Names with different keys have different slugs, so ids never collide."""
    if slug(one) == slug(other):
        assert name_key(one) == name_key(other)


@given(st.text())
def test_slug_has_no_space_and_no_outer_hyphen(text):
    """An id is one word."""
    assert slug(text) == "".join(slug(text).split()).strip("-")


def test_one_line_folds_white_space():
    """Runs of any white space become one space."""
    assert one_line("  a\n b\t c ") == "a b c"
