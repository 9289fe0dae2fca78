import math
import xml.etree.ElementTree as ET

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from strategies import graphs

from kg.exporters.graphml import write_graphml
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

NS = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def written(example_graph, tmp_path):
    """The example graph and the file that was made of it."""
    path = tmp_path / "graph.graphml"
    write_graphml(example_graph, path)
    return example_graph, path


def test_networkx_reads_the_same_graph(written):
    """Nodes, edges and every attribute come back with their types."""
    graph, path = written
    read = nx.read_graphml(path)
    assert dict(read.adjacency()).keys() == dict(graph.adjacency()).keys()
    for node, attributes in graph.nodes(data=True):
        assert {name: read.nodes[node][name] for name in attributes} == attributes
    for source, target, attributes in graph.edges(data=True):
        assert {name: read.edges[source, target][name] for name in attributes} == attributes


def test_igraph_reads_the_same_counts_and_text(written):
    """An independent reader finds each node, edge and label."""
    graph, path = written
    read = igraph.Graph.Read_GraphML(str(path))
    assert (read.vcount(), read.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    assert read.vs["label"] == [label for _, label in graph.nodes(data="label")]
    assert read.es["role"] == [role for _, _, role in graph.edges(data="role")]


def test_keys_follow_the_schema(written):
    """Every key has a name and one type, nodes and edges share none, and the names that Gephi reads are bare."""
    keys = ET.parse(written[1]).getroot().findall(f"{NS}key")
    ids = [key.get("id") for key in keys]
    assert len(set(ids)) == len(ids)
    assert {key.get("attr.type") for key in keys} <= {"string", "long", "double", "boolean"}
    assert not {id_.lower() for id_ in ids} & {"id", "timeset", "interval", "weight"}
    assert {"label", "x", "y", "size", "r", "g", "b"} <= {key.get("id") for key in keys if key.get("for") == "node"}


def test_every_edge_has_its_own_id_and_its_role_as_label(written):
    """Gephi drops an edge with a repeated id, and takes the label on the element for the edge's type."""
    graph, path = written
    edges = ET.parse(path).getroot().findall(f"{NS}graph/{NS}edge")
    ids = [edge.get("id") for edge in edges]
    assert len(set(ids)) == len(ids) == graph.number_of_edges()
    assert [edge.get("label") for edge in edges] == [role for _, _, role in graph.edges(data="role")]


def test_every_node_has_looks_and_a_place(written):
    """Colour channels are whole numbers; place and size are there for all nodes."""
    nodes = ET.parse(written[1]).getroot().findall(f"{NS}graph/{NS}node")
    for node in nodes:
        data = {item.get("key"): item.text for item in node}
        assert all(0 <= int(data[channel]) <= 255 for channel in "rgb")
        assert all(math.isfinite(float(data[name])) for name in ("x", "y", "size"))
        assert data["label"]


def test_no_value_is_empty(written):
    """What is missing is left out."""
    assert all(item.text for item in ET.parse(written[1]).iter(f"{NS}data"))


def test_text_stays_text(tmp_path):
    """Markup, quotes, line breaks and characters that XML forbids come back as text."""
    graph = nx.MultiDiGraph()
    nasty = "<b>&amp; ]]> \"'\n\r\t\x00\ud800\ufffe é 漢 \U0001f600"
    graph.add_node(nasty, label=nasty, kind="METHOD")
    write_graphml(graph, tmp_path / "g")
    read = nx.read_graphml(tmp_path / "g")
    clean = nasty.replace("\x00", "\ufffd").replace("\ud800", "\ufffd").replace("\ufffe", "\ufffd")
    ((node, attributes),) = read.nodes(data=True)
    assert (node, attributes["label"]) == (clean, clean)


@settings(deadline=None, max_examples=60)
@given(graph=graphs())
def test_any_graph_is_read_back(graph, tmp_path_factory):
    """Whatever text and numbers a graph holds, the file is well-formed, with every node and edge and no bad number."""
    path = tmp_path_factory.mktemp("g") / "g"
    write_graphml(graph, path)
    root = ET.parse(path).getroot()
    assert len(root.findall(f"{NS}graph/{NS}node")) == graph.number_of_nodes()
    assert len(root.findall(f"{NS}graph/{NS}edge")) == graph.number_of_edges()
    types = {attribute.name: attribute.type for attribute in NODE_ATTRIBUTES}
    types |= {f"edge_{attribute.name}": attribute.type for attribute in EDGE_ATTRIBUTES}
    for item in root.iter(f"{NS}data"):
        if types.get(item.get("key")) in (int, float):
            assert math.isfinite(float(item.text))
