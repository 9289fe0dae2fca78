"""A place on the map for each node: parts that hang together are laid out apart and packed beside one another."""

import math
from collections.abc import Iterable, Iterator

import networkx as nx
import rustworkx as rx

from kg.graph.schema import PAPER

#: Room for one node, in units of the map (pixels at full size).
SPACING = 60.0
#: Screens are wider than high, and so is the map.
ASPECT = 1.5
#: Free margin around each part.
MARGIN = 80.0
SEED = 42
_STEPS = 400
#: Above so many pairs of nodes and steps the layout would take more than seconds.
_EFFORT = 4e8

Place = tuple[float, float]


def place(graph: "nx.DiGraph[str]") -> None:
    """Set ``x``, ``y`` and ``size`` of every node; the same graph gets the same places.

    Each connected part is laid out by forces (Fruchterman and Reingold 1991), the largest in the middle of
    the first row and the others in rows below.
    """
    parts = sorted(nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(part)))
    boxes = [_spread(graph, sorted(part)) for part in parts]
    for node, (x, y) in _packed(boxes):
        graph.nodes[node].update(x=round(x, 1), y=round(y, 1), size=_size(graph, node))


def _size(graph: "nx.DiGraph[str]", node: str) -> float:
    """Diameter: papers alike, entities by the square root of their papers, so that area tells the number."""
    if graph.nodes[node].get("kind") == PAPER:
        return 8.0
    return round(8 + 5 * math.sqrt(graph.in_degree(node)), 1)


def _spread(graph: "nx.DiGraph[str]", nodes: list[str]) -> dict[str, Place]:
    """Places of one part, its corner at (0, 0)."""
    part: rx.PyGraph[str, float] = rx.PyGraph()
    index = dict(zip(nodes, part.add_nodes_from(nodes), strict=True))
    inside = (edge for node in nodes for edge in graph.out_edges(node))
    part.add_edges_from([(index[source], index[target], _pull(graph, target)) for source, target in inside])
    spots = rx.spring_layout(
        part,
        k=0.5 / math.sqrt(len(nodes)),
        num_iter=max(10, min(_STEPS, int(_EFFORT / len(nodes) ** 2))),
        weight_fn=float,
        # The stub says int where the function takes floats.
        scale=SPACING * math.sqrt(len(nodes)) / 2,  # type: ignore[arg-type]
        seed=SEED,
    )
    left, top = min(x for x, _ in spots.values()), min(y for _, y in spots.values())
    return {node: ((spots[index[node]][0] - left) * ASPECT, spots[index[node]][1] - top) for node in nodes}


def _pull(graph: "nx.DiGraph[str]", entity: str) -> float:
    """The weight of an edge: what many papers name pulls each of them less, or all would fall into the middle."""
    return 1 / math.sqrt(graph.in_degree(entity))


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
