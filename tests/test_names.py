import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names import did_you_mean, listed, name_key, one_line, slug


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


@given(st.text(" -_+#*@.aB2é", max_size=6), st.text(" -_+#*@.", max_size=2), st.integers(0, 6))
def test_one_slug_means_one_key(one, mark, place):
    """Names with different keys have different slugs, so ids never collide."""
    other = one[:place].upper() + mark + one[place:]
    if slug(one) == slug(other):
        assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("Q", "Q*"), ("F", "F#"), ("pass@1", "pass 1")])
def test_marks_of_names_tell_ids_apart(one, other):
    """An id keeps the marks that names are made of."""
    assert slug(one) != slug(other)


@given(st.text())
def test_slug_has_no_space_and_no_outer_hyphen(text):
    """An id is one word."""
    assert slug(text) == "".join(slug(text).split()).strip("-")


def test_one_line_folds_white_space():
    """Runs of any white space become one space."""
    assert one_line("  a\n b\t c ") == "a b c"


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("methd", ["METHOD", "MODEL"], "did you mean METHOD?"),
        ("html", ["h-t-m-l", "htm", "gexf"], "did you mean h-t-m-l or htm?"),
        ("swe", ["seven", "SWE-bench Pro", "SWE-bench"], "did you mean SWE-bench or SWE-bench Pro?"),
        ("zzz", ["one", "two", "three"], "there are one, two and three"),
        ("zzz", ["one"], "there are one"),
        ("zzz", [], "there is none"),
        ("zzz", map(str, range(22)), f"there are {', '.join(map(str, range(20)))} and 2 more"),
    ],
)
def test_unknown_name_is_told_with_the_nearest_or_with_all(name, known, expected):
    """Of many known names the first are told, and how many more there are."""
    assert did_you_mean(name, known) == expected


@pytest.mark.parametrize(
    ("names", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_names_are_listed_as_a_sentence_lists_them(names, expected):
    """The last stands behind the word."""
    assert listed(names, "or") == expected
