"""The GEXF is whole for other readers, follows the rules of version 1.3, and begins each thing on its day."""

import datetime
import re
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from exporters.expected import held
from exporters.node_packages import read_by_graphology
from hypothesis import given, settings
from strategies import graphs, hostile_graph

from kg.exporters.gexf import write

NS = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
LOOKS = ("label", "x", "y", "size", "color")
TYPES = {"string": str, "long": int, "double": float, "boolean": "true".__eq__}


@pytest.fixture(params=["example", "hostile"])
def written(request, tmp_path):
    """A graph and the file that was made of it."""
    graph = hostile_graph() if request.param == "hostile" else request.getfixturevalue("example_graph")
    path = tmp_path / "graph.gexf"
    write(graph, path)
    return graph, path


def read(path):
    """Attributes of nodes and edges by the file itself: id → attributes, and (source, target, kind) → attributes."""
    root = ET.parse(path).getroot()
    columns = {
        each.get("class"): {column.get("id"): column for column in each} for each in root.iter(f"{NS}attributes")
    }

    def known(element, of):
        values = element.findall(f"{NS}attvalues/{NS}attvalue")
        titles = [(columns[of][value.get("for")], value.get("value")) for value in values]
        return {column.get("title"): TYPES[column.get("type")](text) for column, text in titles}

    nodes = {node.get("id"): known(node, "node") for node in root.iter(f"{NS}node")}
    edges = {(e.get("source"), e.get("target"), e.get("kind")): known(e, "edge") for e in root.iter(f"{NS}edge")}
    return nodes, edges


def starts(graph, path):
    """Begin of each node, and of each edge, by id and ends."""
    write(graph, path)
    root = ET.parse(path).getroot()
    nodes = {node.get("id"): node.get("start") for node in root.iter(f"{NS}node")}
    return nodes, [edge.get("start") for edge in root.iter(f"{NS}edge")]


def test_every_attribute_comes_back(written):
    """Nodes, parallel edges, their kinds and all attributes are there, typed as the schema says."""
    graph, path = written
    expected = held(graph, without=LOOKS)
    assert read(path) == (expected.nodes, held(graph).edges)


def test_graphology_reads_the_same_graph(written):
    """The reader of Sigma and Gephi Lite finds the same nodes, labels, places, edges and text."""
    graph, path = written
    loaded, expected = read_by_graphology(path), held(graph)
    assert [node["key"] for node in loaded["nodes"]] == list(expected.nodes)
    for node, known in zip(loaded["nodes"], expected.nodes.values(), strict=True):
        got = node["attributes"]
        assert got["label"] == known["label"]
        assert got.get("abstract") == known.get("abstract")
        assert (got["x"], got["y"], got["size"]) == (known["x"], known["y"], known["size"])
        assert got["color"] == "rgb({},{},{})".format(*bytes.fromhex(known["color"][1:]))
    ends = [(edge["source"], edge["target"], edge["attributes"]["role"]) for edge in loaded["edges"]]
    assert ends == list(expected.edges)
    evidence = [edge["attributes"].get("evidence") for edge in loaded["edges"]]
    assert evidence == [known.get("evidence") for known in expected.edges.values()]


def test_networkx_reads_the_same_graph(written):
    """An independent reader that knows version 1.3 finds each node and edge with its attributes."""
    graph, path = written
    loaded = nx.read_gexf(path, version="1.3")
    expected = held(graph)
    assert set(loaded) == set(expected.nodes)
    assert loaded.number_of_edges() == len(expected.edges)
    assert {node: known.get("kind") for node, known in loaded.nodes(data=True)} == {
        node: known.get("kind") for node, known in expected.nodes.items()
    }
    assert sorted(role for _, _, role in loaded.edges(data="role")) == sorted(role for _, _, role in expected.edges)


def test_file_says_what_it_is(written):
    """Version, direction and format of time stand where version 1.3 has them, attributes before nodes before edges."""
    root = ET.parse(written[1]).getroot()
    (graph,) = root
    assert (root.tag, root.get("version")) == (f"{NS}gexf", "1.3")
    assert graph.attrib == {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date"}
    assert [re.sub("{.*}", "", each.tag) for each in graph] == ["attributes", "attributes", "nodes", "edges"]


def test_ids_are_unique_and_ends_exist(written):
    """No id of a node, edge or column comes twice, and every edge joins nodes."""
    root = ET.parse(written[1]).getroot()
    for each in (*root.iter(f"{NS}attributes"), root.find(f"{NS}graph/{NS}nodes"), root.find(f"{NS}graph/{NS}edges")):
        ids = [element.get("id") for element in each]
        assert len(set(ids)) == len(ids)
    nodes = {node.get("id") for node in root.iter(f"{NS}node")}
    assert all({edge.get("source"), edge.get("target")} <= nodes for edge in root.iter(f"{NS}edge"))


def test_looks_are_those_of_the_graph(example_graph, tmp_path):
    """Each node has its colour, place and size in viz elements, and none of these is a column."""
    write(example_graph, tmp_path / "g")
    root = ET.parse(tmp_path / "g").getroot()
    assert not {column.get("title") for column in root.iter(f"{NS}attribute")} & set(LOOKS)
    for node in root.iter(f"{NS}node"):
        known = example_graph.nodes[node.get("id")]
        place, size = node.find(f"{VIZ}position"), node.find(f"{VIZ}size")
        color = "#{:02X}{:02X}{:02X}".format(*(int(node.find(f"{VIZ}color").get(c)) for c in "rgb"))
        assert (float(place.get("x")), float(place.get("y"))) == (known["x"], known["y"])
        assert (float(size.get("value")), color) == (known["size"], known["color"])


def test_weight_is_above_zero(written):
    """At 0 Gephi removes an edge."""
    assert all(float(edge.get("weight")) >= 1 for edge in ET.parse(written[1]).iter(f"{NS}edge"))


def test_papers_and_edges_begin_on_their_day(tmp_path):
    """A paper has its date, else the first day of its month or year; without either it is there always."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:a", date="2023-05-06", year=2023)
    graph.add_node("paper:b", year=2022)
    graph.add_node("paper:c", date="soon")
    graph.add_node("paper:d", date="2023-04", year=2023)
    graph.add_edge("paper:a", "method:m", key="USES", date="2023-05-06", year=2023)
    graph.add_edge("paper:b", "method:m", key="USES", year=2022)
    graph.add_edge("paper:c", "method:n", key="USES")
    nodes, edges = starts(graph, tmp_path / "g")
    assert edges == ["2023-05-06", "2022-01-01", None]
    assert (nodes["paper:a"], nodes["paper:b"], nodes["paper:c"]) == ("2023-05-06", "2022-01-01", None)
    assert nodes["paper:d"] == "2023-04-01"
    assert (nodes["method:m"], nodes["method:n"]) == ("2022-01-01", None)


def test_no_edge_begins_before_its_ends(example_graph, tmp_path):
    """The timeline never shows an edge to something that is not there yet."""
    write(example_graph, tmp_path / "g")
    root = ET.parse(tmp_path / "g").getroot()
    nodes = {node.get("id"): node.get("start") for node in root.iter(f"{NS}node")}
    assert any(nodes.values())
    for edge in root.iter(f"{NS}edge"):
        begin = edge.get("start")
        ends = [nodes[edge.get(end)] for end in ("source", "target")]
        assert not begin or all(end is None or end <= begin for end in ends)


@settings(deadline=None, max_examples=20)
@given(graph=graphs())
def test_any_graph_is_read_back(graph, tmp_path_factory):
    """Whatever a graph holds, the file has every node, edge and attribute, and begins that are dates."""
    path = tmp_path_factory.mktemp("g") / "g"
    write(graph, path)
    assert read(path) == (held(graph, without=LOOKS).nodes, held(graph).edges)
    for element in ET.parse(path).iter():
        if start := element.get("start"):
            datetime.date.fromisoformat(start)
