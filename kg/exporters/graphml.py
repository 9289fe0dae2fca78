"""GraphML as Gephi wants it: http://graphml.graphdrawing.org

Keys are named and typed by `kg.graph.schema`; each edge has a readable id of its own, a weight above 0 (at 0 Gephi
drops it), and, on its element, the role as ``label``, which Gephi takes for the edge's type, so that parallel edges
stay apart. Colours are written as ``r``, ``g``, ``b`` and as ``color``. There are no keys for the graph and no lists.
Gephi reads INF in any text but labels as *Infinity*: a word joiner (U+2060) in it prevents that.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from kg.exporters.rows import Value, edge_rows, node_rows, written
from kg.exporters.xml_text import channels, escaped, quoted
from kg.files import whole_file
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Graph

NAME = "graphml"
FILE = "graph.graphml"
DESCRIPTION = "GraphML: coloured, sized and laid out in Gephi; networkx and igraph read it, too"

#: Stands for INF, and looks like it.
SAFE_INF = "I\u2060NF"

_TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
_CHANNELS = tuple(Attribute(name, int, "a channel of the node's colour, 0 to 255") for name in "rgb")
_WEIGHT = Attribute("weight", float, "mentions, papers or shared, whichever it has, and at least 1")
#: Attribute → key. Gephi takes one that nodes and edges share for one column, and knows looks by their bare names.
_OF_NODES = {each.name: each.name for each in (*NODE_ATTRIBUTES, *_CHANNELS)}
_OF_EDGES = {each.name: f"edge_{each.name}" for each in EDGE_ATTRIBUTES} | {"weight": "weight"}


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        stream.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        _write_keys(stream, "node", (*NODE_ATTRIBUTES, *_CHANNELS), _OF_NODES)
        _write_keys(stream, "edge", (*EDGE_ATTRIBUTES, _WEIGHT), _OF_EDGES)
        stream.write('<graph edgedefault="directed">\n')
        for node in node_rows(graph):
            looks = channels(node.attributes.get("color"))
            data = _data(node.attributes | looks, _OF_NODES)
            stream.write(f"<node id={quoted(node.id)}>\n{data}</node>\n")
        for edge in edge_rows(graph):
            ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
            data = _data(edge.attributes | {"weight": edge.weight}, _OF_EDGES)
            stream.write(f"<edge id={quoted(edge.id)} {ends} label={quoted(edge.role)}>\n{data}</edge>\n")
        stream.write("</graph>\n</graphml>\n")


def _write_keys(stream: TextIO, domain: str, attributes: Iterable[Attribute], keys: Mapping[str, str]) -> None:
    for each in attributes:
        stream.write(
            f'<key id="{keys[each.name]}" for="{domain}" attr.name="{each.name}" attr.type="{_TYPES[each.type]}">'
            f"<desc>{escaped(each.description)}</desc></key>\n"
        )


def _data(attributes: Mapping[str, Value], keys: Mapping[str, str]) -> str:
    return "".join(
        f'  <data key="{keys[name]}">{escaped(_text(name, value))}</data>\n' for name, value in attributes.items()
    )


def _text(name: str, value: Value) -> str:
    text = written(value)
    return text if name == "label" else text.replace("INF", SAFE_INF)
