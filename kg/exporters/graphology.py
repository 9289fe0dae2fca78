"""Graphology's JSON, as Sigma and Gephi Lite read it: https://graphology.github.io/serialization.html

Label, place, size and colour of a node have the names that Sigma knows; an edge has its role as label, and a weight.
"""

from pathlib import Path

from kg.exporters.json_stream import write_json
from kg.exporters.rows import EdgeRow, edge_rows, node_rows, plain
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "graphology"
FILE = "graph.graphology.json"
DESCRIPTION = "graphology JSON: Sigma and Gephi Lite"


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        document = {
            "options": {"type": "directed", "multi": True, "allowSelfLoops": True},
            "attributes": plain(graph.graph),
            "nodes": ({"key": node.id, "attributes": node.attributes} for node in node_rows(graph)),
            "edges": map(_edge, edge_rows(graph)),
        }
        write_json(document, stream)
        stream.write("\n")


def _edge(edge: EdgeRow) -> dict[str, object]:
    attributes = edge.attributes | {"label": edge.role, "weight": edge.weight}
    return {"key": edge.id, "source": edge.source, "target": edge.target, "attributes": attributes}
