import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.paper_doc import lowered_words, make_doc, phrase, phrase_at, text_of, word_bounds, words_of
from kg.extraction.pipeline import build_pipeline
from kg.model import Paper

NLP = build_pipeline([])
texts = st.text(alphabet="aB1.- \n(é", max_size=30)


@given(text=texts, start=st.integers(0, 30), length=st.integers(1, 30))
def test_phrase_is_what_spacy_calls_a_span(text, start, length):
    """Characters are a phrase where they are a run of whole tokens, and it knows its tokens and its text."""
    doc = NLP.make_doc(text)
    end = min(start + length, len(text))
    span = doc.char_span(start, end) if start < end else None
    found = phrase_at(doc, start, end)
    assert (found is None) == (span is None)
    if span is not None:
        assert found == (span.start, span.end, span.start_char, span.text) == phrase(doc, span.start, span.end)
        assert found.end_char == span.end_char


@given(text=texts)
def test_words_stand_where_they_say(text):
    """Words, their bounds and their lower case are those of spaCy's tokens."""
    doc = NLP.make_doc(text)
    begins, ends = word_bounds(doc)
    assert words_of(doc) == [token.text for token in doc]
    assert lowered_words(doc) == [token.lower_ for token in doc]
    assert begins == [token.idx for token in doc]
    assert ends == [token.idx + len(token) for token in doc]


@pytest.mark.parametrize("before", [0, 1, 249, 250, 251, 700])
@pytest.mark.parametrize(("run", "hidden"), [(499, False), (500, True), (501, True), (1300, True)])
def test_long_run_is_hidden_wherever_it_stands(before, run, hidden):
    """Of a run of 500 characters and more nothing is left but its length; a shorter one stays as it is."""
    ahead = "a " * (before // 2)
    text = text_of(make_doc(NLP, Paper("1", "", f"{ahead}{'x' * run} b")))
    assert text == f"\n\n{ahead}{(' ' if hidden else 'x') * run} b"
