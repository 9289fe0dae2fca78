"""The GraphML is whole for other readers, and follows each rule that Gephi's importer has."""

import math
import re
import tracemalloc
import xml.etree.ElementTree as ET

import igraph
import networkx as nx
import pytest
from exporters.expected import held
from exporters.node_packages import read_by_graphology
from hypothesis import given, settings
from strategies import graphs, hostile_graph

from kg.exporters.graphml import SAFE_INF, write
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

NS = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(params=["example", "hostile"])
def written(request, tmp_path):
    """A graph and the file that was made of it."""
    graph = hostile_graph() if request.param == "hostile" else request.getfixturevalue("example_graph")
    path = tmp_path / "graph.graphml"
    write(graph, path)
    return graph, path


def plain(known):
    """Attributes as they were before Gephi was thought of."""
    return {name: value.replace(SAFE_INF, "INF") if isinstance(value, str) else value for name, value in known.items()}


def keys_of(path):
    """Key element by its id."""
    return {key.get("id"): key for key in ET.parse(path).iter(f"{NS}key")}


def written_one(tmp_path, **attributes):
    """The root of the file of a graph with two nodes and an edge that have the attributes."""
    graph = nx.MultiDiGraph()
    graph.add_node("a", **attributes)
    graph.add_node("b", **attributes)
    graph.add_edge("a", "b", key="USES", **{"role": "USES", **attributes})
    write(graph, tmp_path / "g")
    return ET.parse(tmp_path / "g").getroot()


def texts(root, key):
    """What stands under a key, in the order of the file."""
    return [item.text for item in root.iter(f"{NS}data") if item.get("key") == key]


def test_networkx_reads_the_same_graph(written):
    """Nodes, parallel edges and every attribute come back with their types."""
    graph, path = written
    read = nx.read_graphml(path, force_multigraph=True)
    expected = held(graph)
    nodes = {node: plain(known) for node, known in read.nodes(data=True)}
    assert expected.nodes == {node: {k: v for k, v in known.items() if k not in "rgb"} for node, known in nodes.items()}
    edges = {(source, target, plain(known)["role"]): plain(known) for source, target, known in read.edges(data=True)}
    assert expected.edges == {ends: {k: v for k, v in known.items() if k != "weight"} for ends, known in edges.items()}


def test_igraph_reads_the_same_counts_and_text(written):
    """An independent reader finds each node, edge, label and sentence."""
    graph, path = written
    read, expected = igraph.Graph.Read_GraphML(str(path)), held(graph)
    assert (read.vcount(), read.ecount()) == (len(expected.nodes), len(expected.edges))
    for ours, name in (("label", "label"), ("abstract", "abstract")):
        known = [node.get(ours, "") for node in expected.nodes.values()]
        assert known == [text.replace(SAFE_INF, "INF") for text in read.vs[name]]
    assert [edge.get("evidence", "") for edge in expected.edges.values()] == [
        text.replace(SAFE_INF, "INF") for text in read.es["evidence"]
    ]


def test_graphology_reads_the_same_graph(written):
    """The reader of Sigma and Gephi Lite finds the same nodes, edges and text."""
    graph, path = written
    read, expected = read_by_graphology(path), held(graph)
    assert [label.get("label") for label in expected.nodes.values()] == [
        node["attributes"].get("label") for node in read["nodes"]
    ]
    assert list(expected.edges) == [
        (edge["source"], edge["target"], plain(edge["attributes"])["role"]) for edge in read["edges"]
    ]


def test_keys_are_named_and_typed(written):
    """A column's name is its key: each is a readable one, in lower case, of one type that Gephi knows."""
    keys = keys_of(written[1])
    names = {each.name for each in (*NODE_ATTRIBUTES, *EDGE_ATTRIBUTES)} | {"r", "g", "b", "weight"}
    assert {key.get("attr.name") for key in keys.values()} == names
    assert all(id_ == id_.lower() and not re.fullmatch(r"d\d+", id_) for id_ in keys)
    assert {key.get("attr.type") for key in keys.values()} <= {"string", "long", "double", "boolean"}


def test_nodes_and_edges_share_no_key(written):
    """Gephi takes a shared key for one column."""
    ids = [key.get("id") for key in ET.parse(written[1]).iter(f"{NS}key")]
    assert len(set(ids)) == len(ids)


def test_no_key_is_a_name_of_gephis_own(written):
    """These names set something else in Gephi."""
    taken = {"node": {"id", "Label", "timeset", "interval"}, "edge": {"id", "Weight", "timeset", "label", "color"}}
    for id_, key in keys_of(written[1]).items():
        assert not {id_, key.get("attr.name")} & taken[key.get("for")]


def test_looks_have_the_names_that_gephi_knows(written):
    """Label, place, size and colour set how nodes look by their bare names, the weight how edges do."""
    keys = keys_of(written[1])
    assert {keys[name].get("for") for name in ("label", "x", "y", "size", "r", "g", "b", "color")} == {"node"}
    assert keys["weight"].get("for") == "edge"


def test_no_key_is_for_the_graph(written):
    """Gephi warns of each."""
    assert {key.get("for") for key in keys_of(written[1]).values()} == {"node", "edge"}


def test_every_edge_has_an_id_of_its_own(written):
    """Gephi drops an edge with a repeated id."""
    graph, path = written
    ids = [edge.get("id") for edge in ET.parse(path).iter(f"{NS}edge")]
    assert len(set(ids)) == len(ids) == graph.number_of_edges()


def test_ids_of_edges_differ_even_if_ids_of_nodes_hold_spaces(tmp_path):
    """Two edges never run into one id."""
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b X c", key="X", role="X")
    graph.add_edge("a X b", "c", key="X", role="X")
    write(graph, tmp_path / "g")
    assert len({edge.get("id") for edge in ET.parse(tmp_path / "g").iter(f"{NS}edge")}) == 2


def test_role_is_the_type_of_an_edge(written):
    """Gephi merges parallel edges of one type, and takes the label on the element for the type."""
    graph, path = written
    edges = [(e.get("source"), e.get("target"), e.get("label")) for e in ET.parse(path).iter(f"{NS}edge")]
    assert edges == list(held(graph).edges)
    assert len(set(edges)) == len(edges)


def test_weight_is_never_below_one(tmp_path):
    """At 0 Gephi removes the edge, and below it warns; otherwise mentions or papers are the weight."""
    assert texts(written_one(tmp_path, papers=0), "weight") == ["1.0"]
    assert texts(written_one(tmp_path, mentions=-3), "weight") == ["1.0"]
    assert texts(written_one(tmp_path), "weight") == ["1.0"]
    assert texts(written_one(tmp_path, mentions=4), "weight") == ["4.0"]
    assert texts(written_one(tmp_path, papers=12), "weight") == ["12.0"]


def test_channels_are_whole_numbers(tmp_path):
    """Gephi reports 255.0 as an error; a colour that is none has no channels."""
    root = written_one(tmp_path, color="#FF8000")
    assert [texts(root, channel)[0] for channel in "rgb"] == ["255", "128", "0"]
    assert not texts(written_one(tmp_path, color="orange"), "r")


def test_every_node_has_looks_and_a_place(example_graph, tmp_path):
    """Place and size must be there for all nodes."""
    write(example_graph, tmp_path / "g")
    for node in ET.parse(tmp_path / "g").iter(f"{NS}node"):
        data = {item.get("key"): item.text for item in node}
        assert all(math.isfinite(float(data[name])) for name in ("x", "y", "size"))
        assert data["label"]


def test_no_value_is_empty(written):
    """Gephi takes empty for absent; what is missing is left out."""
    assert all(item.text for item in ET.parse(written[1]).iter(f"{NS}data"))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), 10**400])
def test_number_that_no_reader_takes_is_left_out(number, tmp_path):
    """Gephi refuses nan and infinity."""
    assert not texts(written_one(tmp_path, confidence=number), "confidence")


def test_integer_beyond_64_bits_is_left_out(tmp_path):
    """Gephi refuses what is no long."""
    assert not texts(written_one(tmp_path, papers=2**63), "papers")
    assert texts(written_one(tmp_path, papers=2**63 - 1), "papers") == [str(2**63 - 1)] * 2


def test_one_attribute_is_written_as_one_type(tmp_path):
    """A whole number in a column of fractions is a fraction, and a truth is lower-case."""
    root = written_one(tmp_path, confidence=1, inferred=1)
    assert (texts(root, "confidence")[0], texts(root, "inferred")[0]) == ("1.0", "true")


def test_inf_in_text_is_not_infinity(tmp_path):
    """Gephi would put Infinity into the middle of a word; labels are spared, and readable is it all the same."""
    root = written_one(tmp_path, label="INF", abstract="INFORM, a DINF")
    assert "INF" not in texts(root, "abstract")[0]
    assert texts(root, "abstract")[0].replace("\u2060", "") == "INFORM, a DINF"
    assert texts(root, "label") == ["INF"] * 2


def extra_memory(edges, path):
    """The most bytes that writing takes above a graph of so many edges."""
    graph = nx.MultiDiGraph()
    graph.add_edges_from(
        (f"paper:{n}", "method:m", "USES", {"role": "USES", "evidence": "word " * 50}) for n in range(edges)
    )
    tracemalloc.start()
    write(graph, path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_graph(tmp_path):
    """Ten times as many edges take no more memory to write, for the file is written as a stream."""
    assert extra_memory(10_000, tmp_path / "large") < extra_memory(1_000, tmp_path / "small") + 50_000


def test_text_stays_text(tmp_path):
    """Markup, quotes, line breaks and characters that XML forbids come back as text."""
    graph = nx.MultiDiGraph()
    nasty = "<b>&amp; ]]> \"'\n\r\t\x00\ud800\ufffe é 漢 \U0001f600"
    graph.add_node(nasty, label=nasty, kind="METHOD")
    write(graph, tmp_path / "g")
    read = nx.read_graphml(tmp_path / "g")
    clean = nasty.replace("\x00", "\ufffd").replace("\ud800", "\ufffd").replace("\ufffe", "\ufffd")
    ((node, attributes),) = read.nodes(data=True)
    assert (node, attributes["label"]) == (clean, clean)


@settings(deadline=None, max_examples=20)
@given(graph=graphs())
def test_any_graph_is_read_back(graph, tmp_path_factory):
    """Whatever text and numbers a graph holds, the file is well-formed, with every node, edge and attribute."""
    path = tmp_path_factory.mktemp("g") / "g"
    write(graph, path)
    root = ET.parse(path).getroot()
    expected = held(graph)
    assert [node.get("id") for node in root.iter(f"{NS}node")] == list(expected.nodes)
    for element, known in zip(root.iter(f"{NS}edge"), expected.edges.values(), strict=True):
        assert {f"edge_{name}" for name in known} | {"weight"} == {item.get("key") for item in element}
