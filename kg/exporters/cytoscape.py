"""Cytoscape's JSON (.cyjs), as Cytoscape, Cytoscape.js and networkx' ``cytoscape_graph`` read it.

Nodes have their places; the role is the ``interaction`` of an edge, and its ``key`` for networkx. Styles are left to
Cytoscape: map ``color`` and ``size`` to what they say.
"""

from pathlib import Path
from typing import Any

from kg.exporters.json_stream import write_json
from kg.exporters.rows import EdgeRow, NodeRow, edge_rows, node_rows, plain
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "cytoscape"
FILE = "graph.cyjs"
DESCRIPTION = "Cytoscape JSON: Cytoscape and Cytoscape.js"

NAME_OF_NETWORK = "Knowledge graph"


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        document = {
            "format_version": "1.0",
            "generated_by": "kg",
            "target_cytoscapejs_version": "~2.1",
            "directed": True,
            "multigraph": True,
            "data": {"name": NAME_OF_NETWORK, **plain(graph.graph)},
            "elements": {"nodes": map(_node, node_rows(graph)), "edges": map(_edge, edge_rows(graph))},
        }
        write_json(document, stream)
        stream.write("\n")


def _node(node: NodeRow) -> dict[str, Any]:
    names = {"id": node.id, "value": node.id, "name": node.attributes.get("label", node.id)}
    element: dict[str, Any] = {"data": names | node.attributes}
    if "x" in node.attributes and "y" in node.attributes:
        element["position"] = {"x": node.attributes["x"], "y": node.attributes["y"]}
    return element


def _edge(edge: EdgeRow) -> dict[str, Any]:
    ends = {"id": edge.id, "source": edge.source, "target": edge.target}
    return {"data": {**ends, "key": edge.role, "interaction": edge.role, **edge.attributes}}
