"""A place on the map for each node: parts that hang together are laid out apart and packed beside one another."""

import math
from collections import Counter, defaultdict

import networkx as nx

from kg.graph.forces import EFFORT, Pull, by_forces
from kg.graph.measures import ties_of
from kg.graph.packing import Place, apart, in_rows
from kg.graph.schema import PAPER, Graph

#: Room for one node, in units of the map (pixels at full size).
SPACING = 60.0
#: Screens are wider than high, and so is the map.
ASPECT = 1.5
#: Of a part with more nodes each community is an island of its own.
ISLANDS = 2_800
#: How much an edge inside a community pulls beside one that leaves it.
COHESION = 6.0


def place(graph: Graph) -> None:
    """Set ``x``, ``y`` and ``size`` of every node; the same graph gets the same places.

    Each connected part is laid out by forces (Fruchterman and Reingold 1991) that hold communities together, the
    largest in the middle of the first row and the others in rows below. Of the relations between entities only
    VARIANT_OF has a say.
    """
    ties = ties_of(graph)
    parts = sorted(nx.weakly_connected_components(ties), key=lambda part: (-len(part), min(part)))
    boxes = (_spread(ties, sorted(part)) for part in parts)
    for node, (x, y) in in_rows(boxes, at_least=12 * SPACING):
        graph.nodes[node].update(x=round(x, 1), y=round(y, 1), size=_size(ties, node))


def _size(ties: "nx.DiGraph[str]", node: str) -> float:
    """Diameter: papers alike, entities by the square root of their papers, so that area tells the number."""
    if ties.nodes[node].get("kind") == PAPER:
        return 8.0
    return round(8 + 5 * math.sqrt(ties.nodes[node].get("papers", ties.in_degree(node))), 1)


def _spread(ties: "nx.DiGraph[str]", nodes: list[str]) -> dict[str, Place]:
    """Places of the nodes of one part, anywhere."""
    places = _in_islands(ties, nodes) if len(nodes) > ISLANDS else by_forces(ties, nodes, _reach(nodes), _pull(ties))
    return {node: (x * ASPECT, y) for node, (x, y) in places.items()}


def _reach(nodes: list[str]) -> float:
    """From the middle of so many nodes to the farthest."""
    return SPACING / 2 * math.sqrt(len(nodes))


def _pull(ties: "nx.DiGraph[str]") -> Pull:
    """The weight of an edge: what many papers name pulls each of them less, or all would fall into the middle."""

    def pull(source: str, target: str) -> float:
        home = ties.nodes[source].get("community")
        inside = home is not None and home == ties.nodes[target].get("community")
        return (2.0 if inside else 2.0 / COHESION) / math.sqrt(ties.in_degree(target))

    return pull


def _in_islands(ties: "nx.DiGraph[str]", nodes: list[str]) -> dict[str, Place]:
    """Each community by itself on a disc, and the discs beside one another, near those they have most to do with."""
    islands: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        islands[str(ties.nodes[node].get("community"))].append(node)
    radius = {number: _reach(members) for number, members in islands.items()}
    middles = apart(_near(ties, islands, math.hypot(*radius.values())), radius)
    pull = _pull(ties)
    places: dict[str, Place] = {}
    for number, members in islands.items():
        left, top = middles[number]
        effort = 2 * EFFORT * len(members) / len(nodes)
        for node, (x, y) in by_forces(ties, members, radius[number], pull, effort).items():
            places[node] = left + x, top + y
    return places


def _near(ties: "nx.DiGraph[str]", islands: dict[str, list[str]], reach: float) -> dict[str, Place]:
    """A place for each island by the edges between them."""
    number_of = {node: number for number, members in islands.items() for node in members}
    bridges: Counter[tuple[str, str]] = Counter()
    for source, target in ties.edges(number_of):
        one, other = sorted((number_of[source], number_of[target]))
        if one != other:
            bridges[one, other] += 1
    sea: nx.DiGraph[str] = nx.DiGraph()
    sea.add_nodes_from(sorted(islands))
    sea.add_edges_from(sorted(bridges))

    def pull(one: str, other: str) -> float:
        return bridges[one, other] / math.sqrt(len(islands[one]) * len(islands[other]))

    return by_forces(sea, sorted(islands), reach, pull)
