import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import MODEL, Name, found

from kg.resolution import resolve
from kg.resolution.curation import Action, Rule
from kg.resolution.forms import place
from kg.resolution.within_paper import group_mentions


def groups_of(abstract, *of):
    """The things of a paper that names models."""
    return group_mentions(found(1, abstract, *(Name(text, MODEL) for text in of)))


@pytest.mark.parametrize(
    ("abstract", "is_one"),
    [
        ("We tune Zorp2.5 3B first. Then Zorp is frozen.", True),
        ("We tune Zorp2.5 3B first. Then Zorp models are frozen.", False),
        ("We tune Zorp2.5 3B first. Then Zorp-based ones are frozen.", False),
        ("We tune Zorp2.5 3B first. Then Zorp is frozen, and small Zorp variants.", False),
        ("First Zorp is frozen. We tune Zorp2.5 3B then.", False),
        ("We tune Zorp2.5 3B and 7B first. Then Zorp is frozen.", False),
    ],
)
def test_family_for_the_model_that_is_named_in_full(abstract, is_one):
    """Behind a version with its size a family's name is that model, unless more models are meant."""
    assert (len(groups_of(abstract, "Zorp2.5 3B", "Zorp")) == 1) is is_one


@pytest.mark.parametrize("model", ["Zorp 2", "Zorp-3B", "Zorp-small"])
def test_older_model_of_the_family(model):
    """Behind a version or a size alone a family's name may be another model, an older one."""
    assert len(groups_of(f"We tune {model} first. Then Zorp is frozen.", model, "Zorp")) == 2


@pytest.mark.parametrize(
    ("behind", "is_one"),
    [
        ("the Zorp model is frozen", True),
        ("this Zorp policy is frozen", True),
        ("our small Zorp agent is frozen", True),
        ("the Zorp models are frozen", False),
        ("the Zorp model family is frozen", False),
        ("the Zorp model is frozen, Zorp too", False),
    ],
)
def test_the_model_of_a_family(behind, is_one):
    """Behind less than a version with its size it has to be called *the* model each time."""
    assert (len(groups_of(f"We tune Zorp 3B first. Then {behind}.", "Zorp 3B", "Zorp")) == 1) is is_one


def test_line_for_the_model_that_is_named_in_full():
    """*Opus* behind *Zorp Opus 4.6* is that model, and where two have the line it is neither."""
    assert len(groups_of("We ask Zorp Opus 4.6 first. Then Opus is asked.", "Zorp Opus 4.6", "Opus")) == 1
    two = "Zorp Opus 4.6", "Zorp Opus 4.5", "Opus"
    assert len(groups_of("We ask Zorp Opus 4.6 and Zorp Opus 4.5 first. Then Opus is asked.", *two)) == 3


def test_family_of_two():
    """Where two models of a family stand, the family's name is neither."""
    abstract = "We tune Zorp2.5 3B and Zorp2.5 7B first. Then the Zorp model is frozen, and Zorp."
    assert len(groups_of(abstract, "Zorp2.5 3B", "Zorp2.5 7B", "Zorp")) == 3


def test_family_that_has_a_version():
    """A family with a version of its own may be another model."""
    assert len(groups_of("We tune Zorp2.5 3B first. Then Zorp2.5 is frozen.", "Zorp2.5 3B", "Zorp2.5")) == 2


def entities_of(abstract, *names, rules=()):
    """The entities of a paper, each with its mentions."""
    (paper,) = resolve([found(1, abstract, *names)], rules=rules).papers
    return {entity.name: [mention.text for mention in entity.mentions] for entity in paper.entities}


def test_model_keeps_its_name():
    """Other papers meet the model under its own name, however often this one says the family's for it."""
    abstract = "We tune Zorp2.5 3B first. Then Zorp is frozen. Zorp wins."
    names = Name("Zorp2.5 3B", MODEL), Name("Zorp", MODEL, "Zorp")
    assert entities_of(abstract, *names) == {"Zorp2.5 3B": ["Zorp2.5 3B", "Zorp", "Zorp"]}


def test_sure_family_keeps_an_unsure_model():
    """What is sure under the family's name is not left out with a model whose own name is less sure."""
    names = Name("Zorp2.5 3B", MODEL, confidence=0.2), Name("Zorp", MODEL, confidence=0.9)
    (paper,) = resolve([found(1, "We tune Zorp2.5 3B first. Then Zorp is frozen.", *names)], min_confidence=0.4).papers
    assert [(entity.name, entity.confidence) for entity in paper.entities] == [("Zorp2.5 3B", 0.9)]


def test_a_person_parts_a_family_from_its_model():
    """A no of a person to one thing by these two names counts."""
    names = Name("Zorp2.5 3B", MODEL), Name("Zorp", MODEL)
    no = Rule("no", Action.MERGE, MODEL, "Zorp", "Zorp2.5 3B", ("1",))
    assert len(entities_of("We tune Zorp2.5 3B first. Then Zorp is frozen.", *names, rules=[no])) == 2


@given(st.lists(st.sampled_from(["Zorp", "Zorp X", "Zorp 2", "Zorp 2 X", "Zorp 2 3B", "Zorp 2 X 3B", "X"]), max_size=6))
def test_no_mention_is_lost(texts):
    """Each mention is one of a thing, under a name of its own or its family's."""
    abstract = ". ".join(f"So the {text} model runs" for text in texts)
    findings = found(1, abstract, *(Name(text, MODEL) for text in texts))
    mentions = [each for group in group_mentions(findings) for each in group.everywhere]
    assert sorted(mentions, key=place) == sorted(findings.mentions, key=place)
