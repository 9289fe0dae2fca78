import networkx as nx
import pytest

from kg.graph import assemble
from kg.graph.schema import (
    COLORS,
    EDGE_ATTRIBUTES,
    MORE_COLORS,
    NODE_ATTRIBUTES,
    PAPER,
    RELATIONS,
    VARIANT_OF,
    colors_of,
)
from kg.model import Entity, EntityType, Mention, Paper, PaperEntities, Result, Role, Variant


def test_nodes_are_papers_and_entities(example_graph, example_entities):
    """Each paper is a node, each name of a type one node, and there are no others."""
    kinds = nx.get_node_attributes(example_graph, "kind")
    papers = [node for node, kind in kinds.items() if kind == PAPER]
    things = {(entity.type, entity.name) for paper in example_entities for entity in paper.entities}
    assert len(papers) == len(example_entities)
    assert len(kinds) - len(papers) == len(things)
    assert set(kinds.values()) <= {PAPER, *EntityType}


def test_edges_run_from_papers_to_what_they_name(example_graph, example_entities):
    """One edge for each paper and entity, with the role."""
    edges = from_papers(example_graph)
    assert len(edges) == sum(len(paper.entities) for paper in example_entities)
    for _, target, data in edges:
        assert example_graph.nodes[target]["kind"] != PAPER
        assert data["role"] in set(Role)


def from_papers(graph):
    """The edges that begin at a paper, with their attributes."""
    return [edge for edge in graph.edges(data=True) if graph.nodes[edge[0]]["kind"] == PAPER]


def test_edges_between_entities_are_relations(example_graph):
    """What does not begin at a paper is a relation of the schema between two entities, and says how many papers."""
    papers = sum(data["kind"] == PAPER for data in example_graph.nodes.values())
    others = [edge for edge in example_graph.edges(data=True) if example_graph.nodes[edge[0]]["kind"] != PAPER]
    assert others
    for source, target, data in others:
        assert example_graph.nodes[target]["kind"] != PAPER
        assert source != target
        assert data["role"] in RELATIONS
        assert 1 <= data["papers"] <= papers


def test_attributes_are_those_of_the_schema(example_graph):
    """Every attribute is named in the schema, has its type, and is not empty."""
    for schema, items in (
        (NODE_ATTRIBUTES, [data for _, data in example_graph.nodes(data=True)]),
        (EDGE_ATTRIBUTES, [data for _, _, data in example_graph.edges(data=True)]),
    ):
        types = {attribute.name: attribute.type for attribute in schema}
        for data in items:
            assert {name: type(value) for name, value in data.items()} == {name: types[name] for name in data}
            assert "" not in data.values()


def test_ids_are_readable(example_graph):
    """An id says what it stands for."""
    assert "method:proximal-policy-optimization" in example_graph
    assert "paper:digirl" in example_graph


def test_evidence_holds_the_name_where_it_says(example_graph):
    """The name stands in the sentence at its offsets, and the sentence in the paper."""
    for paper, entity, data in from_papers(example_graph):
        name = data["evidence"][data["evidence_start"] : data["evidence_end"]]
        node = example_graph.nodes[entity]
        assert name == node["label"] or name in node["aliases"].split("; ")
        whole = example_graph.nodes[paper]["label"] + " " + " ".join(example_graph.nodes[paper]["abstract"].split())
        assert data["evidence"] in whole


def test_order_of_papers_changes_nothing(example_entities):
    """The graph has its nodes and edges in one order, however the papers come."""
    one, other = assemble(example_entities), assemble(example_entities[::-1])
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_nothing_makes_an_empty_graph():
    """No papers, no nodes."""
    assert len(assemble([])) == 0


def named(number, *names, type=EntityType.MODEL):
    """A paper that names some entities."""
    mentions = {name: Mention("abstract", 0, 1, name, type, None, "x", 0.5, Role.USES, (0, 1)) for name in names}
    entities = (Entity(name, type, Role.USES, 0.5, (mention,)) for name, mention in mentions.items())
    return PaperEntities(Paper(str(number), "T", "A"), tuple(entities))


KITES = [named(1, "Kite 2", "Kite 2 mini"), named(2, "Kite 2 mini")]
MINI = Variant("MODEL", "Kite 2 mini", "Kite 2", "words")
SECOND = Variant("MODEL", "Kite 2", "Kite", "grammar")


def test_variants_are_edges_between_entities():
    """A variant points at its family, with how many papers name it and the rule that says so."""
    data = assemble(KITES, [MINI]).edges["model:kite-2-mini", "model:kite-2", VARIANT_OF]
    assert data == {"role": VARIANT_OF, "papers": 2, "found_by": "words"}


def test_family_that_no_paper_names_is_inferred():
    """Only a family that stands in no paper is made, without edges from papers or a confidence."""
    graph = assemble(KITES, [MINI, SECOND])
    kite = graph.nodes["model:kite"]
    assert kite == {"label": "Kite", "kind": "MODEL", "papers": 0, "inferred": True, "color": COLORS["MODEL"]}
    assert list(graph.predecessors("model:kite")) == ["model:kite-2"]
    assert [node for node, inferred in graph.nodes(data="inferred") if inferred] == ["model:kite"]


def test_inferred_family_may_be_a_variant_itself():
    """A variant that no paper names has an edge on which no paper counts."""
    graph = assemble([named(1, "Kite 2 mini")], [MINI, SECOND])
    assert graph.edges["model:kite-2", "model:kite", VARIANT_OF]["papers"] == 0
    assert graph.nodes["model:kite-2"]["inferred"]


def test_variants_add_nothing_to_what_papers_name():
    """Nodes and edges of papers are the same with and without variants."""
    without, graph = assemble(KITES), assemble(KITES, [MINI, SECOND])
    assert without.nodes.items() <= graph.nodes.items()
    assert [edge for edge in graph.edges(data=True) if edge[2]["role"] != VARIANT_OF] == list(without.edges(data=True))


def test_order_of_variants_changes_nothing():
    """The graph has its nodes and edges in one order, however the variants come."""
    one, other = assemble(KITES, [MINI, SECOND]), assemble(KITES[::-1], iter([SECOND, MINI]))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_variants_keep_to_the_schema():
    """Attributes of inferred nodes and of edges between entities are those of the schema."""
    graph = assemble(KITES, [MINI, SECOND])
    assert set(graph.nodes["model:kite"]) <= {attribute.name for attribute in NODE_ATTRIBUTES}
    family = graph.edges["model:kite-2", "model:kite", VARIANT_OF]
    assert set(family) <= {attribute.name for attribute in EDGE_ATTRIBUTES}


def paper_with(number, *entities, results=()):
    """A paper with entities of given type, name and role."""
    made = []
    for type, name, role in entities:
        mention = Mention("abstract", 0, 1, name, type, None, "x", 0.5, role, (0, 1))
        made.append(Entity(name, type, role, 0.5, (mention,)))
    return PaperEntities(Paper(str(number), "T", "A"), tuple(made), tuple(results))


def reports(value, **fields):
    """A result of which some fields are known."""
    return Result(value, "absolute", None, (0, 1), (0, 1), **fields)


LARK = ("METHOD", "Lark", Role.PROPOSES)
MATH = ("BENCHMARK", "MATH", Role.EVALUATES_ON)
ACCURACY = ("METRIC", "accuracy", Role.REPORTS)


def test_relations_are_edges_between_entities():
    """A relation says how many papers say it and what it follows from."""
    graph = assemble([paper_with(n, LARK, MATH) for n in range(2)])
    data = graph.edges["method:lark", "benchmark:math", "EVALUATED_ON"]
    assert data == {"role": "EVALUATED_ON", "papers": 2, "found_by": "roles"}


def test_being_used_together_has_a_weight():
    """Three papers that share two things tie them, with the weight, where nothing more specific does."""
    lark, kite = ("MODEL", "Lark", Role.USES), ("MODEL", "Kite", Role.USES)
    graph = assemble([*(paper_with(n, lark, kite) for n in range(3)), paper_with(3)])
    data = graph.edges["model:kite", "model:lark", "USED_TOGETHER"]
    assert data == {"role": "USED_TOGETHER", "papers": 3, "npmi": 1.0, "found_by": "shared papers"}


def test_several_relations_of_a_pair_stay_apart():
    """What is a variant of what it is compared with is both, each relation with its own papers."""
    mini, second = ("MODEL", "Kite 2 mini", Role.PROPOSES), ("MODEL", "Kite 2", Role.COMPARES_WITH)
    graph = assemble([paper_with(1, mini, second)], [MINI])
    assert set(graph["model:kite-2-mini"]["model:kite-2"]) == {"COMPARED_WITH", VARIANT_OF}


def test_results_stand_on_the_edge_they_belong_to():
    """A row stands with the benchmark, else the metric, else the subject, and with one of them only."""
    rows = [
        reports("77.5", metric="accuracy", benchmark="MATH", subject="Lark"),
        reports("80", benchmark="MATH"),
        reports("2x", metric="accuracy", subject="Lark"),
        reports("9%", subject="Lark"),
        reports("1%", benchmark="GSM8K"),
        reports("5"),
    ]
    graph = assemble([paper_with(1, LARK, MATH, ACCURACY, results=rows)])
    on = {target: (data["results"], data["result_count"]) for _, target, data in from_papers(graph)}
    assert on == {
        "benchmark:math": ("accuracy 77.5 (Lark); 80", 2),
        "metric:accuracy": ("accuracy 2x (Lark)", 1),
        "method:lark": ("9% (Lark)", 1),
    }


def test_edge_without_results_has_none():
    """What a paper reports nothing of has neither results nor their number."""
    edges = from_papers(assemble([paper_with(1, LARK, MATH)]))
    assert not any({"results", "result_count"} & set(data) for *_, data in edges)


def test_kinds_of_kg_keep_their_colours():
    """No type of a user's changes the colour of a kind that kg has."""
    assert colors_of([]) == COLORS
    assert colors_of(["ROBOT", "METHOD", PAPER]) | COLORS == colors_of(["ROBOT"])


@pytest.mark.parametrize("kinds", [["ROBOT", "GAIT"], ["GAIT", "ROBOT"], ["ROBOT", "METHOD", "GAIT", "GAIT"]])
def test_own_types_have_colours_in_the_order_of_their_names(kinds):
    """The colours do not depend on the order in which types come, and differ from each other and from kg's."""
    colors = colors_of(kinds)
    assert [colors["GAIT"], colors["ROBOT"]] == list(MORE_COLORS[:2])
    assert not set(MORE_COLORS) & set(COLORS.values())


def test_colours_begin_anew_after_the_last():
    """However many types there are, each has a colour."""
    kinds = [f"KIND{n:02}" for n in range(len(MORE_COLORS) + 1)]
    colors = colors_of(kinds)
    assert colors[kinds[-1]] == colors[kinds[0]] == MORE_COLORS[0]


def test_entity_of_an_own_type_is_a_node_of_that_kind():
    """Its id and its colour are those of its type."""
    graph = assemble([named(1, "Kite", type="ROBOT"), named(2, "Lark")])
    assert graph.nodes["robot:kite"]["kind"] == "ROBOT"
    assert graph.nodes["robot:kite"]["color"] == MORE_COLORS[0]
    assert graph.nodes["model:lark"]["color"] == COLORS["MODEL"]
