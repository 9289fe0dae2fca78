import networkx as nx
import pytest

from kg.graph import assemble
from kg.graph.schema import COLORS, EDGE_ATTRIBUTES, MORE_COLORS, NODE_ATTRIBUTES, PAPER, VARIANT_OF, colors_of
from kg.model import Entity, EntityType, Mention, Paper, PaperEntities, Role, Variant


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
    assert example_graph.number_of_edges() == sum(len(paper.entities) for paper in example_entities)
    for source, target, role in example_graph.edges(data="role"):
        assert example_graph.nodes[source]["kind"] == PAPER
        assert example_graph.nodes[target]["kind"] != PAPER
        assert role in set(Role)


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
    for paper, entity, data in example_graph.edges(data=True):
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
    data = assemble(KITES, [MINI]).edges["model:kite-2-mini", "model:kite-2"]
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
    assert graph.edges["model:kite-2", "model:kite"]["papers"] == 0
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
    assert set(graph.edges["model:kite-2", "model:kite"]) <= {attribute.name for attribute in EDGE_ATTRIBUTES}


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
