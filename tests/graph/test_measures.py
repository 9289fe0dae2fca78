import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import measure
from kg.graph.schema import EVALUATED_ON


def graph_of(*edges, role="USES"):
    """A graph of papers ``p…`` and methods ``m…``."""
    graph = nx.MultiDiGraph()
    for source, target in edges:
        for node in (source, target):
            graph.add_node(node, label=node.upper(), kind="PAPER" if node.startswith("p") else "METHOD")
        graph.add_edge(source, target, key=role, role=role)
    return graph


TWO_FIELDS = [(f"p{n}", f"m{n // 3}{k}") for n in range(6) for k in range(3)]


def test_papers_that_share_what_they_name_are_one_community():
    """Two groups of papers with nothing in common are two, each named after its entities."""
    graph = graph_of(*TWO_FIELDS)
    measure(graph)
    number = dict(graph.nodes(data="community"))
    assert set(number.values()) == {1, 2}
    assert number["p0"] == number["p2"] == number["m00"] != number["p3"] == number["m10"]
    assert graph.nodes["p0"]["community_name"] == "M00 · M01 · M02"


def test_community_is_numbered_by_size():
    """The largest is the first."""
    graph = graph_of(("p8", "m8"), *TWO_FIELDS[:9])
    measure(graph)
    assert [graph.nodes[node]["community"] for node in ("p0", "p8")] == [1, 2]


def test_centrality_adds_up_to_one_and_favours_what_many_name():
    """It is PageRank: a share of the whole for each node."""
    graph = graph_of(*[(f"p{n}", "m") for n in range(9)], ("p0", "m1"))
    measure(graph)
    rank = dict(graph.nodes(data="centrality"))
    assert sum(rank.values()) == pytest.approx(1, abs=1e-3)
    assert max(rank, key=rank.get) == "m"


def test_derived_relations_have_no_say():
    """What repeats the papers' edges neither joins communities nor makes a node central."""
    graph = graph_of(*TWO_FIELDS)
    graph.add_edge("m00", "m10", key=EVALUATED_ON, role=EVALUATED_ON)
    with_relation, without = graph.copy(), graph_of(*TWO_FIELDS)
    measure(with_relation)
    measure(without)
    assert dict(with_relation.nodes(data=True)) == dict(without.nodes(data=True))


def test_node_without_an_edge_is_in_no_community():
    """A paper that names nothing is measured in no way."""
    graph = nx.MultiDiGraph()
    graph.add_node("p", kind="PAPER")
    measure(graph)
    assert graph.nodes["p"] == {"kind": "PAPER"}


@settings(deadline=None, max_examples=30)
@given(edges=st.lists(st.tuples(st.sampled_from("p1 p2 p3 p4".split()), st.sampled_from("m1 m2 m3".split()))))
def test_order_of_edges_changes_nothing(edges):
    """The same edges in any order give the same communities and ranks."""
    one, other = graph_of(*edges), graph_of(*reversed(edges))
    measure(one)
    measure(other)
    assert dict(one.nodes(data=True)) == dict(other.nodes(data=True))
