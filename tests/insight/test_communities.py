import networkx as nx

from kg.insight.communities import Community, communities


def test_communities_have_their_members_the_most_central_first():
    """The largest comes first, and nodes that are in none are left out."""
    graph = nx.MultiDiGraph()
    for node, kind, number, rank in (
        ("paper:a", "PAPER", 2, 0.1),
        ("paper:b", "PAPER", 2, 0.3),
        ("method:c", "METHOD", 2, 0.2),
        ("method:d", "METHOD", 1, 0.2),
    ):
        graph.add_node(node, kind=kind, community=number, community_name=f"name {number}", centrality=rank)
    graph.add_node("method:e", kind="METHOD")
    assert communities(graph) == [
        Community(2, "name 2", ("paper:b", "paper:a"), ("method:c",)),
        Community(1, "name 1", (), ("method:d",)),
    ]
    assert communities(graph)[0].size == 3


def test_graph_without_communities_has_none():
    """An empty graph, and one that was not measured."""
    graph = nx.MultiDiGraph()
    assert communities(graph) == []
    graph.add_node("method:a", kind="METHOD")
    assert communities(graph) == []
