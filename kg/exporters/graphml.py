"""GraphML as Gephi wants it: http://graphml.graphdrawing.org

Keys are named and typed by `kg.graph.schema`; each edge has a readable id of its own and, on its element,
the role as ``label``, which Gephi takes for the edge's type. Colours are written as ``r``, ``g``, ``b`` and as
``color``. Values that are missing, empty, nan or infinite are left out; characters that XML 1.0 forbids become
U+FFFD. Read back by networkx and igraph with every node, edge and attribute.
"""

import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

from kg.files import whole_file
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Graph

_TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
_CHANNELS = tuple(Attribute(name, int, "a channel of the node's colour, 0 to 255") for name in "rgb")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Attribute values keep their line breaks only if they are written as references.
_BREAKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
#: XML turns a carriage return in text into a line feed unless it is written as a reference.
_RETURN = {"\r": "&#13;"}
_LONGEST = 2**63


def write_graphml(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        _write(graph, stream)


def _write(graph: Graph, stream: TextIO) -> None:
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    _write_keys(stream, "node", (*NODE_ATTRIBUTES, *_CHANNELS))
    _write_keys(stream, "edge", EDGE_ATTRIBUTES)
    stream.write('<graph edgedefault="directed">\n')
    for node, attributes in graph.nodes(data=True):
        stream.write(f"<node id={_quoted(node)}>\n")
        _write_data(stream, "node", (*NODE_ATTRIBUTES, *_CHANNELS), {**attributes, **_channels(attributes)})
        stream.write("</node>\n")
    for source, target, role, attributes in graph.edges(keys=True, data=True):
        ends = f"source={_quoted(source)} target={_quoted(target)}"
        stream.write(f"<edge id={_quoted(f'{source} {role} {target}')} {ends} label={_quoted(role)}>\n")
        _write_data(stream, "edge", EDGE_ATTRIBUTES, attributes)
        stream.write("</edge>\n")
    stream.write("</graph>\n</graphml>\n")


def _write_keys(stream: TextIO, domain: str, attributes: Iterable[Attribute]) -> None:
    for attribute in attributes:
        key, type = _key(domain, attribute), _TYPES[attribute.type]
        stream.write(
            f'<key id="{key}" for="{domain}" attr.name="{attribute.name}" attr.type="{type}">'
            f"<desc>{escape(attribute.description)}</desc></key>\n"
        )


def _write_data(stream: TextIO, domain: str, schema: Iterable[Attribute], attributes: Mapping[str, Any]) -> None:
    for attribute in schema:
        text = _value(attributes.get(attribute.name), attribute)
        if text:
            stream.write(f'  <data key="{_key(domain, attribute)}">{escape(text, _RETURN)}</data>\n')


def _key(domain: str, attribute: Attribute) -> str:
    # Gephi takes a key that nodes and edges share for one column, and knows label, x, r, … by their bare names.
    return attribute.name if domain == "node" else f"edge_{attribute.name}"


def _value(value: Any, attribute: Attribute) -> str:
    """The value as the schema's type; empty where it is missing or no such value can be written."""
    if value is None or value == "":
        return ""
    if attribute.type is str:
        return _FORBIDDEN.sub("\ufffd", str(value))
    if attribute.type is bool:
        return str(bool(value)).lower()
    if attribute.type is int:
        return str(int(value)) if -_LONGEST <= value < _LONGEST else ""
    return repr(float(value)) if math.isfinite(value) else ""


def _channels(attributes: Mapping[str, Any]) -> dict[str, int]:
    match = re.fullmatch(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})", str(attributes.get("color", "")))
    return {name: int(part, 16) for name, part in zip("rgb", match.groups(), strict=True)} if match else {}


def _quoted(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text), _BREAKS)
