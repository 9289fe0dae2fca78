"""Tables of nodes and relationships as CSV, with the headers of Neo4j's bulk import.

``neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv --multiline-fields=true neo4j``
makes a new database of them; the last option is needed because abstracts have line breaks.
"""

from pathlib import Path

from kg.exporters.csv_table import write_table
from kg.exporters.rows import edge_rows, node_rows
from kg.files import whole_folder
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Graph

NAME = "neo4j"
FILE = "neo4j"
DESCRIPTION = "CSV tables with the headers of Neo4j's bulk import"

#: A label that all nodes have, besides their kind.
COMMON_LABEL = "Thing"

_TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}


def _typed(schema: tuple[Attribute, ...]) -> dict[str, str]:
    return {each.name: f"{each.name}:{_TYPES[each.type]}" for each in schema}


_NODES = {"id": "id:ID"} | _typed(NODE_ATTRIBUTES) | {":LABEL": ":LABEL"}
_EDGES = {"source": ":START_ID", "target": ":END_ID"} | _typed(EDGE_ATTRIBUTES) | {":TYPE": ":TYPE"}


def write(graph: Graph, path: Path) -> None:
    """Write the tables into the folder ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_folder(path) as folder:
        nodes = (
            {"id": node.id, **node.attributes, ":LABEL": _labels(str(node.attributes.get("kind", "")))}
            for node in node_rows(graph)
        )
        write_table(folder / "nodes.csv", _NODES, nodes)
        edges = (
            {"source": edge.source, "target": edge.target, **edge.attributes, ":TYPE": edge.role}
            for edge in edge_rows(graph)
        )
        write_table(folder / "relationships.csv", _EDGES, edges)


def _labels(kind: str) -> str:
    # A semicolon parts labels, and nothing escapes it.
    return ";".join(filter(None, (COMMON_LABEL, kind.replace(";", ","))))
