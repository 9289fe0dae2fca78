"""Values of BibTeX fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.bibtex_values import plain_value

MACROS = {"jan": "January", "j": "Journal"}
#: Text whose braces are balanced, as in any value.
BALANCED = st.recursive(
    st.text("ab #=,", max_size=5), lambda inner: st.tuples(inner, inner).map(lambda parts: f"{parts[0]}{{{parts[1]}}}")
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("{A {B} C}", "A {B} C"),
        ('"A {"}B{"} C"', 'A {"}B{"} C'),
        ("2024", "2024"),
        ("JAN", "January"),
        ('jan # "~1"', "January~1"),
        ('"A " # j # { of B}', "A Journal of B"),
        ("{{A}}", "A"),
        ("{{A} and {B}}", "{A} and {B}"),
        ("unknown", "unknown"),
        ("{a # b}", "a # b"),
        ("{50\\% of \\{x\\}}", "50\\% of \\{x\\}"),
        ("{}", ""),
        ("", ""),
    ],
)
def test_value(raw, text):
    """Braces, quotes, macros and pieces come to the text that is meant."""
    assert plain_value(raw, MACROS) == text


@pytest.mark.parametrize("raw", ["{A} year = {B}", '"A" "B"', "a = {b}", "{A", '"', "{A}}"])
def test_two_values_are_none(raw):
    """What a missing comma or brace leaves is not taken for a value."""
    assert plain_value(raw, MACROS) is None


@given(BALANCED)
def test_text_in_braces_comes_out_as_it_is(text):
    """One pair of braces around a text, and nothing else is taken off or put in."""
    assert plain_value(f"{{x{text}}}", MACROS) == f"x{text}"
