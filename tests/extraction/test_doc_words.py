from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import hostile_text

from kg.extraction.doc_words import doc_words
from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline
from kg.model import Paper

text = st.one_of(hostile_text, st.sampled_from(["We run. It rains.", "Oaks\n\nElms. 🌳", " . ", ""]))


@pytest.fixture(scope="session")
def read_words():
    """The words of a paper whose sentences have been parted, and its doc."""
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("abbreviations")])

    def read_words(title, abstract):
        doc = make_doc(nlp, Paper("1", title, abstract))
        for _, component in nlp.pipeline:
            doc = component(doc)
        return doc_words(doc), doc

    return read_words


def test_words_are_in_lower_case_with_their_offsets(read_words):
    """Each word is that of the text in lower case, and its offset counts the doc's characters."""
    words, _ = read_words("Old Trees", "We Run.")
    assert [word for word in words.words if word.strip()] == ["old", "trees", "we", "run", "."]
    assert [words.offsets[words.words.index(word)] for word in ("old", "trees", "we", "run")] == [0, 4, 11, 14]


def test_the_abstract_begins_at_its_first_word(read_words):
    """The abstract's first word is known; without an abstract it is the number of words."""
    words, _ = read_words("Old trees", "We run.")
    assert words.words[words.abstract] == "we"
    words, _ = read_words("Old trees", "")
    assert words.abstract == len(words.words)


def test_sentences_are_counted_in_words(read_words):
    """Title and sentences follow each other, each from its first word to the next one's."""
    words, _ = read_words("Old trees", "We run. It rains.")
    ran = [" ".join(words.words[slice(*words.bounds(n))]).split() for n in range(len(words.starts))]
    assert ran == [["old", "trees"], ["we", "run", "."], ["it", "rains", "."]]


def test_a_character_within_a_word_leads_to_it(read_words):
    """Every character of a word leads to that word."""
    words, doc = read_words("Old trees", "We run far.")
    assert {words.words[words.word_at(doc.text.index("run") + n)] for n in range(3)} == {"run"}


def test_words_are_worked_out_once(read_words):
    """Asking again gives the very same."""
    words, doc = read_words("Old trees", "We run.")
    assert doc_words(doc) is words


@settings(deadline=None, max_examples=60)
@given(title=text, abstract=text)
def test_every_text_has_words_and_sentences_without_gaps(read_words, title, abstract):
    """In any text the sentences cover all words once and in order, and each word is found at its own offset."""
    title, abstract = (each.encode(errors="ignore").decode() for each in (title, abstract))
    words, doc = read_words(title, abstract)
    assert len(words.words) == len(words.offsets) == len(doc)
    assert 0 <= words.abstract <= len(words.words)
    bounds = [words.bounds(n) for n in range(len(words.starts))]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(words.words)
    assert all(one[1] == other[0] for one, other in pairwise(bounds))
    for n, offset in enumerate(words.offsets):
        assert words.word_at(offset) == n
        assert bounds[words.sentence_of(n)][0] <= n < bounds[words.sentence_of(n)][1]
