"""The JSON formats give the whole graph to the libraries that they are for."""

import json

import networkx as nx
import pytest
from exporters.expected import clean, held
from exporters.node_packages import read_by_graphology
from hypothesis import given, settings
from strategies import graphs, hostile_graph

from kg.exporters import cytoscape, graphology, node_link
from kg.exporters.json_stream import write_json


@pytest.fixture(params=["example", "hostile"])
def graph(request):
    """A graph to write."""
    return hostile_graph() if request.param == "hostile" else request.getfixturevalue("example_graph")


def load(exporter, graph, folder):
    """The document that is written."""
    exporter.write(graph, folder / exporter.FILE)
    return json.loads((folder / exporter.FILE).read_text(encoding="utf-8"))


def all_of(graph):
    """Nodes and edges of a networkx graph with all attributes."""
    nodes = dict(graph.nodes(data=True))
    return nodes, {(source, target, role): known for source, target, role, known in graph.edges(keys=True, data=True)}


def test_networkx_reads_node_link(graph, tmp_path):
    """The graph comes back as it was: directed, with parallel edges keyed by role, and all attributes."""
    read = nx.node_link_graph(load(node_link, graph, tmp_path), edges="links")
    assert type(read) is nx.MultiDiGraph
    assert all_of(read) == held(graph)


def test_results_go_with_the_graph(tmp_path):
    """What papers report stands beside nodes and edges in each of these formats."""
    graph = hostile_graph()
    expected = [{**row, "metric": clean(row["metric"])} for row in graph.graph["results"]]
    assert load(node_link, graph, tmp_path)["graph"]["results"] == expected
    assert load(graphology, graph, tmp_path)["attributes"]["results"] == expected
    assert load(cytoscape, graph, tmp_path)["data"]["results"] == expected


def test_graphology_reads_its_own_form(graph, tmp_path):
    """Graphology takes the file as a directed multigraph with every attribute, a weight and a label on edges."""
    graphology.write(graph, tmp_path / graphology.FILE)
    read, expected = read_by_graphology(tmp_path / graphology.FILE), held(graph)
    assert (read["options"]["type"], read["options"]["multi"]) == ("directed", True)
    assert {node["key"]: node.get("attributes", {}) for node in read["nodes"]} == expected.nodes
    edges = {(edge["source"], edge["target"], edge["attributes"].pop("label")): edge for edge in read["edges"]}
    assert all(edge["attributes"].pop("weight") >= 1 for edge in edges.values())
    assert {ends: edge["attributes"] for ends, edge in edges.items()} == expected.edges
    assert len({edge["key"] for edge in read["edges"]}) == len(expected.edges)


def test_networkx_reads_cytoscape(graph, tmp_path):
    """Cytoscape's form holds the graph, its places, and the role as interaction."""
    document = load(cytoscape, graph, tmp_path)
    nodes, edges = all_of(nx.cytoscape_graph(document))
    expected = held(graph)
    own = {"id", "value", "name"}
    assert {node: {k: v for k, v in known.items() if k not in own} for node, known in nodes.items()} == expected.nodes
    own = {"id", "source", "target", "key", "interaction"}
    assert {ends: {k: v for k, v in known.items() if k not in own} for ends, known in edges.items()} == expected.edges
    assert all(known["interaction"] == role for (_, _, role), known in edges.items())
    for element in document["elements"]["nodes"]:
        assert element["position"] == {axis: element["data"][axis] for axis in "xy"}
        assert element["data"]["name"] == element["data"].get("label", element["data"]["id"])


@settings(deadline=None, max_examples=20)
@given(graph=graphs())
def test_any_graph_is_read_back(graph, tmp_path_factory):
    """Whatever a graph holds, each of the three is JSON with every node, edge and attribute."""
    folder, expected = tmp_path_factory.mktemp("g"), held(graph)
    assert all_of(nx.node_link_graph(load(node_link, graph, folder), edges="links")) == expected
    document = load(graphology, graph, folder)
    assert {node["key"]: node["attributes"] for node in document["nodes"]} == expected.nodes
    assert [edge["attributes"]["role"] for edge in document["edges"]] == [role for _, _, role in expected.edges]
    elements = load(cytoscape, graph, folder)["elements"]
    assert [node["data"]["id"] for node in elements["nodes"]] == list(expected.nodes)
    assert [(e["data"]["source"], e["data"]["target"], e["data"]["key"]) for e in elements["edges"]] == list(
        expected.edges
    )


def test_number_that_json_has_not_is_refused(tmp_path):
    """Nan never gets into a document."""
    with (tmp_path / "d").open("w") as stream, pytest.raises(ValueError, match="JSON"):
        write_json({"x": iter([float("nan")])}, stream)
