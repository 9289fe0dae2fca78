import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import graphs

from kg.errors import InputError
from kg.exporters import graphml
from kg.exporters.read_back import read_graph
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

any_graph = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

#: A file of one node and one edge that are as they should be.
WHOLE = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="papers" for="node" attr.name="papers" attr.type="long"/>
<key id="edge_role" for="edge" attr.name="role" attr.type="string"/>
<graph edgedefault="directed">
<node id="a"><data key="kind">METHOD</data></node>
<edge source="a" target="a"><data key="edge_role">USES</data></edge>
</graph></graphml>
"""


def everything(graph):
    """Nodes and edges with all they have, in their order, and the order of edges at each node."""
    ends = {node: list(graph.in_edges(node, keys=True)) for node in graph}
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)), ends


def test_graph_is_read_back_as_it_was(example_graph, tmp_path):
    """Nothing of a built graph is lost or changes its type, its place or its order."""
    graphml.write(example_graph, tmp_path / "g")
    assert everything(read_graph(tmp_path / "g")) == everything(example_graph)


@any_graph
@given(graph=graphs())
def test_what_was_written_once_is_read_back_and_written_the_same(graph, tmp_path):
    """Once text is such that XML can hold it, a file and its graph tell the same."""
    for node in graph.nodes.values():
        node["kind"] = "METHOD"
    graphml.write(graph, tmp_path / "one")
    back = read_graph(tmp_path / "one")
    graphml.write(back, tmp_path / "two")
    assert (tmp_path / "two").read_bytes() == (tmp_path / "one").read_bytes()
    assert everything(read_graph(tmp_path / "two")) == everything(back)
    assert (len(back), back.number_of_edges()) == (len(graph), graph.number_of_edges())


@any_graph
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_text_is_read_back_letter_for_letter(text, tmp_path):
    """White space at the ends, quotes and letters of any script stay."""
    graph = nx.MultiDiGraph()
    strings = [attribute.name for attribute in NODE_ATTRIBUTES if attribute.type is str]
    graph.add_node("a", **dict.fromkeys(strings, text))
    others = [attribute.name for attribute in EDGE_ATTRIBUTES if attribute.type is str]
    graph.add_edge("a", "a", key="USES", **dict.fromkeys(others, text) | {"role": "USES"})
    graphml.write(graph, tmp_path / "g")
    assert everything(read_graph(tmp_path / "g")) == everything(graph)


def test_inf_is_read_back_as_it_was(tmp_path):
    """What the file does for Gephi's sake is undone, in ids and labels as in any text."""
    graph = nx.MultiDiGraph()
    graph.add_node("INF", label="INF", kind="METHOD", abstract="INFINITY, an INF")
    graph.add_edge("INF", "INF", key="INF", role="INF", evidence="INF")
    graphml.write(graph, tmp_path / "g")
    assert everything(read_graph(tmp_path / "g")) == everything(graph)


def test_parallel_edges_stay(tmp_path):
    """Two relations of one pair are two edges, keyed by their roles."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from("ab", kind="METHOD")
    for role in ("VARIANT_OF", "COMPARED_WITH"):
        graph.add_edge("a", "b", key=role, role=role)
    graphml.write(graph, tmp_path / "g")
    assert list(read_graph(tmp_path / "g").edges(keys=True)) == list(graph.edges(keys=True))


@pytest.mark.parametrize("text", [WHOLE, WHOLE.replace("\n", ""), WHOLE + "\n\n"])
def test_whole_file_is_read(text, tmp_path):
    """What the other tests break is whole before."""
    (tmp_path / "g").write_text(text)
    assert list(read_graph(tmp_path / "g").nodes(data=True)) == [("a", {"kind": "METHOD"})]


@pytest.mark.parametrize("missing", range(1, len(WHOLE.rstrip()), 7))
def test_file_that_is_cut_off_is_an_error(missing, tmp_path):
    """However much is missing at its end, half a graph is never taken for a graph."""
    (tmp_path / "g").write_text(WHOLE.rstrip()[:-missing])
    with pytest.raises(InputError, match="not as kg build writes it"):
        read_graph(tmp_path / "g")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"directed"', '"undirected"', "one directed graph"),
        ("<graphml", "<html", "Build it anew"),
        (">METHOD<", "><", "has no 'kind'"),
        (' attr.name="kind"', ' attr.name="sort"', "has no 'kind'"),
        ('"role"', '"label"', "has no 'role'"),
        ('"string"', '"boolean"', "Build it anew"),
        ('attr.name="kind" attr.type="string"', 'attr.name="kind" attr.type="boolean"', "Build it anew"),
        ('<node id="a">', '<node id="a"><data key="papers">many</data>', "Build it anew"),
        ('attr.name="papers" attr.type="long"/>', 'attr.name="papers" attr.type="string"/>', None),
        ("</graph>", '<node id="a"><data key="kind">MODEL</data></node></graph>', "more than once"),
        ("</graph>", '<edge source="a" target="a"><data key="edge_role">USES</data></edge></graph>', "more than once"),
        ("METHOD", "&nothing;", "Build it anew"),
    ],
)
def test_file_of_another_make_is_an_error(old, new, said, tmp_path):
    """What kg has not written is told from what it has, and nothing is lost in silence."""
    assert old in WHOLE
    (tmp_path / "g").write_text(WHOLE.replace(old, new, 1))
    if said is None:
        assert len(read_graph(tmp_path / "g")) == 1
        return
    with pytest.raises(InputError, match=said):
        read_graph(tmp_path / "g")


def test_attribute_of_another_type_is_an_error(tmp_path):
    """A number that is a string is not taken for the schema's number."""
    text = WHOLE.replace('"papers" attr.type="long"', '"papers" attr.type="string"')
    (tmp_path / "g").write_text(text.replace('<node id="a">', '<node id="a"><data key="papers">3</data>'))
    with pytest.raises(InputError, match="'papers' is no int"):
        read_graph(tmp_path / "g")


def test_edge_to_no_node_is_an_error(tmp_path):
    """An edge that would be dropped is told."""
    (tmp_path / "g").write_text(WHOLE.replace('target="a"', 'target="b"'))
    with pytest.raises(InputError, match="an edge goes to no node"):
        read_graph(tmp_path / "g")


@pytest.mark.parametrize("content", [b"", b"\x00" * 200, b"\xff\xfe</graphml>", b"hello", b"</graphml>"])
def test_anything_else_is_an_error(content, tmp_path):
    """No content ends in anything but a graph or an InputError."""
    (tmp_path / "g").write_bytes(content)
    with pytest.raises(InputError):
        read_graph(tmp_path / "g")


def test_file_that_cannot_be_opened_is_an_error(tmp_path):
    """A file that is not there, and a folder in its place."""
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(InputError, match="cannot be read"):
            read_graph(path)
