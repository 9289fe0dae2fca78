"""The graph as a pyvis network: how each node is drawn, and with it all that is known about it.

``add_node`` and ``add_edge`` of pyvis look through all that was added before (20,000 edges: 18 s) and
``from_nx`` edits the graph it is given, so the lists are filled here, from pyvis's own ``Node`` and ``Edge``.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any, cast

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.graph.schema import COLORS, DERIVED, EDGE_ATTRIBUTES, NODE_ATTRIBUTES, PAPER, Attribute, Graph

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

#: From so many edges on, a browser cannot draw them at every step of a drag.
MANY_EDGES = 4_000

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_HEX_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def to_network(graph: Graph) -> Network:
    """Build the pyvis network of a graph: papers at the bottom, small entities above large ones."""
    network = Network(directed=True)
    network.nodes = sorted((_node(*item) for item in graph.nodes(data=True)), key=_drawing_order)
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    network.edges = [_edge(number, source, target, data) for number, (source, target, _, data) in enumerate(edges)]
    # The page draws derived relations only while one of their ends is chosen.
    network.set_options(json.dumps(_options(sum(role not in DERIVED for _, _, role, _ in edges))))
    return network


def clean(text: str) -> str:
    """Replace what UTF-8 cannot hold; the text keeps its length, so that offsets into it stay right."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _node(name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    known: dict[str, Any] = {"label": clean(name), "kind": "", "x": 0, "y": 0} | _known(data, NODE_ATTRIBUTES)
    if not _WEB_ADDRESS.match(known.get("url", "")):
        known.pop("url", None)
    known |= _look(known)
    fields: dict[str, Any] = Node(clean(name), **known).options
    return fields


def _look(known: Mapping[str, Any]) -> dict[str, Any]:
    """Shape, radius and colour of a node; vis calls its radius ``size``."""
    shape, weight = SHAPES.get(known["kind"], OTHER_SHAPE)
    color = known.get("color", "")
    if not _HEX_COLOR.fullmatch(color):
        color = COLORS.get(known["kind"], OTHER_COLOR)
    radius = max(known.get("size", DEFAULT_SIZE), 1) / 2 * weight
    return {"shape": shape, "size": round(radius, 2), "color": color}


def _edge(number: int, source: str, target: str, data: Mapping[str, Any]) -> dict[str, Any]:
    # Without arrowheads: most edges run from a paper to an entity, and heads are slow to draw by the thousand.
    fields: dict[str, Any] = Edge(clean(source), clean(target), id=number, **_known(data, EDGE_ATTRIBUTES)).options
    return fields


def _known(data: Mapping[str, Any], schema: tuple[Attribute, ...]) -> dict[str, Any]:
    """The attributes that the schema names, as far as they are there and of their type."""
    values = ((attribute, data.get(attribute.name)) for attribute in schema)
    return {attribute.name: _plain(value) for attribute, value in values if _fits(value, attribute.type)}


def _fits(value: object, expected: type) -> bool:
    if expected is float:
        return type(value) in (int, float) and math.isfinite(cast(float, value))
    return type(value) is expected


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return round(value, 2) if isinstance(value, float) else value


def _drawing_order(node: Mapping[str, Any]) -> tuple[bool, float, str]:
    return node["kind"] != PAPER, -node["size"], node["id"]


def _options(edges: int) -> dict[str, Any]:
    many = edges >= MANY_EDGES
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "dragNodes": False,
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
            "keyboard": {"enabled": True, "bindToWindow": False},
        },
        # The page draws the labels itself, as many as have room; vis would draw all or none.
        "nodes": {"borderWidth": 0, "chosen": False, "font": {"size": 0}},
        "edges": {"smooth": False, "width": 1, "chosen": False, "selectionWidth": 0},
    }
