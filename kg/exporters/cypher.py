"""A Cypher script that puts the graph into Neo4j (4.4 or newer) or another database that speaks Cypher.

``cypher-shell -f graph.cypher`` runs it. Nodes have the label Thing and their kind, relationships their role; each is
merged by its id, so that running the script again adds what is new and doubles nothing. A statement is one line.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.exporters.rows import EdgeRow, NodeRow, Value, edge_rows, node_rows, written
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "cypher"
FILE = "graph.cypher"
DESCRIPTION = "a Cypher script: Neo4j and other databases that speak Cypher"

#: So many nodes or edges make a statement.
BATCH = 500

_CONSTRAINT = "CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;\n"
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        stream.write(_CONSTRAINT)
        nodes = ((str(node.attributes.get("kind", "")), _node(node)) for node in node_rows(graph))
        for kind, rows in _batches(nodes):
            label = f" SET n:{_name(kind)}" if kind else ""
            stream.write(f"UNWIND [{rows}] AS row MERGE (n:Thing {{id: row.id}}) SET n += row.known{label};\n")
        for role, rows in _batches((edge.role, _edge(edge)) for edge in edge_rows(graph)):
            ends = "MATCH (a:Thing {id: row.source}) MATCH (b:Thing {id: row.target})"
            merge = f"MERGE (a)-[r:{_name(role)}]->(b) SET r += row.known"
            stream.write(f"UNWIND [{rows}] AS row {ends} {merge};\n")


def _batches(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Rows of one kind joined, up to BATCH in one."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for kind, row in rows:
        waiting[kind].append(row)
        if len(waiting[kind]) == BATCH:
            yield kind, ", ".join(waiting.pop(kind))
    yield from ((kind, ", ".join(left)) for kind, left in waiting.items())


def _node(node: NodeRow) -> str:
    return f"{{id: {_literal(node.id)}, known: {_map(node.attributes)}}}"


def _edge(edge: EdgeRow) -> str:
    ends = f"source: {_literal(edge.source)}, target: {_literal(edge.target)}"
    return f"{{{ends}, known: {_map(edge.attributes)}}}"


def _map(attributes: dict[str, Value]) -> str:
    return "{" + ", ".join(f"{name}: {_literal(value)}" for name, value in attributes.items()) + "}"


def _literal(value: Value) -> str:
    return f"'{value.translate(_ESCAPES)}'" if isinstance(value, str) else written(value)


def _name(text: str) -> str:
    """A label or type; in backticks where it is no plain word."""
    if re.fullmatch("[A-Za-z][A-Za-z0-9_]*", text):
        return text
    # Cypher reads \u0060 as a backtick even here, so that no backslash may stand in a name.
    name = " ".join(text.replace("\\", "\N{FULLWIDTH REVERSE SOLIDUS}").split())
    return "`" + name.replace("`", "``") + "`"
