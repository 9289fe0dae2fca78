import numpy as np
import pytest

from kg.extraction.candidates import Candidate
from kg.extraction.inner_names import is_part, sure_inside
from kg.extraction.paper_doc import make_doc, phrase
from kg.extraction.tags import TAGS, columns_of
from kg.model import EntityType, Paper

_METHOD, _DATA = EntityType.METHOD, EntityType.BENCHMARK


@pytest.fixture
def inside(nlp):
    """The sure names inside all five words of a text, of those given as first word, end, type and finder."""
    doc = make_doc(nlp, Paper("1", "A title", "fast prior guided Tulip splatting"))
    start = len(doc) - 5

    def inside(*found, share=0.9, outside=0.02, longs=()):
        shares = np.full((len(doc), len(TAGS)), 0.0, dtype=np.float32)
        shares[:, 0] = outside
        for first, end, type, _ in found:
            shares[start + first : start + end, columns_of(type)] = share / 4
        names = [Candidate(phrase(doc, start + a, start + b), type, finder) for a, b, type, finder in found]
        longs = [phrase(doc, start + a, start + b) for a, b in longs]
        return [name.phrase.text for name, _ in sure_inside(start, len(doc), names, shares, longs)]

    return inside


def test_the_longest_sure_names_are_found(inside):
    """Of sure names that share words the longest is taken."""
    found = inside((3, 5, _METHOD, "known_names"), (3, 4, _METHOD, "coined_names"), (0, 1, _METHOD, "known_names"))
    assert found == ["Tulip splatting", "fast"]


def test_what_is_unsure_is_not_found(inside):
    """A name of whose words one may be outside, or of another type, is not sure."""
    assert inside((3, 5, _METHOD, "known_names"), share=0.3) == []
    assert inside((3, 5, _METHOD, "known_names"), outside=0.2) == []


def test_the_whole_is_no_part(inside):
    """What is proposed of just these words is what is doubtful."""
    assert inside((0, 5, _METHOD, "known_names")) == []


def test_what_is_not_to_stand_alone(inside):
    """Known data sets bear other names as parts, and measured quantities are no names by themselves."""
    assert inside((3, 5, _DATA, "known_names"), (0, 1, EntityType.METRIC, "measured_names")) == []


def test_no_part_of_what_is_abbreviated(inside):
    """A name inside a long form is not the paper's."""
    assert inside((3, 5, _METHOD, "known_names"), longs=[(2, 5)]) == []


@pytest.mark.parametrize(("words", "part"), [(range(2, 5), True), (range(3, 5), False), (range(4, 8), False)])
def test_part(nlp, words, part):
    """A part has fewer words, and none beside."""
    doc = make_doc(nlp, Paper("1", "one two three", "four five six seven eight nine"))
    assert is_part(phrase(doc, 3, 5), words) is part
