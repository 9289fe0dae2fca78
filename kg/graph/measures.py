"""What the shape of the graph says of each node: the community it belongs to, and how central it is."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx
import rustworkx as rx
from graspologic_native import leiden

from kg.graph.schema import DERIVED, PAPER, Graph

SEED = 42
#: Above 1 there are more and smaller communities.
RESOLUTION = 0.5
#: So many of its entities give a community its name.
NAMED_AFTER = 3


def measure(graph: Graph) -> None:
    """Set ``community``, ``community_name`` and ``centrality`` of every node that has an edge.

    Communities are found by Leiden's algorithm (Traag et al. 2019, modularity) and numbered from 1, the largest
    first; centrality is PageRank without regard to direction. Derived relations have no say: they repeat what the
    edges of papers say.
    """
    ties = ties_of(graph)
    for number, members in enumerate(_communities(ties), start=1):
        name = _name(graph, ties, members)
        for node in members:
            graph.nodes[node].update(community=number, community_name=name)
    for node, rank in _centrality(ties):
        graph.nodes[node]["centrality"] = rank


def ties_of(graph: Graph) -> "nx.DiGraph[str]":
    """The same nodes with the edges that pull: derived ones would say once more what edges of papers say."""
    ties: nx.DiGraph[str] = nx.DiGraph()
    ties.add_nodes_from(graph.nodes(data=True))
    ties.add_edges_from((source, target) for source, target, role in graph.edges(keys=True) if role not in DERIVED)
    return ties


def _communities(ties: "nx.DiGraph[str]") -> list[list[str]]:
    """The nodes of each community, the largest first."""
    # What nearly all papers name says little about which of them belong together.
    weight = {node: 1 / (1 + math.log(degree)) for node, degree in ties.in_degree if degree}
    edges = sorted((source, target, weight[target]) for source, target in ties.edges if source != target)
    if not edges:
        return []
    _, number_of = leiden(edges, resolution=RESOLUTION, iterations=3, trials=3, seed=SEED)
    members: dict[int, list[str]] = defaultdict(list)
    for node in sorted(number_of):
        members[number_of[node]].append(node)
    return sorted(members.values(), key=lambda nodes: (-len(nodes), nodes[0]))


def _name(graph: Graph, ties: "nx.DiGraph[str]", members: list[str]) -> str:
    """The entities that most of its papers name and few others, or a paper where it has no entity."""
    inside = Counter(target for node in members for target in ties.successors(node))
    entities = [node for node in members if graph.nodes[node].get("kind") != PAPER]

    def telling(node: str) -> float:
        return float(inside[node] ** 1.5 / max(ties.in_degree(node), 1))

    best = sorted(entities, key=lambda node: (-telling(node), node))[:NAMED_AFTER] or members[:1]
    return " · ".join(str(graph.nodes[node].get("label", node)) for node in best)


def _centrality(ties: "nx.DiGraph[str]") -> Iterator[tuple[str, float]]:
    """PageRank of each node that has an edge, to four digits."""
    nodes = sorted(node for node in ties if ties.degree(node))
    if not nodes:
        return
    both_ways: rx.PyDiGraph[str, None] = rx.PyDiGraph()
    index = dict(zip(nodes, both_ways.add_nodes_from(nodes), strict=True))
    both_ways.add_edges_from_no_data(list(_indices(sorted(ties.edges), index)))
    ranks = rx.pagerank(both_ways, tol=1e-9, max_iter=200)
    for node in nodes:
        yield node, float(f"{ranks[index[node]]:.4g}")


def _indices(edges: Iterable[tuple[str, str]], index: dict[str, int]) -> Iterator[tuple[int, int]]:
    for source, target in edges:
        yield index[source], index[target]
        yield index[target], index[source]
