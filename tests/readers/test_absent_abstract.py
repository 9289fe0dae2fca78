"""An abstract that says that there is none."""

import pytest

from kg.model import Place
from kg.readers.record import paper_of


@pytest.mark.parametrize(
    "text",
    [
        "[No abstract available]",
        "No abstract available.",
        " n/a ",
        "NaN",
        "None",
        "null",
        "-",
        "Abstract not available",
    ],
)
def test_words_for_no_abstract_are_none(text):
    """Scopus, pandas and people write something in its place."""
    assert paper_of({"title": "A Title", "abstract": text}, Place("x")).abstract == ""


@pytest.mark.parametrize(
    "text", ["No abstract available data exist; we make some.", "None of these fold.", "NA62 folds."]
)
def test_abstract_that_begins_so_is_one(text):
    """Only the whole text says it."""
    assert paper_of({"title": "A Title", "abstract": text}, Place("x")).abstract == text
