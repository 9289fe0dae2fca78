from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.association import MIN_NPMI, MIN_SHARED, MOST_PER_PAPER, npmi
from kg.graph.relations import Relation, find_relations
from kg.graph.schema import COMPARED_WITH, EVALUATED_ON, MEASURED_BY, RELATIONS, USED_TOGETHER, VARIANT_OF
from kg.model import Entity, EntityType, Paper, PaperEntities, Result, Role

METHOD, MODEL, BENCHMARK, METRIC = (
    EntityType.METHOD,
    EntityType.MODEL,
    EntityType.BENCHMARK,
    EntityType.METRIC,
)
LARK = (METHOD, "Lark", Role.PROPOSES)
KITE = (MODEL, "Kite", Role.COMPARES_WITH)
MATH = (BENCHMARK, "MATH", Role.EVALUATES_ON)
ATARI = (BENCHMARK, "Atari", Role.EVALUATES_ON)
ACCURACY = (METRIC, "accuracy", Role.REPORTS)
SPEED = (METRIC, "speed", Role.REPORTS)


def paper(*entities, results=(), id="1"):
    """A paper with entities of given type, name and role."""
    made = (Entity(name, type, role, 0.5, ()) for type, name, role in entities)
    return PaperEntities(Paper(id, "T", "A"), tuple(made), tuple(results))


def row(**fields):
    """A result of which some fields are known."""
    return Result("1", "absolute", None, (0, 1), (0, 1), **fields)


def said(papers, *relations):
    """Source, relation and target by name, of some relations."""
    found = find_relations(papers)
    return {(one.source[1], one.relation, one.target[1]) for one in found if one.relation in (relations or RELATIONS)}


def mentioned(*entities):
    """The same entities, of which a paper says nothing but their names."""
    return [(type, name, Role.MENTIONS) for type, name, _ in entities]


def test_result_row_says_three_things():
    """Its subject is evaluated on its benchmark and compared with its baseline; its metric measures the benchmark."""
    result = row(subject="Lark", benchmark="MATH", metric="accuracy", baseline="Kite")
    found = find_relations([paper(*mentioned(LARK, KITE, MATH, ACCURACY), results=[result, result])])
    assert found == [
        Relation(("BENCHMARK", "MATH"), ("METRIC", "accuracy"), MEASURED_BY, 1, "results"),
        Relation(("METHOD", "Lark"), ("BENCHMARK", "MATH"), EVALUATED_ON, 1, "results"),
        Relation(("METHOD", "Lark"), ("MODEL", "Kite"), COMPARED_WITH, 1, "results"),
    ]


def test_name_in_a_row_that_is_no_entity_says_nothing():
    """What a row names relates to nothing unless it is an entity of the paper, of a type that fits the field."""
    rows = [row(subject="Owl", benchmark="MATH"), row(subject="MATH", benchmark="Atari"), row(metric="accuracy")]
    assert not find_relations([paper(*mentioned(LARK, MATH, ATARI, ACCURACY), results=rows)])


def test_nothing_is_compared_with_itself():
    """A row whose subject is its baseline says nothing of the two."""
    assert not find_relations([paper(*mentioned(LARK), results=[row(subject="Lark", baseline="Lark")])])


def test_roles_say_what_was_evaluated_and_compared():
    """What a paper proposes is evaluated on what it evaluates on and compared with what it compares with."""
    found = said([paper(LARK, KITE, MATH, ATARI)])
    assert found == {("Lark", EVALUATED_ON, "MATH"), ("Lark", EVALUATED_ON, "Atari"), ("Lark", COMPARED_WITH, "Kite")}


@pytest.mark.parametrize(
    ("entities", "pairs"),
    [
        ([MATH, ACCURACY], 1),
        ([MATH, ACCURACY, SPEED], 2),
        ([MATH, ATARI, ACCURACY], 2),
        ([MATH, ATARI, ACCURACY, SPEED], 0),
        ([ACCURACY, SPEED], 0),
    ],
)
def test_roles_say_what_is_measured_only_if_it_is_clear(entities, pairs):
    """Of several benchmarks and several metrics nobody knows which belongs to which."""
    assert len(said([paper(*entities)], MEASURED_BY)) == pairs


def test_mention_says_nothing():
    """Entities that a paper only mentions are related to nothing, however many papers mention them together."""
    assert not find_relations([paper(*mentioned(LARK, KITE, MATH), id=str(n)) for n in range(5)])


def test_paper_counts_once():
    """A relation that a paper says by its results and its roles is one paper's, and of both ways both are told."""
    [relation] = find_relations([paper(LARK, MATH, results=[row(subject="Lark", benchmark="MATH")])])
    assert (relation.papers, relation.how) == (1, "results; roles")


def test_ways_of_different_papers_are_joined():
    """How a relation is known is how any paper says it."""
    one = paper(*mentioned(LARK, MATH), results=[row(subject="Lark", benchmark="MATH")])
    [relation] = find_relations([one, paper(LARK, MATH, id="2")])
    assert (relation.papers, relation.how) == (2, "results; roles")


def shared(times, others=1, type=MODEL):
    """Papers that use two things together, and papers that use neither."""
    pair = [paper((type, "Kite", Role.USES), (MODEL, "Owl", Role.USES), id=f"a{n}") for n in range(times)]
    return pair + [paper((MODEL, f"Bird {n}", Role.USES), id=f"b{n}") for n in range(others)]


def test_pair_has_a_floor_on_its_papers():
    """Two shared papers are no pattern; three are, and the pair is told once, from the smaller id."""
    assert not find_relations(shared(MIN_SHARED - 1))
    [relation] = find_relations(shared(MIN_SHARED))
    assert relation == Relation(("MODEL", "Kite"), ("MODEL", "Owl"), USED_TOGETHER, 3, "shared papers", 1.0)


def test_smaller_id_comes_first():
    """Ids are compared, and not types or names as they are written: a benchmark comes before a model."""
    [relation] = find_relations(shared(3, type=BENCHMARK))
    assert (relation.source, relation.target) == (("BENCHMARK", "Kite"), ("MODEL", "Owl"))


def test_own_types_are_not_paired():
    """Only methods, models, benchmarks and metrics are used together."""
    assert not find_relations(shared(3, type="ROBOT"))


def test_pair_that_chance_gives_is_none():
    """Two things that half of the papers use meet in a quarter of them, and that says nothing."""
    kite, owl = (MODEL, "Kite", Role.USES), (MODEL, "Owl", Role.USES)
    quarters = [[kite, owl], [kite], [owl], []] * 9
    assert not find_relations([paper(*things, id=str(n)) for n, things in enumerate(quarters)])


def test_survey_is_paired_only_so_far():
    """Of a paper's hundreds of things those that most papers use are paired, so that pairs do not grow without end."""
    survey = [(MODEL, f"Bird {n:03}", Role.USES) for n in range(4 * MOST_PER_PAPER)]
    often = survey[-2:]
    papers = [paper(*survey, id=str(n)) for n in range(MIN_SHARED)] + [paper(*often, id="x"), paper(id="y")]
    relations = find_relations(papers)
    assert len(relations) == MOST_PER_PAPER * (MOST_PER_PAPER - 1) // 2
    assert any({one.source[1], one.target[1]} == {name for _, name, _ in often} for one in relations)


def test_roles_of_a_survey_are_crossed_only_so_far():
    """Hundreds of proposals and hundreds of benchmarks do not make tens of thousands of relations."""
    many = 4 * MOST_PER_PAPER
    things = [(METHOD, f"Bird {n}", Role.PROPOSES) for n in range(many)]
    things += [(BENCHMARK, f"Nest {n}", Role.EVALUATES_ON) for n in range(many)]
    assert len(find_relations([paper(*things)])) == MOST_PER_PAPER**2


@pytest.mark.parametrize(
    ("counts", "value"),
    [((2, 4, 4, 8), 0.0), ((3, 3, 3, 9), 1.0), ((0, 3, 3, 9), -1.0), ((4, 4, 4, 4), 1.0), ((4, 8, 8, 16), 0.0)],
)
def test_npmi_at_its_ends_and_middle(counts, value):
    """It is 0 for what chance gives, 1 for what is never apart and -1 for what never meets."""
    assert npmi(*counts) == pytest.approx(value)


@given(st.data())
def test_npmi_is_within_its_ends(data):
    """No counts that can be lead beyond -1 and 1."""
    both, only_one, only_other, neither = (data.draw(st.integers(0, 10**6)) for _ in range(4))
    one, other, papers = both + only_one, both + only_other, both + only_one + only_other + neither
    if one and other:
        assert -1 <= npmi(both, one, other, papers) <= 1
        assert npmi(both, one, other, papers) == npmi(both, other, one, papers)


NAMES = ["Kite", "Lark", "Owl", "Wren"]


@st.composite
def any_papers(draw):
    """Papers with some entities in any role, and rows that may name them."""
    types = st.sampled_from([*EntityType, "ROBOT"])
    things = st.tuples(types, st.sampled_from(NAMES), st.sampled_from(Role))
    fields = st.sampled_from(["metric", "benchmark", "subject", "baseline"])
    rows = st.dictionaries(fields, st.sampled_from([*NAMES, "Nobody"]))
    number = draw(st.integers(0, 8))
    return [
        paper(
            *draw(st.lists(things, max_size=8, unique_by=lambda thing: thing[:2])),
            results=[row(**fields) for fields in draw(st.lists(rows, max_size=3))],
            id=str(n),
        )
        for n in range(number)
    ]


@given(any_papers(), st.randoms())
def test_order_of_papers_changes_nothing(papers, random):
    """The list is the same, however the papers and their entities come."""
    found = find_relations(papers)
    mixed = [PaperEntities(one.paper, one.entities[::-1], one.results[::-1]) for one in papers]
    random.shuffle(mixed)
    assert find_relations(iter(mixed)) == found
    assert found == sorted(found, key=lambda one: (one.source, one.target, one.relation))


@given(any_papers())
def test_relations_are_between_two_entities_of_some_papers(papers):
    """No relation has one thing at both ends, stands twice, or counts more papers than name both its ends."""
    found = find_relations(papers)
    things = [{(entity.type, entity.name) for entity in one.entities} for one in papers]
    for one in found:
        assert one.source != one.target
        assert 1 <= one.papers <= sum({one.source, one.target} <= there for there in things)
    assert not [
        said for said, times in Counter((one.source, one.target, one.relation) for one in found).items() if times > 1
    ]


@given(any_papers())
def test_what_is_used_together_is_told_once_and_weighed(papers):
    """Only such a pair has a weight; it reaches both floors, and stands in one direction."""
    for one in find_relations(papers):
        assert (one.weight is not None) == (one.relation == USED_TOGETHER) == (one.how == "shared papers")
        assert one.relation in RELATIONS
        assert one.relation != VARIANT_OF
        if one.weight is not None:
            assert one.papers >= MIN_SHARED
            assert MIN_NPMI <= one.weight <= 1
            assert one.source < one.target
