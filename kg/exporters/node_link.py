"""Node-link JSON, as networkx and D3 read it.

networkx: ``node_link_graph(json.load(file), edges="links")`` gives the graph back. D3's force layout finds nodes by
their ``id``: ``forceLink(links).id(node => node.id)``.
"""

from pathlib import Path

from kg.exporters.json_stream import write_json
from kg.exporters.rows import edge_rows, node_rows, plain
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "json"
FILE = "graph.json"
DESCRIPTION = "node-link JSON: networkx and D3"


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        document = {
            "directed": True,
            "multigraph": True,
            "graph": plain(graph.graph),
            "nodes": ({"id": node.id, **node.attributes} for node in node_rows(graph)),
            "links": (
                {"source": edge.source, "target": edge.target, "key": edge.role, **edge.attributes}
                for edge in edge_rows(graph)
            ),
        }
        write_json(document, stream)
        stream.write("\n")
