import networkx as nx

from kg.graph import assemble
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, PAPER
from kg.model import EntityType, Role


def test_nodes_are_papers_and_entities(example_graph, example_entities):
    """Each paper is a node, each name of a type one node, and there are no others."""
    kinds = nx.get_node_attributes(example_graph, "kind")
    papers = [node for node, kind in kinds.items() if kind == PAPER]
    things = {(entity.type.value, entity.name) for paper in example_entities for entity in paper.entities}
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
