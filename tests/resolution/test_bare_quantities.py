import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import METRIC, Name, found

from kg.resolution import resolve
from kg.resolution.curation import Action, Rule
from kg.resolution.forms import place
from kg.resolution.within_paper import group_mentions


def groups_of(abstract, *of):
    """The things of a paper that names metrics."""
    return group_mentions(found(1, abstract, *(Name(text, METRIC) for text in of)))


@pytest.mark.parametrize(
    ("abstract", "is_one"),
    [
        ("Zorp reach is 3 m. Our model doubles reach.", True),
        ("Our model has the highest reach. Zorp reach is 3 m.", True),
        ("Zorp reach is 3 m. We gain 4% reach.", True),
        ("Zorp reach is 3 m. Frumious reach is not.", False),
        ("We report reach, and Zorp reach.", False),
        ("We report Zorp reach or reach.", False),
    ],
)
def test_last_word_for_the_one_kind(abstract, is_one):
    """A bare quantity is the kind that the paper names, unless a word makes another kind of it or both are listed."""
    assert (len(groups_of(abstract.replace("doubles", "improves"), "Zorp reach", "reach")) == 1) is is_one


def test_two_kinds():
    """Where a paper names two kinds of a quantity, the quantity is neither."""
    abstract = "Zorp reach and Gimble reach are measured. Our model improves reach."
    assert len(groups_of(abstract, "Zorp reach", "Gimble reach", "reach")) == 3


@pytest.mark.parametrize(
    ("kind", "bare"), [("balanced accuracy", "accuracy"), ("Zorp score", "score"), ("Zorp XR", "XR")]
)
def test_what_has_a_meaning_of_its_own(kind, bare):
    """What lexicons know, what says little and acronyms are no kind of anything."""
    assert len(groups_of(f"The {kind} is 3. Our model improves {bare}.", kind, bare)) == 2


def entities_of(abstract, *names, rules=()):
    """The metrics of a paper, each with its mentions."""
    (paper,) = resolve([found(1, abstract, *names)], rules=rules).papers
    return {entity.name: [mention.text for mention in entity.mentions] for entity in paper.entities}


ABSTRACT = "Zorp reach is 3 m. Our model improves reach."
NAMES = Name("Zorp reach", METRIC), Name("reach", METRIC)


def test_kind_keeps_its_name():
    """The thing is shown by the name of the kind, and no other paper's quantity becomes that kind."""
    other = found(2, "Our model improves reach.", Name("reach", METRIC))
    first, second = resolve([found(1, ABSTRACT, *NAMES), other]).papers
    assert [entity.name for entity in first.entities] == ["Zorp reach"]
    assert [entity.name for entity in second.entities] == ["reach"]


def test_kind_that_is_likely_no_name():
    """A sure quantity is not taken for a kind that may be none."""
    unsure = Name("Zorp reach", METRIC, confidence=0.2), Name("reach", METRIC, confidence=0.9)
    assert len(group_mentions(found(1, ABSTRACT, *unsure))) == 2


def test_a_person_parts_a_quantity_from_its_kind():
    """A no of a person to one thing by these two names counts."""
    no = Rule("no", Action.MERGE, METRIC, "reach", "Zorp reach", ("1",))
    assert len(entities_of(ABSTRACT, *NAMES)) == 1
    assert len(entities_of(ABSTRACT, *NAMES, rules=[no])) == 2


@given(st.lists(st.sampled_from(["reach", "Zorp reach", "Gimble reach", "reaches", "Zorp", "accuracy"]), max_size=6))
def test_no_mention_is_lost(texts):
    """Each mention is one of a thing, by its name or its last word."""
    findings = found(1, ". ".join(f"It improves {text}" for text in texts), *(Name(text, METRIC) for text in texts))
    mentions = [each for group in group_mentions(findings) for each in group.everywhere]
    assert sorted(mentions, key=place) == sorted(findings.mentions, key=place)
