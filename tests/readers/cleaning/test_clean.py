import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.readers.cleaning import clean_abstract, clean_name, clean_title

#: Words that stand once in a text and are found in it again.
MARKS = ("Kestrel", "Osprey", "Merlin")
DIRT = (
    r"\emph{ \textbf{ } { $ $$ \( \) \alpha \times ^2 _{i} \frac{1} {\em \% \$ \& \\ ~ \cite{a} \"u {\'e} \our "
    "<i> </i> <sub> <sup> </sup> <p> </p> <jats:p> <jats:title> </jats:title> <mml:math> </mml:math> <mml:mi> "
    "</mml:mi> <mml:msup> </mml:msup> <!-- --> <think> < > & &amp; &lt; &gt; &amp;lt; &#8211; &nbsp; "
    "`` '' -- --- - : . , 5 © 2020 Abstract Abstract: Copyright the word"
).split()
dirt = st.sampled_from(
    [*DIRT, " ", "  ", "\n", "-\n", "\t", "\u00a0", "\u200b", "\u00ad", "e\u0301", "Ã¼", "\x00", "折"]
)
dirty_texts = st.lists(dirt | st.text(max_size=3), max_size=25).map("".join)


def spans(text):
    """The first twenty and last twenty spans of one and of three characters."""
    starts = sorted({*range(min(20, len(text))), *range(max(0, len(text) - 20), len(text))})
    return [(start, min(len(text), start + width)) for start in starts for width in (1, 3)]


@settings(deadline=None)  # the first text loads what the rules need
@given(dirty_texts)
def test_cleaning_twice_is_cleaning_once(text):
    """What is clean stays as it is."""
    clean, _ = clean_abstract(text)
    assert clean_abstract(clean) == (clean, None)
    title, _ = clean_title(text)
    assert clean_title(title) == (title, None)


@settings(deadline=None)  # the first text loads what the rules need
@given(dirty_texts)
def test_offsets_are_valid_and_in_order(text):
    """Every span of the clean text has a place in the text as read, and later ones do not begin earlier."""
    clean, read = clean_abstract(text)
    places = [read.span(*span) if read else span for span in spans(clean)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    single = [read.span(n, n + 1) if read else (n, n + 1) for n in range(len(clean))]
    ends = [end for _, end in single]
    assert ends == sorted(ends)


@settings(deadline=None)  # the first text loads what the rules need
@given(st.lists(dirty_texts, min_size=4, max_size=4))
def test_word_is_found_where_it_stood(parts):
    """A word that is in the text as read and in the clean one is found in the former by its place in the latter."""
    text = "".join(part + mark for part, mark in zip(parts, (*MARKS, ""), strict=True))
    clean, read = clean_abstract(text)
    for mark in MARKS:
        for found in re.finditer(mark, clean):
            start, end = read.span(*found.span()) if read else found.span()
            assert mark in text[start:end]


@settings(deadline=None)  # the first text loads what the rules need
@given(st.text("abc XYZ019.,;:()?!/", max_size=60).map(lambda text: " ".join(text.split())))
def test_clean_text_is_not_touched(text):
    """A text without markup comes back as it is, and there is no way back to remember."""
    assert clean_abstract(text) == (text, None)


@settings(deadline=None)  # the first text loads what the rules need
@given(dirty_texts)
def test_slice_of_the_text_as_read_cleans_to_the_clean_slice(text):
    """A word of the clean text is what its place in the text as read cleans to, where no markup is cut."""
    clean, read = clean_title(text)
    for word in re.finditer(r"\b[A-Za-z]{4,}\b", clean):
        start, end = read.span(*word.span()) if read else word.span()
        if re.fullmatch(r"\w+", text[start:end]):
            assert clean_title(text[start:end])[0] == word[0]


@pytest.mark.parametrize(
    ("read", "name", "place"),
    [
        (r"a \emph{soft} loss here", "soft loss", r"\emph{soft} loss"),
        (r"a \textbf{FoldNet} here", "FoldNet", "FoldNet"),
        (r"a {\em soft} loss", "soft loss", r"{\em soft} loss"),
        (r"with {GPT}-4", "GPT-4", "{GPT}-4"),
        (r"with {GPT}-4", "GPT", "GPT"),
        (r"on $\tau$-Fold", "τ-Fold", r"$\tau$-Fold"),
        (r"the A$^2$M block", "A^2M block", "A$^2$M block"),
        (r"T\"ULU 3", "TÜLU 3", r"T\"ULU 3"),
        ("in <i>E. coli</i> strains", "E. coli strains", "<i>E. coli</i> strains"),
        ("in <i>E. coli</i> strains", "E. coli", "E. coli"),
        ("Q &amp; A", "Q & A", "Q &amp; A"),
        ("fold-\ning pa\u00adper", "folding paper", "fold-\ning pa\u00adper"),
        (r"\textbf{F}old\textbf{N}et is", "FoldNet", r"\textbf{F}old\textbf{N}et"),
    ],
)
def test_place_takes_markup_that_it_would_cut(read, name, place):
    """A name that begins or ends within a pair of braces, dollars or tags takes the whole pair."""
    clean, as_read = clean_abstract(read)
    start = clean.index(name)
    assert read[slice(*as_read.span(start, start + len(name)))] == place


def test_layers_are_taken_off_one_by_one():
    """What was escaped twice is cleaned twice."""
    assert clean_title("&amp;lt;i&amp;gt;E. coli&amp;lt;/i&amp;gt; and {{\\em yeast}}")[0] == "E. coli and yeast"


def test_name_is_one_line():
    """Names of people and journals are cleaned like titles."""
    assert clean_name('M{\\"u}ller,\n J\u00e9r\u00f4me &amp; Co.') == "Müller, Jérôme & Co."


@pytest.mark.parametrize(
    "unit", ["<", "$", "\\", "&", "{", "}", "~", "<i>", "<!--", "\\textbf{", "&amp;", "a-\n", "e\u0301"]
)
def test_much_of_the_same_takes_no_more_than_its_length(unit):
    """Thirty thousand of what begins markup are cleaned in a moment."""
    began = time.process_time()
    clean_abstract(unit * 30_000)
    assert time.process_time() - began < 5
