"""A place on the map for each node: parts that hang together are laid out apart and packed beside one another."""

import math
from collections import deque
from collections.abc import Iterable, Iterator

import networkx as nx
import rustworkx as rx

from kg.graph.measures import ties_of
from kg.graph.schema import PAPER, Graph

#: Room for one node, in units of the map (pixels at full size).
SPACING = 60.0
#: Screens are wider than high, and so is the map.
ASPECT = 1.5
#: Free margin around each part.
MARGIN = 80.0
SEED = 42
#: Forces act among so many nodes of a part, those with most edges; the others are put beside what they belong to.
CORE = 4_000
_STEPS = 400
#: Pairs of nodes times steps: what can be worked out in seconds.
_EFFORT = 4e8
#: Points at this angle from one another, ever further out, fill a disc evenly (Vogel 1979).
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Place = tuple[float, float]


def place(graph: Graph) -> None:
    """Set ``x``, ``y`` and ``size`` of every node; the same graph gets the same places.

    Each connected part is laid out by forces (Fruchterman and Reingold 1991), the largest in the middle of
    the first row and the others in rows below. Of the relations between entities only VARIANT_OF has a say.
    """
    ties = ties_of(graph)
    parts = sorted(nx.weakly_connected_components(ties), key=lambda part: (-len(part), min(part)))
    boxes = (_at_origin(_spread(ties, sorted(part))) for part in parts)
    for node, (x, y) in _packed(boxes):
        graph.nodes[node].update(x=round(x, 1), y=round(y, 1), size=_size(ties, node))


def _size(graph: "nx.DiGraph[str]", node: str) -> float:
    """Diameter: papers alike, entities by the square root of their papers, so that area tells the number."""
    if graph.nodes[node].get("kind") == PAPER:
        return 8.0
    return round(8 + 5 * math.sqrt(graph.nodes[node].get("papers", graph.in_degree(node))), 1)


def _spread(graph: "nx.DiGraph[str]", nodes: list[str]) -> dict[str, Place]:
    """Places of the nodes of one part, anywhere."""
    core = sorted(nodes, key=lambda node: (-graph.degree(node), node))[:CORE]
    places = _by_forces(graph, sorted(core), math.sqrt(len(nodes)))
    return _put_beside(graph, places) if len(core) < len(nodes) else places


def _by_forces(graph: "nx.DiGraph[str]", nodes: list[str], radius: float) -> dict[str, Place]:
    part: rx.PyGraph[str, float] = rx.PyGraph()
    index = dict(zip(nodes, part.add_nodes_from(nodes), strict=True))
    inside = (edge for node in nodes for edge in graph.out_edges(node) if edge[1] in index)
    part.add_edges_from([(index[source], index[target], _pull(graph, target)) for source, target in inside])
    spots = rx.spring_layout(
        part,
        k=0.5 / math.sqrt(len(nodes)),
        num_iter=max(10, min(_STEPS, int(_EFFORT / len(nodes) ** 2))),
        weight_fn=float,
        # The stub says int where the function takes floats.
        scale=SPACING * radius / 2,  # type: ignore[arg-type]
        seed=SEED,
    )
    return {node: (spots[index[node]][0] * ASPECT, spots[index[node]][1]) for node in nodes}


def _pull(ties: "nx.DiGraph[str]", entity: str) -> float:
    """The weight of an edge: what many papers name pulls each of them less, or all would fall into the middle."""
    return 1 / math.sqrt(ties.in_degree(entity))


def _put_beside(graph: "nx.DiGraph[str]", places: dict[str, Place]) -> dict[str, Place]:
    """Add the other nodes of the part, outwards from those that have a place: each around its first neighbour."""
    around: dict[str, int] = {}
    waiting = deque(places)
    while waiting:
        node = waiting.popleft()
        for neighbour in sorted({*graph.successors(node), *graph.predecessors(node)}):
            if neighbour in places:
                continue
            turn = around[node] = around.get(node, 0) + 1
            # No two steps have one direction, for steps that can be taken in either order end on one place.
            reach, angle = SPACING / 2 * math.sqrt(turn), len(places) * _GOLDEN_ANGLE
            x, y = places[node]
            places[neighbour] = x + reach * math.cos(angle), y + reach * math.sin(angle)
            waiting.append(neighbour)
    return places


def _at_origin(places: dict[str, Place]) -> dict[str, Place]:
    """The same places moved so that their corner is at (0, 0)."""
    left, top = (min(place[axis] for place in places.values()) for axis in (0, 1))
    return {node: (x - left, y - top) for node, (x, y) in places.items()}


def _packed(boxes: Iterable[dict[str, Place]]) -> Iterator[tuple[str, Place]]:
    """Put boxes side by side in rows as wide as the first, from the top; yield each node's place."""
    width = x = y = row = 0.0
    for box in boxes:
        wide, high = (max(place[axis] for place in box.values()) + MARGIN for axis in (0, 1))
        width = width or max(wide, 12 * SPACING)
        if x and x + wide > width:
            x, y, row = 0.0, y + row, 0.0
        for node, (left, top) in box.items():
            yield node, (x + left, y + top)
        x, row = x + wide, max(row, high)
