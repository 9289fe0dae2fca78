import pytest

from kg.readers.cleaning import clean_abstract, clean_title


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("We fly MED-KITE.To this end, we walk.", "We fly MED-KITE. To this end, we walk."),
        ("It rises (by 3%).We land.However, it rains.", "It rises (by 3%). We land. However, it rains."),
        ("We call it kite.A string holds it.", "We call it kite. A string holds it."),
    ],
)
def test_sentence_begins_behind_a_space(text, clean):
    """Where a word that begins sentences follows a full stop at once, a space is put between them."""
    assert clean_abstract(text)[0] == clean


@pytest.mark.parametrize(
    "text",
    [
        "We use OnPrem.LLM and Next.JS.",
        "In the U.S.A and elsewhere.",
        "See kite.ToString for it.",
        "At kite.The/x it is.",
    ],
)
def test_name_with_a_full_stop_stays_whole(text):
    """What is no sentence's beginning is left as it is."""
    assert clean_abstract(text) == (text, None)


def test_title_is_left_alone():
    """A title is no row of sentences."""
    assert clean_title("Kites.The Game of kings")[1] is None


def test_way_back_leads_over_the_space():
    """The clean text's words are found where they stood."""
    clean, as_read = clean_abstract("We fly.To land, we wait.")
    start = clean.index("To land")
    assert as_read.span(start, start + 7) == (7, 14)
