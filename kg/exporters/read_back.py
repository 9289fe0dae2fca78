"""A GraphML file of an earlier build → the graph that it was written from, with every attribute of the schema."""

import re
from collections.abc import Iterable, Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import rustworkx as rx

from kg.errors import InputError
from kg.exporters.graphml import SAFE_INF
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Graph

if TYPE_CHECKING:
    Attributes = dict[str, Any]

_EDGE = re.compile(rb"<edge\s")
_END = re.compile(rb"</graphml>\s*\Z")
#: The file's last characters, in which its end stands.
_TAIL = 100


def read_graph(path: Path) -> Graph:
    """The graph that kg wrote to ``path``: nodes and edges in their order, edges keyed by role.

    Text is as it was but for characters that XML cannot hold, for which U+FFFD stands. Raises InputError for a file
    that cannot be read, is cut off, or is of another program.
    """
    number = _count_edges(path)
    parsed = _parse(path)
    graph: Graph = nx.MultiDiGraph()
    ids = [record.get("id") or "" for record in parsed.nodes()]
    graph.add_nodes_from(zip(ids, _read(path, "node", parsed.nodes(), NODE_ATTRIBUTES, "kind"), strict=True))
    ends = parsed.edge_list()
    edges = _read(path, "edge", parsed.edges(), EDGE_ATTRIBUTES, "role")
    for (source, target), attributes in zip(ends, edges, strict=True):
        graph.add_edge(ids[source], ids[target], key=attributes["role"], **attributes)
    if (len(graph), graph.number_of_edges()) != (len(ids), number):
        raise _not_ours(path, "a node or an edge stands in it more than once, or an edge goes to no node")
    return graph


def _parse(path: Path) -> "rx.PyDiGraph[Attributes, Attributes]":
    try:
        found = rx.read_graphml(str(path))
    except Exception as exc:
        raise _not_ours(path, str(exc)) from exc
    if len(found) != 1 or not isinstance(found[0], rx.PyDiGraph):
        raise _not_ours(path, "it does not hold one directed graph")
    return found[0]


def _count_edges(path: Path) -> int:
    """How many edges a whole file has; rustworkx takes what stands before a cut for the whole graph."""
    try:
        with path.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as content:
            whole = _END.search(content, max(0, len(content) - _TAIL))
            edges = sum(1 for _ in _EDGE.finditer(content))
    except OSError as exc:
        raise InputError(f"{path}: cannot be read: {exc.strerror or exc}. kg build writes it") from exc
    except ValueError as exc:  # mmap's for an empty file
        raise _not_ours(path, "it is empty") from exc
    if not whole:
        raise _not_ours(path, "it does not end as GraphML does")
    return edges


def _read(
    path: Path, what: str, records: Iterable["Attributes"], schema: Iterable[Attribute], needed: str
) -> Iterator["Attributes"]:
    """What the schema names of each record."""
    types = {attribute.name: attribute.type for attribute in schema}
    for record in records:
        known = {name: _restored(name, value) for name in types if (value := record.get(name)) is not None}
        wrong = next((name for name, value in known.items() if type(value) is not types[name]), None)
        if wrong or needed not in known:
            lacks = f"{wrong!r} is no {types[wrong].__name__}" if wrong else f"it has no {needed!r}"
            raise _not_ours(path, f"{what} {record.get('id', '')!r}: {lacks}")
        yield known


def _restored(name: str, value: Any) -> Any:
    return value.replace(SAFE_INF, "INF") if isinstance(value, str) and name != "label" else value


def _not_ours(path: Path, why: str) -> InputError:
    return InputError(f"{path}: is not as kg build writes it: {why}. Build it anew with kg build")
