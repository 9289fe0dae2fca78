"""Nodes placed by forces: those with an edge attract each other, all others keep away."""

import math
from collections import deque
from collections.abc import Callable

import networkx as nx
import rustworkx as rx

from kg.graph.packing import Place

SEED = 42
#: Pairs of nodes times steps: what can be worked out in seconds.
EFFORT = 4e8
#: A picture is made in so many steps at best, and at least.
_STEPS = (50, 400)
#: Points at this angle from one another, ever further out, fill a disc evenly (Vogel 1979).
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

#: Source and target of an edge → its weight.
Pull = Callable[[str, str], float]


def by_forces(
    graph: "nx.DiGraph[str]", nodes: list[str], reach: float, pull: Pull, effort: float = EFFORT
) -> dict[str, Place]:
    """Places around (0, 0), nine in ten of them within ``reach``, for nodes of a graph and the edges between them.

    The algorithm is that of Fruchterman and Reingold (1991). Forces act among as many nodes as ``effort`` allows,
    those with most edges; the others are put beside what they belong to.
    """
    most = max(int(math.sqrt(effort / _STEPS[0])), 2)
    core = sorted(nodes, key=lambda node: (-graph.degree(node), node))[:most]
    steps = min(int(effort / len(core) ** 2), _STEPS[1])
    places = _by_springs(graph, sorted(core), reach * math.sqrt(len(core) / len(nodes)), pull, steps)
    return _put_beside(graph, places, set(nodes), reach / math.sqrt(len(nodes))) if len(core) < len(nodes) else places


def _by_springs(graph: "nx.DiGraph[str]", nodes: list[str], reach: float, pull: Pull, steps: int) -> dict[str, Place]:
    part: rx.PyGraph[str, float] = rx.PyGraph()
    index = dict(zip(nodes, part.add_nodes_from(nodes), strict=True))
    inside = (edge for node in nodes for edge in graph.out_edges(node) if edge[1] in index)
    part.add_edges_from([(index[source], index[target], pull(source, target)) for source, target in inside])
    spots = rx.spring_layout(
        part,
        k=0.5 / math.sqrt(len(nodes)),
        num_iter=steps,
        weight_fn=float,
        seed=SEED,
    )
    return _scaled({node: (spots[index[node]][0], spots[index[node]][1]) for node in nodes}, reach)


def _scaled(places: dict[str, Place], reach: float) -> dict[str, Place]:
    """The same picture with nine in ten nodes within ``reach``; what lies beyond is drawn in, or it would rule."""
    distances = sorted(math.hypot(*place) for place in places.values())
    usual = distances[int(0.9 * (len(distances) - 1))] or 1.0

    def factor(distance: float) -> float:
        far = distance / usual
        return reach / usual * (min(far, 1.0) + 0.3 * max(far - 1.0, 0.0)) / (far or 1.0)

    return {node: (x * factor(math.hypot(x, y)), y * factor(math.hypot(x, y))) for node, (x, y) in places.items()}


def _put_beside(graph: "nx.DiGraph[str]", places: dict[str, Place], nodes: set[str], room: float) -> dict[str, Place]:
    """Add the other nodes, outwards from those that have a place: each around its first neighbour.

    What has no way to them comes around the middle.
    """
    around: dict[str | None, int] = {}
    waiting = deque(places)

    def put(node: str, beside: str | None, middle: Place) -> None:
        turn = around[beside] = around.get(beside, 0) + 1
        # No two steps have one direction, for steps that can be taken in either order end on one place.
        reach, angle = room * math.sqrt(turn), len(places) * _GOLDEN_ANGLE
        places[node] = middle[0] + reach * math.cos(angle), middle[1] + reach * math.sin(angle)
        waiting.append(node)

    for lost in [None, *sorted(nodes - places.keys())]:
        if lost is not None and lost not in places:
            put(lost, None, (0.0, 0.0))
        while waiting:
            node = waiting.popleft()
            for neighbour in sorted({*graph.successors(node), *graph.predecessors(node)}):
                if neighbour in nodes and neighbour not in places:
                    put(neighbour, node, places[node])
    return places
