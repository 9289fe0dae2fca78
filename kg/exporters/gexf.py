"""GEXF 1.3 with time, for Gephi's timeline: https://gexf.net

A paper and its edges begin on its date; a thing begins on the date of its first edge. Of a paper whose month or year
alone is known that is the first day. Nothing ends, and what has no date is there always. Looks and place stand in
``viz`` elements; the role is the ``kind`` of an edge, so that parallel edges stay apart, and its label.
"""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from kg.exporters.rows import EdgeRow, NodeRow, Value, clean, edge_rows, node_rows, written
from kg.exporters.xml_text import channels, quoted
from kg.files import whole_file
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Graph

NAME = "gexf"
FILE = "graph.gexf"
DESCRIPTION = "GEXF 1.3: the same looks, and dates for Gephi's timeline"

_TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
#: What the format has words of its own for.
_LOOKS = {"label", "x", "y", "size", "color"}
_OF_NODES = tuple(each for each in NODE_ATTRIBUTES if each.name not in _LOOKS)


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    begins = _begins(graph)
    with whole_file(path) as stream:
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        stream.write('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n')
        stream.write('<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n')
        _write_attributes(stream, "node", _OF_NODES)
        _write_attributes(stream, "edge", EDGE_ATTRIBUTES)
        stream.write("<nodes>\n")
        stream.writelines(_node(node, begins.get(node.id)) for node in node_rows(graph))
        stream.write("</nodes>\n<edges>\n")
        stream.writelines(map(_edge, edge_rows(graph)))
        stream.write("</edges>\n</graph>\n</gexf>\n")


def _begins(graph: Graph) -> dict[str, str]:
    """The day on which each node begins, as YYYY-MM-DD: its own or, before that, the first of its edges."""
    days = ((clean(node), _day(attributes)) for node, attributes in graph.nodes(data=True))
    first = {node: day for node, day in days if day}
    for *ends, attributes in graph.edges(data=True):
        if day := _day(attributes):
            first.update((node, min(day, first.get(node, day))) for node in map(clean, ends))
    return first


def _day(attributes: Mapping[str, object]) -> str | None:
    """The date, else the first day of the month or the year."""
    date, year = str(attributes.get("date")), f"{attributes.get('year')!s:0>4}"
    for text in (date, f"{date}-01", f"{year}-01-01"):
        try:
            return datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            continue
    return None


def _write_attributes(stream: TextIO, domain: str, attributes: Iterable[Attribute]) -> None:
    stream.write(f'<attributes class="{domain}" mode="static">\n')
    for each in attributes:
        stream.write(f'  <attribute id="{each.name}" title="{each.name}" type="{_TYPES[each.type]}"/>\n')
    stream.write("</attributes>\n")


def _node(node: NodeRow, begin: str | None) -> str:
    label = written(node.attributes.get("label", node.id))
    values = {name: value for name, value in node.attributes.items() if name not in _LOOKS}
    return (
        f"<node id={quoted(node.id)} label={quoted(label)}{_start(begin)}>\n"
        f"{_values(values)}{_looks(node.attributes)}</node>\n"
    )


def _edge(edge: EdgeRow) -> str:
    role = quoted(edge.role)
    return (
        f"<edge id={quoted(edge.id)} source={quoted(edge.source)} target={quoted(edge.target)} kind={role} "
        f'label={role} weight="{written(edge.weight)}"{_start(_day(edge.attributes))}>\n'
        f"{_values(edge.attributes)}</edge>\n"
    )


def _start(day: str | None) -> str:
    return f' start="{day}"' if day else ""


def _values(attributes: Mapping[str, Value]) -> str:
    if not attributes:
        return ""
    values = (f'    <attvalue for="{name}" value={quoted(written(value))}/>\n' for name, value in attributes.items())
    return f"  <attvalues>\n{''.join(values)}  </attvalues>\n"


def _looks(attributes: Mapping[str, Value]) -> str:
    looks = []
    if color := channels(attributes.get("color")):
        looks.append('  <viz:color r="{r}" g="{g}" b="{b}"/>\n'.format(**color))
    if "x" in attributes and "y" in attributes:
        x, y = (written(attributes[axis]) for axis in "xy")
        looks.append(f'  <viz:position x="{x}" y="{y}" z="0.0"/>\n')
    if "size" in attributes:
        looks.append(f'  <viz:size value="{written(attributes["size"])}"/>\n')
    return "".join(looks)
