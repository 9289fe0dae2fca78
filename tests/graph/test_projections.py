import copy

import networkx as nx
import pytest
from graph.small import small_graph
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.projections import MOST_PAPERS, PROJECTIONS, project_entities, project_papers


def made(named):
    """A graph of papers and what each names."""
    graph = nx.MultiDiGraph()
    for number, things in enumerate(named):
        graph.add_node(f"paper:{number}", kind="PAPER")
        for thing in things:
            graph.add_node(f"method:{thing}", kind="METHOD")
            graph.add_edge(f"paper:{number}", f"method:{thing}", key="USES", role="USES")
    return graph


def test_entities_are_tied_by_the_papers_that_name_both():
    """The number of papers and the year of the first stand on the edge, and relations are kept."""
    graph = project_entities(small_graph())
    assert {data["kind"] for data in graph.nodes.values()} == {"METHOD", "MODEL", "BENCHMARK"}
    tied = {(one, other): data for one, other, role, data in graph.edges(keys=True, data=True) if "NAMED" in role}
    assert tied["method:kite", "model:owl-2"] == {"role": "NAMED_TOGETHER", "papers": 2, "year": 2022}
    assert tied["benchmark:gsm8k", "method:kite"] == {"role": "NAMED_TOGETHER", "papers": 1, "year": 2020}
    assert len(tied) == 4
    assert {"VARIANT_OF", "EVALUATED_ON", "COMPARED_WITH"} <= {role for _, _, role in graph.edges(keys=True)}


def test_papers_are_tied_by_what_both_name():
    """The number of things stands on the edge, and no entity is left."""
    graph = project_papers(small_graph())
    tied = {edge[:2]: edge[2]["shared"] for edge in graph.edges(data=True)}
    assert tied == {
        ("paper:mid", "paper:old"): 1,
        ("paper:mid", "paper:new"): 2,
        ("paper:new", "paper:old"): 1,
        ("paper:old", "paper:undated"): 1,
    }
    assert list(graph) == ["paper:old", "paper:mid", "paper:new", "paper:undated"]


def test_what_all_papers_name_ties_none_of_them():
    """Else nearly all papers were tied to nearly all."""
    assert project_papers(made([["a"]] * MOST_PAPERS)).number_of_edges() == MOST_PAPERS * (MOST_PAPERS - 1) / 2
    assert project_papers(made([["a"]] * (MOST_PAPERS + 1))).number_of_edges() == 0


@pytest.mark.parametrize("project", PROJECTIONS.values())
def test_graph_is_unchanged_and_nodes_keep_their_attributes(project):
    """A projection is a graph of its own, with places, and with the rows beside it."""
    graph = small_graph()
    before = copy.deepcopy((graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))))
    projected = project(graph)
    assert all(projected.nodes[node] == graph.nodes[node] for node in projected)
    assert projected.graph == graph.graph
    for data in projected.nodes.values():
        data.clear()
    assert (graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))) == before


@given(st.lists(st.sets(st.sampled_from("abcd")), max_size=6))
def test_pairs_are_counted_once_for_each_paper(named):
    """The counts are those of a plain count, whatever the papers name."""
    graph = project_entities(made(named))
    for one in "abcd":
        for other in "abcd":
            if one < other:
                both = sum({one, other} <= things for things in named)
                data = graph.get_edge_data(f"method:{one}", f"method:{other}", key="NAMED_TOGETHER")
                assert (data["papers"] if data else 0) == both
