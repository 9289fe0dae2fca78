import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.readers.cleaning import clean_title


@pytest.mark.parametrize(
    ("read", "clean"),
    [
        ("M\u00c3\u00bcller\u00e2\u20ac\u2122s caf\u00c3\u00a9", "Müller’s café"),
        ("Gr\u00fc\u00dfe, na\u00efve, \u00c2ge", "Grüße, naïve, Âge"),
        ("pa\u00adper, fold\u200b\ufeffed", "paper, folded"),
        ("a\u00a0b\u2009c\u3000d\te\r\nf", "a b c d e f"),
        ("a\x00b\x0cc", "a b c"),
        ("a\ud800b", "a\ufffdb"),
        ("GPT\u20114 is state\u2010of\u2010the\u2010art", "GPT-4 is state-of-the-art"),
        ("cafe\u0301", "café"),
        ("ﬁt x² ™", "ﬁt x² ™"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_characters(read, clean):
    """What does not show goes, accents are composed, letters are not changed into others."""
    assert clean_title(read)[0] == clean


@settings(deadline=None)
@given(st.text(st.characters(categories=["L", "M"]), max_size=12))
def test_clean_text_is_composed(text):
    """Clean text is in Unicode's form NFC, whatever its letters and marks."""
    assert unicodedata.is_normalized("NFC", clean_title(text)[0])


@pytest.mark.parametrize(
    ("read", "clean"),
    [
        ("recog-\nnition", "recognition"),
        ("pre-\n  dicted", "predicted"),
        ("state-of-\nthe-art", "state-of-the-art"),
        ("open-\nand closed-source", "open- and closed-source"),
        ("self-\nsupervised, low-\nlevel, zero-\nshot", "self-supervised, low-level, zero-shot"),
        ("GPT-\n4, Q-\nlearning, Fold-\nNet", "GPT-4, Q-learning, Fold-Net"),
        ("water-\nmark and a watermark", "watermark and a watermark"),
        ("water-\nmark and a water-mark", "water-mark and a water-mark"),
        ("recog\u00ad\nnition", "recognition"),
        ("two\nlines", "two lines"),
    ],
)
def test_lines(read, clean):
    """Words that were broken at a line's end are joined; a hyphen of their own stays."""
    assert clean_title(read)[0] == clean
