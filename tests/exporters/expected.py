"""What any file must hold of a graph, told without the exporters' own code."""

import math
from typing import NamedTuple

from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES


class Held(NamedTuple):
    """Node id → attributes, and (source, target, role) → attributes."""

    nodes: dict
    edges: dict


def clean(text):
    """The text with U+FFFD for what XML 1.0 cannot hold."""
    return "".join(c if _is_char(ord(c)) else "\ufffd" for c in str(text))


def held(graph, without=()):
    """The graph's nodes and edges with the schema's attributes, clean; those named by ``without`` are left out."""
    nodes = {clean(node): _known(NODE_ATTRIBUTES, known, without) for node, known in graph.nodes(data=True)}
    edges = {
        (clean(source), clean(target), clean(role)): _known(EDGE_ATTRIBUTES, known, without)
        for source, target, role, known in graph.edges(keys=True, data=True)
    }
    return Held(nodes, edges)


def _is_char(code):
    """The production Char of XML 1.0."""
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def _known(schema, attributes, without):
    values = {each.name: _value(attributes.get(each.name), each.type) for each in schema if each.name not in without}
    return {name: value for name, value in values.items() if value is not None}


def _value(value, type_):
    if value is None or str(value) == "":
        return None
    if type_ is str:
        return clean(value)
    if type_ is float:
        return float(value) if abs(value) < 1e308 * 10 and math.isfinite(value) else None
    return type_(value) if value == value and abs(int(value)) < 2**63 else None
