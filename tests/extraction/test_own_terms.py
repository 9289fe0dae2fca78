import pytest

from kg.extraction.pipeline import COMPONENTS, build_pipeline, extract
from kg.lexicons import Name, Term
from kg.model import Paper

TERMS = [
    Term("ROBOT", Name("Tinny Arm", ("KT-7", "grasping hand"), "")),
    Term("TRICK", Name("Clipped Steps", ("PPO",), "")),
    Term("METHOD", Name("Ashlar", (), "")),
    Term("GAIT", Name("walking", (), "")),
]


@pytest.fixture(scope="module")
def own():
    """The pipeline with terms of a user's own, built once."""
    return build_pipeline(terms=TERMS)


@pytest.fixture
def terms(own):
    """Text, type, name and confidence of the user's terms in an abstract."""

    def terms(abstract, title="Some words"):
        (found,) = extract([Paper("1", title, abstract)], own)
        return [(m.text, m.type, m.name, m.confidence) for m in found.mentions if m.found_by == "own_terms"]

    return terms


def test_without_terms_the_pipeline_is_the_usual_one(nlp):
    """The component is there only where there are terms."""
    assert tuple(nlp.pipe_names) == tuple(build_pipeline(terms=[]).pipe_names) == COMPONENTS


def test_term_and_alias_are_certain_under_one_name(terms):
    """Each form stands for the name, with the user's type and with confidence 1."""
    assert terms("The Tinny Arm is strong; KT-7 is its other name.") == [
        ("Tinny Arm", "ROBOT", "Tinny Arm", 1.0),
        ("KT-7", "ROBOT", "Tinny Arm", 1.0),
    ]


def test_term_is_found_in_the_title(terms):
    """The title is read like the abstract."""
    assert terms("It rains.", title="Ashlar: Building Walls") == [("Ashlar", "METHOD", "Ashlar", 1.0)]


def test_term_does_not_run_from_title_into_abstract(terms):
    """Words of two fields are no name."""
    assert terms("Arm and leg.", title="On being Tinny") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grasping hands and a grasping-hand.", ["Grasping hands", "grasping-hand"]),
        ("Walking helps.", ["Walking"]),
        ("An ashlar is a stone, Ashlar a method.", ["Ashlar"]),
        ("Sleepwalking and Ashlars-to-be.", ["Ashlars"]),
    ],
)
def test_forms_match_as_those_of_the_lexicons(terms, text, found):
    """Case, hyphens and plural aside, but for one word with a capital; never within a word."""
    assert [text for text, *_ in terms(text)] == found


def test_term_overrides_what_kg_found(own, nlp):
    """A name that kg knows is what the user says it is, and no two mentions overlap."""
    paper = Paper("1", "Some words", "We optimize the policy with PPO and test it on GSM8K.")
    (usual,), (found,) = extract([paper], nlp), extract([paper], own)
    assert {(m.text, m.type) for m in usual.mentions} == {("PPO", "METHOD"), ("GSM8K", "BENCHMARK")}
    assert [(m.text, m.type, m.name) for m in found.mentions] == [
        ("PPO", "TRICK", "Clipped Steps"),
        ("GSM8K", "BENCHMARK", "GSM8K"),
    ]


def test_other_names_stay_as_they_are(own, nlp):
    """Where no term stands, all is found as without terms."""
    paper = Paper("1", "ReFold: Folding with RL", "We propose ReFold. It beats GRPO on GSM8K in accuracy.")
    assert list(extract([paper], own)) == list(extract([paper], nlp))


def test_empty_abstract_has_no_terms(terms):
    """Nothing is found in nothing."""
    assert terms("") == []
