import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import Sentencizer

from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import build_pipeline
from kg.extraction.sentences import mark_sentences, sentence_starts, sentences_of
from kg.model import Paper

NLP = build_pipeline([])


def sentences(abstract):
    """The sentences of an abstract."""
    doc = mark_sentences(make_doc(NLP, Paper("1", "T", abstract)))
    return [abstract[start - 3 : end - 3].strip() for start, end in sentences_of(doc)][1:]


@given(abstract=st.text(alphabet="abC.?!-: \n。", max_size=40).map(str.strip).filter(bool))
def test_stops_end_sentences_as_in_spacy(abstract):
    """Where no abbreviation, formula or bracket stands, sentences begin as spaCy's rules say."""
    doc = Sentencizer()(NLP.make_doc(abstract))
    assert sentences(abstract) == [sentence.text.strip() for sentence in doc.sents]


def test_stop_ends_a_title_or_not():
    """The abstract begins a sentence, and only one, with or without a full stop before it."""
    for title in ("Is it so", "Is it so?", ""):
        doc = mark_sentences(make_doc(NLP, Paper("1", title, "It is.")))
        assert list(sentences_of(doc))[-1] == (len(title) + 2, len(title) + len("\n\nIt is."))
        assert sentence_starts(doc) == sorted(set(sentence_starts(doc)))


def test_doc_without_marks_is_one_sentence():
    """Before sentences are marked, or where there is no word, the whole doc is one."""
    assert list(sentences_of(NLP.make_doc("So be it. Be it so."))) == [(0, 19)]
    assert list(sentences_of(mark_sentences(NLP.make_doc("")))) == [(0, 0)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We use tools, e.g. folds and i.e. kites, as in Finch et al. (2020) vs. others.",
        "It scores 5.2 vs. 4.1, cf. Table 2, resp. Fig. 3 and Eq. 2.",
        "Lark 3.1 and v2.0 beat the 1.5B rival by 77.5%.",
        "The code is at https://example.org/a/b.git and runs.",
        "We set $\\alpha = 0.5$ and let $x_{i}.$ follow.",
        "It is No. 1 on the list (a.k.a. top).",
        "Prof. Finch wins in the U.S. and elsewhere.",
        "(This stands in brackets.)",
        "It has traits (style, etc.) of trees, leaves, etc., and (Acc.) of both.",
        "\\textbf{Results.}",
    ],
)
def test_sentence_is_one(sentence):
    """No full stop within it ends a sentence, and what follows it begins a new one."""
    assert sentences(f"Before it. {sentence} After it.") == ["Before it.", sentence, "After it."]


def test_sentences_are_parted():
    """Full stop, question mark and exclamation mark end a sentence, also before a formula."""
    assert sentences("Is it so? Yes! $\\pi$ wins. It ends with no. So be it.") == [
        "Is it so?",
        "Yes!",
        "$\\pi$ wins.",
        "It ends with no.",
        "So be it.",
    ]
