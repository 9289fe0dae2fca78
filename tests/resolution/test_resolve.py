from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Abbreviation, EntityType, Findings, Mention, Paper, Role
from kg.resolution import resolve
from kg.resolution.shown_names import shown_name

METHOD, MODEL, METRIC = EntityType.METHOD, EntityType.MODEL, EntityType.METRIC


def mention(text, type_=METHOD, name=None, start=0):
    """A mention of a text, at some place."""
    return Mention("abstract", start, start + len(text), text, type_, name, "x", 0.5, Role.USES, (0, 99))


def found(number, *mentions, abbreviations=()):
    """What was found in one paper."""
    return Findings(Paper(str(number), "T", "A"), mentions, tuple(Abbreviation(*pair) for pair in abbreviations))


def names(*findings):
    """The entity names of each paper."""
    return [[entity.name for entity in paper.entities] for paper in resolve(findings).papers]


def test_abbreviation_and_long_form_are_one():
    """In a paper that gives both, they are one entity under the long form."""
    paper = found(
        1,
        mention("segment policy optimization"),
        mention("SPO"),
        abbreviations=[("SPO", "segment policy optimization")],
    )
    assert names(paper) == [["Segment Policy Optimization"]]


def test_one_acronym_with_two_meanings_stays_two():
    """Each paper's own long form tells them apart."""
    one = found(1, mention("SPO"), abbreviations=[("SPO", "segment policy optimization")])
    other = found(2, mention("SPO"), abbreviations=[("SPO", "self-play preference optimization")])
    assert names(one, other) == [["Segment Policy Optimization"], ["Self-Play Preference Optimization"]]


def test_spellings_over_papers_are_one_name():
    """Case and hyphens do not part papers; the spelling that most papers use is shown."""
    papers = [found(n, mention(text)) for n, text in enumerate(["Meta-World", "MetaWorld", "Meta-World"])]
    assert names(*papers) == [["Meta-World"]] * 3


def test_name_of_the_lexicon_is_shown():
    """A known name outweighs any spelling in the papers."""
    papers = [found(1, mention("PPO", name="Proximal Policy Optimization"))]
    papers += [found(n, mention("proximal policy optimization")) for n in range(2, 9)]
    assert names(*papers) == [["Proximal Policy Optimization"]] * 8


def test_one_name_has_one_type():
    """Where papers differ in the type, most of them decide."""
    papers = [found(n, mention("ReFold", type_)) for n, type_ in enumerate([MODEL, METHOD, METHOD])]
    assert {entity.type for paper in resolve(papers).papers for entity in paper.entities} == {METHOD}


@pytest.mark.parametrize(("one", "other"), [("Llama 2", "Llama 3"), ("GPT-4", "GPT-4o"), ("MATH", "MATH-500")])
def test_versions_stay_apart(one, other):
    """A different version is a different thing."""
    assert len({name for (name,) in names(found(1, mention(one)), found(2, mention(other)))}) == 2


@pytest.mark.parametrize(
    ("name", "type_", "shown"),
    [
        ("emulated fine-tuning", METHOD, "Emulated Fine-Tuning"),
        ("reinforcement learning from human feedback", METHOD, "Reinforcement Learning from Human Feedback"),
        ("GSM8K", METHOD, "GSM8K"),
        ("success rate", METRIC, "success rate"),
        ("mixup", METHOD, "mixup"),
    ],
)
def test_shown_name(name, type_, shown):
    """Terms are shown in title case, proper names and metrics as written."""
    assert shown_name(name, type_) == shown


texts = st.sampled_from(["PPO", "ppo", "Meta-World", "MetaWorld", "ReFold", "GPT-4", "emulated fine-tuning", "EFT"])
findings = st.lists(
    st.lists(st.builds(mention, texts, st.sampled_from([METHOD, MODEL]), st.sampled_from([None, "Known"])), max_size=4),
    max_size=6,
)


@given(findings, st.randoms())
def test_order_of_papers_changes_nothing(mentions, random):
    """The entities of a paper are the same in whatever order the papers come."""
    papers = [found(n, *each) for n, each in enumerate(mentions)]
    shuffled = random.sample(papers, len(papers))
    assert {paper.paper.id: paper for paper in resolve(papers).papers} == {
        p.paper.id: p for p in resolve(shuffled).papers
    }


@given(findings)
def test_no_mention_is_lost(mentions):
    """Each mention stands in exactly one entity."""
    papers = [found(n, *each) for n, each in enumerate(mentions)]
    for before, after in zip(papers, resolve(papers).papers, strict=True):
        assert sum(len(entity.mentions) for entity in after.entities) == len(before.mentions)


@pytest.mark.parametrize(
    ("types", "roles", "expected"),
    [
        ((METHOD, EntityType.BENCHMARK, METHOD), (Role.MENTIONS, Role.EVALUATES_ON, Role.USES), Role.USES),
        ((METHOD, METRIC, METHOD), (Role.COMPARES_WITH, Role.REPORTS, Role.MENTIONS), Role.COMPARES_WITH),
        ((METRIC, METRIC, METRIC), (Role.MENTIONS, Role.REPORTS, Role.MENTIONS), Role.REPORTS),
        ((METHOD, METHOD, METRIC), (Role.MENTIONS, Role.MENTIONS, Role.PROPOSES), Role.PROPOSES),
    ],
)
def test_a_role_is_one_that_the_type_can_have(types, roles, expected):
    """Of the mentions' roles the strongest counts that things of the entity's type can have."""
    mentions = (
        replace(mention("ReFold", type, start=n), role=role)
        for n, (type, role) in enumerate(zip(types, roles, strict=True))
    )
    ((entity,),) = (paper.entities for paper in resolve([found(1, *mentions)]).papers)
    assert (entity.type, entity.role) == (types[0], expected)


def test_a_role_of_another_type_is_a_use():
    """Where other papers say that it is a method, what one takes for a metric and reports is used."""
    papers = [found(n, mention("ReFold")) for n in range(4)]
    papers.append(found(9, replace(mention("ReFold", METRIC), role=Role.REPORTS)))
    *_, last = resolve(papers).papers
    assert [(entity.type, entity.role) for entity in last.entities] == [(METHOD, Role.USES)]


def test_evidence_is_of_the_role():
    """A sentence for a role that the type cannot have, though it ranks higher, is not shown for the one it has."""
    others = [found(n, mention("ReFold")) for n in range(4)]
    reported, used = replace(mention("ReFold", METRIC), role=Role.REPORTS), replace(mention("ReFold"), start=30, end=36)
    *_, last = resolve([*others, found(9, reported, used)]).papers
    assert [(entity.role, entity.evidence.role) for entity in last.entities] == [(Role.USES, Role.USES)]
