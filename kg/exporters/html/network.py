"""The graph as a pyvis network: how each node is drawn, and with it all that is known about it.

``add_node`` and ``add_edge`` of pyvis look through all that was added before (20,000 edges: 18 s) and
``from_nx`` edits the graph it is given, so the lists are filled here, from pyvis's own ``Node`` and ``Edge``.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.exporters.rows import EdgeRow, NodeRow, Value, edge_rows, node_rows
from kg.graph.schema import COLORS, PAPER, Graph

#: Shape of each kind, and its radius beside that of a disc that weighs the same to the eye.
SHAPES = {
    PAPER: ("dot", 1.0),
    "METHOD": ("dot", 1.0),
    "BENCHMARK": ("square", 0.89),
    "MODEL": ("diamond", 1.25),
    "METRIC": ("triangle", 1.15),
}
OTHER_SHAPE = ("hexagon", 1.1)
OTHER_COLOR = "#D55E00"

#: Diameter of a node that the graph gives no size.
DEFAULT_SIZE = 12.0

#: How vis draws: nothing moves, lines are straight, and the page writes the labels itself, as many as have room.
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    # The page has its own keys: with those of vis, the map takes the focus from whatever has it under the pointer.
    "interaction": {"dragNodes": False, "keyboard": False},
    "nodes": {"borderWidth": 0, "chosen": False, "font": {"size": 0}},
    "edges": {"smooth": False, "width": 1, "chosen": False, "selectionWidth": 0},
}

_HEX_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def to_network(graph: Graph) -> Network:
    """Build the pyvis network of a graph: papers at the bottom, small entities above large ones.

    The ends of its edges are places in its list of nodes, and the edges stand in the order of these.
    """
    network = Network(directed=True)
    network.nodes = sorted(map(_node, node_rows(graph)), key=_drawing_order)
    place = {node["id"]: number for number, node in enumerate(network.nodes)}
    network.edges = sorted((_edge(row, place) for row in edge_rows(graph)), key=_reading_order)
    network.set_options(json.dumps(OPTIONS))
    return network


def _node(row: NodeRow) -> dict[str, Any]:
    known: dict[str, Any] = {"label": row.id, "kind": "", "x": 0, "y": 0} | _short(row.attributes)
    if not _WEB_ADDRESS.match(known.get("url", "")):
        known.pop("url", None)
    # Nodes lie dozens of units apart.
    known |= {axis: round(known[axis]) for axis in "xy"} | _look(known)
    fields: dict[str, Any] = Node(row.id, **known).options
    return fields


def _edge(row: EdgeRow, place: Mapping[str, int]) -> dict[str, Any]:
    # Without arrowheads: most edges run from a paper to an entity, and heads are slow to draw by the thousand.
    fields: dict[str, Any] = Edge(place[row.source], place[row.target], **_short(row.attributes)).options
    return fields


def _short(attributes: Mapping[str, Value]) -> dict[str, Value]:
    """The attributes with as many digits as can be seen."""
    return {name: float(f"{value:.6g}") if isinstance(value, float) else value for name, value in attributes.items()}


def _look(known: Mapping[str, Any]) -> dict[str, Any]:
    """Shape, radius and colour of a node; vis calls its radius ``size``."""
    shape, weight = SHAPES.get(known["kind"], OTHER_SHAPE)
    color = known.get("color", "")
    if not _HEX_COLOR.fullmatch(color):
        color = COLORS.get(known["kind"], OTHER_COLOR)
    radius = max(known.get("size", DEFAULT_SIZE), 1) / 2 * weight
    return {"shape": shape, "size": round(radius, 2), "color": color}


def _drawing_order(node: Mapping[str, Any]) -> tuple[bool, float, str]:
    return node["kind"] != PAPER, -node["size"], node["id"]


def _reading_order(edge: Mapping[str, Any]) -> tuple[int, int, str]:
    return edge["from"], edge["to"], edge["role"]
