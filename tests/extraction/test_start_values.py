import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import build_pipeline
from kg.extraction.result_reading import Reading
from kg.extraction.start_values import starts_of
from kg.model import Paper

NLP = build_pipeline(["sentences"])
KINDS = {"n": "none", "a": "absolute", "g": "gain", "f": "from"}


def starts(abstract, letters):
    """The start of each result of an abstract, whose numbers are of kinds with these first letters."""
    doc = NLP.get_pipe("sentences")(make_doc(NLP, Paper("1", "", abstract)))
    reading = Reading.of(doc)
    kinds = [KINDS[letter] for letter in letters]
    assert len(kinds) == len(reading.numbers)
    found = starts_of(reading, kinds)
    return {reading.numbers[n][0].digits: start.digits for n, start in found.items()}


@pytest.mark.parametrize(
    ("abstract", "letters", "expected"),
    [
        ("It rises from 17.7 to 67.2%.", "fa", {"67.2": "17.7"}),
        ("It rises to 67.2% (from 17.7%).", "af", {"67.2": "17.7"}),
        ("It rises by 3.5 points (from 5.1 to 8.6).", "gfa", {"8.6": "5.1"}),
        ("It gains from 57.8% to 72.8% (+15.0%) and from 43.6% to 57.5%.", "fagfa", {"72.8": "57.8", "57.5": "43.6"}),
        ("It has 96.2% (from 34.8%), and up to 99.1%.", "afa", {"96.2": "34.8"}),
        ("It rises from 17.7. It has 67.2%.", "fa", {}),
        ("It has 17.2 vs. 16.8.", "af", {}),
        ("It has 67.2%.", "a", {}),
    ],
)
def test_a_start_is_of_one_result(abstract, letters, expected):
    """A start belongs to the nearest result of its sentence, and of two that are as near to the one led on to."""
    assert starts(abstract, letters) == expected


@given(st.text("nagf", max_size=8))
def test_no_start_is_of_two_results(letters):
    """Whatever the kinds, no two results of a list share a start, and nothing but results has one."""
    numbers = [f"{n}.5" for n in range(len(letters))]
    found = starts(f"It has {' then '.join(numbers)} points." if numbers else "It has.", letters)
    assert len(set(found.values())) == len(found)
    assert all(letters[int(float(digits))] in "ag" for digits in found)
