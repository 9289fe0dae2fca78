"""Tables of nodes, edges and results as CSV: with the columns that Gephi's spreadsheet import knows, and for pandas.

Import ``nodes.csv`` first, then ``edges.csv`` into the same workspace. The role is Kind (parallel edges of different
kinds stay apart) and Label of an edge. ``results.csv`` is there if the papers report any.
"""

from pathlib import Path

from kg.exporters.csv_table import columns, write_table
from kg.exporters.rows import edge_rows, node_rows, result_rows
from kg.files import whole_folder
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Graph

NAME = "csv"
FILE = "csv"
DESCRIPTION = "CSV tables of nodes, edges and results: Gephi's spreadsheet import, pandas"

_NODES = {"id": "Id", "label": "Label"} | {each.name: each.name for each in NODE_ATTRIBUTES if each.name != "label"}
_EDGES = {name.lower(): name for name in ("Source", "Target", "Type", "Id", "Label", "Kind", "Weight")}
_EDGES |= {each.name: each.name for each in EDGE_ATTRIBUTES}


def write(graph: Graph, path: Path) -> None:
    """Write the tables into the folder ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    results = result_rows(graph)
    with whole_folder(path) as folder:
        write_table(folder / "nodes.csv", _NODES, ({"id": node.id, **node.attributes} for node in node_rows(graph)))
        edges = (
            {
                "source": edge.source,
                "target": edge.target,
                "type": "Directed",
                "id": edge.id,
                "label": edge.role,
                "kind": edge.role,
                "weight": edge.weight,
                **edge.attributes,
            }
            for edge in edge_rows(graph)
        )
        write_table(folder / "edges.csv", _EDGES, edges)
        if results:
            write_table(folder / "results.csv", columns(results), results)
