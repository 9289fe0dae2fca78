from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation import Figures, LabelledPaper, evaluate
from kg.evaluation.labels import LabelledEntity, ResultRow
from kg.model import EntityType, Role
from kg.names import name_key

ROWS = (
    *(f"edges {type}" for type in EntityType),
    *("edges all", "edges untyped", "roles", "spans", "results", "values", "overlap", "naming"),
)


def entity(name, type="METHOD", role="USES", spans=(("abstract", 0, 3),)):
    """An entity with one name."""
    return LabelledEntity(name, type, role, frozenset(spans), frozenset({name_key(name)}))


def paper(*entities, id="a", results=()):
    """A paper with these entities."""
    return LabelledPaper(id, "", "", entities, tuple(results))


#: One paper with something for each row of the table.
FULL = paper(
    entity("PPO"),
    entity("MATH", "BENCHMARK", "EVALUATES_ON", [("title", 0, 4), ("abstract", 10, 14)]),
    entity("T5", "MODEL", "PROPOSES", [("abstract", 20, 22)]),
    entity("accuracy", "METRIC", "REPORTS", [("abstract", 30, 38)]),
    results=[ResultRow("77.5%", "accuracy", "MATH", "T5"), ResultRow("77.5%", "accuracy", None, "PPO")],
)

entities = st.builds(
    entity,
    st.sampled_from(["PPO", "DPO", "MATH", "MATH-500", "T5", "accuracy"]),
    st.sampled_from(list(EntityType)),
    st.sampled_from(list(Role)),
    st.sets(st.builds(lambda start, size: ("abstract", start, start + size), st.integers(0, 9), st.integers(1, 4))),
)
results = st.builds(ResultRow, st.sampled_from(["5", "5%", "7"]), st.sampled_from([None, "accuracy"]))
corpora = st.lists(
    st.builds(LabelledPaper, st.sampled_from("abcde"), st.just(""), st.just(""), st.lists(entities).map(tuple)),
    min_size=1,
    max_size=4,
    unique_by=lambda paper: paper.id,
).flatmap(
    lambda papers: st.lists(st.lists(results, max_size=3).map(tuple), min_size=len(papers), max_size=len(papers)).map(
        lambda rows: [replace(paper, results=row) for paper, row in zip(papers, rows, strict=True)]
    )
)


def shares(row):
    """Precision, recall and F1."""
    return row.precision, row.recall, row.f1


def test_table_has_its_rows():
    """Each row is there, whatever there is to count."""
    assert set(evaluate([paper()], [])) == set(ROWS)


def test_perfect_answer_is_one_everywhere():
    """Whoever answers with the labels gets each share whole, and each role right."""
    figures = evaluate([FULL], [FULL])
    assert {name: shares(row) for name, row in figures.items()} == dict.fromkeys(ROWS, (1, 1, 1))
    assert figures["roles"].accuracy == 1


@given(corpora)
def test_any_perfect_answer_is_one_where_there_is_something(gold):
    """A share is 1 or, where nothing is labelled, 0."""
    for row in evaluate(gold, gold).values():
        assert shares(row) in [(1, 1, 1), (0, 0, 0)]
        assert row.gold is None or row.precision == bool(row.gold)


@pytest.mark.parametrize("found", [[], [paper()], [paper(id="another")]])
def test_empty_answer_is_zero_everywhere(found):
    """Nothing found is no division by zero, whether the paper is missing or has no entity."""
    figures = evaluate([FULL], found)
    assert {name: shares(row) for name, row in figures.items()} == dict.fromkeys(ROWS, (0, 0, 0))
    assert figures["roles"].accuracy == 0
    assert (figures["edges all"].gold, figures["edges all"].found) == (4, 0)


def test_answer_to_an_empty_label_is_zero():
    """Where nothing is labelled, all that was found is wrong."""
    assert evaluate([paper()], [FULL])["edges all"] == Figures(0, 0, gold=0, found=4)


def test_missing_paper_counts_as_nothing_found():
    """Its labels lower recall as if it had been answered with no entity."""
    gold = [FULL, replace(FULL, id="b")]
    figures = evaluate(gold, [FULL])
    assert figures == evaluate(gold, [FULL, paper(id="b")])
    assert shares(figures["edges all"]) == (1, 1 / 2, pytest.approx(2 / 3))


def test_paper_that_is_not_labelled_counts_for_nothing():
    """What was found elsewhere is neither right nor wrong."""
    assert evaluate([FULL], [FULL, replace(FULL, id="b")]) == evaluate([FULL], [FULL])


@given(corpora, corpora, st.randoms(use_true_random=False))
def test_order_of_papers_changes_nothing(gold, found, random):
    """Papers are paired by their ids."""
    mixed = [random.sample(papers, len(papers)) for papers in (gold, found)]
    for name, row in evaluate(*mixed).items():
        expected = evaluate(gold, found)[name]
        assert shares(row) == pytest.approx(shares(expected))
        assert (row.gold, row.found, row.accuracy) == (expected.gold, expected.found, expected.accuracy)


@given(corpora, corpora)
def test_shares_are_shares(gold, found):
    """Every share lies between 0 and 1, and F1 between precision and recall."""
    for row in evaluate(gold, found).values():
        assert all(-1e-9 <= share <= 1 + 1e-9 for share in shares(row))
        assert min(row.precision, row.recall) - 1e-9 <= row.f1 <= max(row.precision, row.recall) + 1e-9


def test_wrong_type_counts_untyped_only():
    """A name found as another type is right in one row, and wrong in all others."""
    figures = evaluate([paper(entity("T5", "MODEL"))], [paper(entity("T5", "METHOD"))])
    assert {name for name, row in figures.items() if row.f1} == {"edges untyped"}
    assert (figures["edges MODEL"].gold, figures["edges MODEL"].found) == (1, 0)
    assert (figures["edges METHOD"].gold, figures["edges METHOD"].found) == (0, 1)


def test_edge_counts_once():
    """A thing that is found twice in a paper is right once."""
    assert shares(evaluate([paper(entity("T5"))], [paper(entity("T5"), entity("T-5"))])["edges all"])[:2] == (1 / 2, 1)


@pytest.mark.parametrize(
    ("span", "exact", "touching"),
    [
        (("abstract", 4, 8), 1, 1),
        (("abstract", 4, 9), 0, 1),
        (("abstract", 7, 12), 0, 1),
        (("abstract", 0, 20), 0, 1),
        (("abstract", 8, 12), 0, 0),
        (("abstract", 0, 4), 0, 0),
        (("title", 4, 8), 0, 0),
    ],
)
def test_overlap_needs_one_shared_character(span, exact, touching):
    """A span is right to the character; an overlap shares one in the same field."""
    figures = evaluate([paper(entity("T5", spans=[("abstract", 4, 8)]))], [paper(entity("T5", spans=[span]))])
    assert shares(figures["spans"]) == (exact,) * 3
    assert shares(figures["overlap"]) == (touching,) * 3


def test_overlap_counts_each_side_for_itself():
    """Two found pieces of one labelled span are two right finds and one span found."""
    gold = paper(entity("policy gradient", spans=[("abstract", 0, 15), ("abstract", 30, 45)]))
    found = paper(entity("policy gradient", spans=[("abstract", 0, 6), ("abstract", 7, 15)]))
    assert shares(evaluate([gold], [found])["overlap"])[:2] == (1, 1 / 2)


def test_overlap_needs_the_type():
    """A span of another type is another thing."""
    assert evaluate([paper(entity("T5", "MODEL"))], [paper(entity("T5", "METHOD"))])["overlap"].f1 == 0


def test_roles_are_shared_out_over_right_edges():
    """Accuracy asks the right edges alone; precision and recall ask all that was found and labelled."""
    gold = paper(entity("PPO"), entity("DPO"), entity("RL"), entity("SFT"))
    found = paper(entity("PPO"), entity("DPO", role="MENTIONS"), entity("Adam"))
    assert evaluate([gold], [found])["roles"] == Figures(1 / 3, 1 / 4, gold=4, found=3, accuracy=1 / 2)


def test_results_agree_by_the_names_of_the_paper():
    """A metric that the paper calls by two names is one, if the two entities are paired."""
    call, full = ResultRow("5", "acc"), ResultRow("5", "accuracy")
    both = LabelledEntity("accuracy", "METRIC", "REPORTS", frozenset(), frozenset({"accuracy", "acc"}))
    figures = evaluate([paper(both, results=[full])], [paper(both, results=[call])])
    assert (figures["results"].f1, figures["values"].f1) == (1, 1)
    figures = evaluate([paper(results=[full])], [paper(results=[call])])
    assert (figures["results"].f1, figures["values"].f1) == (0, 1)


def test_naming_looks_over_all_papers():
    """Two papers that call a thing by two names split it; the letters of a name do not matter."""
    short, long = (
        LabelledEntity(name, "METHOD", "USES", frozenset(), frozenset({"rl", "reinforcementlearning"}))
        for name in ("RL", "Reinforcement Learning")
    )
    gold = [paper(long, id="a"), paper(long, id="b")]
    assert shares(evaluate(gold, [paper(long, id="a"), paper(short, id="b")])["naming"])[:2] == (1, 1 / 2)
    mixed = [paper(long, id="a"), paper(replace(long, name="reinforcement-learning"), id="b")]
    assert shares(evaluate(gold, mixed)["naming"])[:2] == shares(evaluate(mixed, gold)["naming"])[:2] == (1, 1)
