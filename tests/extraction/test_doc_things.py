import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.doc_things import things_of
from kg.extraction.marked_names import Marked
from kg.extraction.paper_doc import make_doc, phrase_at
from kg.extraction.pipeline import COMPONENTS, build_pipeline
from kg.model import Paper

WORDS = ("Oakfold", "oak-fold", "OAKFOLD", "Elmcut", "PPO")
TYPES = ("METHOD", "MODEL", "BENCHMARK", "METRIC", "ROBOT")


@pytest.fixture(scope="session")
def things():
    """The things of an abstract in which these words (text, type, usual name) are marked, by their texts."""
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("known_names")])

    def things(abstract, *names):
        doc = make_doc(nlp, Paper("1", "T", abstract))
        for _, component in nlp.pipeline:
            doc = component(doc)
        found, begin = [], 0
        for text, type, *known in names:
            begin = doc.text.index(text, begin)
            found.append(Marked(phrase_at(doc, begin, begin + len(text)), type, 0.9, "learned_names", *known))
            begin += len(text)
        return [tuple(names[n][0] for n in members) for members in things_of(doc, found)]

    return things


def test_names_that_are_alike_are_one_thing(things):
    """Case and hyphens part no names."""
    names = [("Oakfold", "METHOD"), ("Elmcut", "METHOD"), ("oak-fold", "METHOD"), ("OAKFOLD", "METHOD")]
    found = things("Oakfold and Elmcut, oak-fold and OAKFOLD.", *names)
    assert found == [("Oakfold", "oak-fold", "OAKFOLD"), ("Elmcut",)]


def test_an_abbreviation_is_one_with_its_long_form(things):
    """A short form and the long form that the abstract gives for it are one thing."""
    text = "We use trimmed oak folding (TOF). TOF is small, and trimmed oak folding is old."
    names = [("trimmed oak folding", "METHOD"), ("TOF", "METHOD"), ("TOF", "METHOD"), ("trimmed oak folding", "METHOD")]
    assert things(text, *names) == [("trimmed oak folding", "TOF", "TOF", "trimmed oak folding")]


def test_an_abbreviation_that_nobody_explains_is_a_thing_of_its_own(things):
    """Without a given long form nothing joins a short name to a long one."""
    names = [("trimmed oak folding", "METHOD"), ("TOF", "METHOD")]
    assert things("We use trimmed oak folding and TOF.", *names) == [("trimmed oak folding",), ("TOF",)]


def test_one_usual_name_makes_one_thing(things):
    """Names for which one usual name is known are one thing, also with the places where it is not known."""
    names = [("Tinny", "METHOD", "Tin Arm"), ("KT-7", "METHOD", "Tin Arm"), ("Tinny", "METHOD")]
    assert things("Tinny and KT-7 and Tinny again.", *names) == [("Tinny", "KT-7", "Tinny")]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("METHOD", "MODEL", True),
        ("MODEL", "METHOD", True),
        ("BENCHMARK", "METRIC", False),
        ("METHOD", "BENCHMARK", False),
        ("MODEL", "METRIC", False),
        ("ROBOT", "METHOD", False),
    ],
)
def test_types_part_things_but_for_method_and_model(things, one, other, together):
    """One name of two types is two things, unless the types are method and model."""
    assert len(things("Oakfold meets Oakfold.", ("Oakfold", one), ("Oakfold", other))) == (1 if together else 2)


def test_no_names_no_things(things):
    """A text without marked names has no things."""
    assert things("It rains.") == []


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TYPES)), max_size=8))
def test_every_name_is_in_one_thing(things, names):
    """Each name belongs to exactly one thing."""
    found = things(" and ".join(text for text, _ in names), *names)
    assert sorted(text for members in found for text in members) == sorted(text for text, _ in names)
    assert all(found)
