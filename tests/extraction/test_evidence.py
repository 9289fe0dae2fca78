import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from strategies import hostile_text
from told_evidence import evidence_of

from kg.extraction.evidence import COLUMNS, FINDER_COLUMNS, evidence
from kg.extraction.paper_doc import make_doc, words_of
from kg.extraction.pipeline import COMPONENTS, build_pipeline
from kg.model import Paper

text = hostile_text.map(lambda text: text.encode(errors="ignore").decode())


@pytest.fixture(scope="module")
def read():
    """The words of a paper and the evidence on them, as read by all finders."""
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("learned_names")])

    def read(title, abstract):
        doc = make_doc(nlp, Paper("1", title, abstract))
        for _, component in nlp.pipeline:
            doc = component(doc)
        return words_of(doc), evidence(doc).rows

    return read


def told(read, column, title, abstract):
    """The words that a column marks."""
    words, rows = read(title, abstract)
    return [word for word, row in zip(words, rows, strict=True) if row[COLUMNS.index(column)]]


def test_finders_speak_in_their_columns(read):
    """A known method marks its words in the columns of known methods, the first of them apart."""
    abstract = "We use proximal policy optimization."
    assert told(read, "known_names METHOD begins", "A title", abstract) == ["proximal"]
    assert told(read, "known_names METHOD goes on", "A title", abstract) == ["policy", "optimization"]


def test_what_was_rejected_is_told(read):
    """A candidate that was taken back, here for standing in an address, leaves its mark."""
    abstract = "Code is at https://github.com/someone/FoldBench-dataset and more."
    assert told(read, "rejected begins", "A title", abstract) == ["FoldBench"]


def test_places_are_told(read):
    """Title, background, words of the title, words that stand again and first words are marked."""
    title, abstract = "Folding paper", "Paper is old. We fold paper."
    assert told(read, "in_title", title, abstract) == ["Folding", "paper"]
    assert told(read, "in_background", title, abstract) == ["\n\n", "Paper", "is", "old", "."]
    assert told(read, "repeats_title", title, abstract) == ["Folding", "paper", "Paper", "paper"]
    assert set(told(read, "stands_again", title, abstract)) == {"paper", "Paper", "."}
    assert told(read, "begins_sentence", title, abstract)[-2:] == ["Paper", "We"]


def test_sentences_that_measure_are_told(read):
    """A number, or a word of comparing, marks its whole sentence and no other."""
    abstract = "It costs memory. It takes 40 seconds. It is faster."
    assert told(read, "sentence_has_number", "A title", abstract) == ["It", "takes", "40", "seconds", "."]
    assert told(read, "sentence_compares", "A title", abstract) == ["It", "is", "faster", "."]
    assert told(read, "compares", "A title", abstract) == ["faster"]


def test_numbers_that_were_measured_are_told_from_counts(read):
    """A decimal point, a percent sign or a factor tells a measured number; years and counts are none."""
    abstract = "Of 12 words in 2024 it keeps 3.5 and 40%. It is 2x faster than 3 words."
    assert told(read, "measures", "A title", abstract) == ["3.5", "%", "2x"]
    counted = "It has 12 words. It is 2x faster."
    assert told(read, "sentence_has_measure", "A title", counted) == ["It", "is", "2x", "faster", "."]


def test_quantities_speak_apart_from_metrics(read):
    """What a lexicon holds for a metric only where it is measured has columns of its own."""
    abstract = "Accuracy and memory."
    assert told(read, "known_names METRIC begins", "A title", abstract) == ["Accuracy"]
    assert told(read, "measured_names METRIC begins", "A title", abstract) == ["memory"]


@settings(deadline=None, max_examples=40)
@given(title=text, abstract=text)
def test_every_token_has_evidence(read, title, abstract):
    """Whatever the text, each token has one row."""
    words, rows = read(title, abstract)
    assert rows.shape == (len(words), len(COLUMNS))


@given(
    st.integers(1, 9).flatmap(lambda words: arrays.arrays(np.bool_, (words, len(COLUMNS)))),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_windows_of_evidence_are_windows_of_its_rows(rows, start, end):
    """Of any words the evidence tells what it tells of them among all."""
    assert np.array_equal(evidence_of(rows).rows, rows)
    assert np.array_equal(evidence_of(rows).window(start, end).rows, rows[start:end])


def test_finders_come_first():
    """The columns that training hides are those of finders, and all of them."""
    assert all(" " in column and column.split()[0].endswith("names") for column in COLUMNS[:FINDER_COLUMNS])
    assert not any(column.split()[0].endswith("names") for column in COLUMNS[FINDER_COLUMNS:])
