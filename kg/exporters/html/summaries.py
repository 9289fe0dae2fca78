"""What the page tells of the graph beside its nodes and edges: its communities, and the results that papers report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kg.exporters.rows import clean, named_node
from kg.exporters.rows import result_rows as reported_rows
from kg.graph.ids import paper_id
from kg.graph.schema import Graph
from kg.insight.directions import better
from kg.model import RESULT_FIELDS

_BETTER = {"higher": "more", "lower": "less"}


def communities(nodes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Number, name and number of nodes of each community, by number."""
    counts: Counter[int] = Counter()
    names: dict[int, str] = {}
    for node in nodes:
        if (number := node.get("community")) is not None:
            counts[number] += 1
            names.setdefault(number, node.get("community_name", ""))
    return [{"number": number, "name": names[number], "count": counts[number]} for number in sorted(counts)]


def result_rows(graph: Graph) -> list[dict[str, Any]]:
    """The results that papers report, each with the ids of its nodes, and whether more or less is better."""
    return [_row(graph, row) for row in reported_rows(graph)]


def _row(graph: Graph, row: dict[str, Any]) -> dict[str, Any]:
    ids = {"paper": paper_id(str(row.get("paper")))}
    ids |= {field: found for field in RESULT_FIELDS if (found := named_node(graph, row, field))}
    known = {f"{field}_id": clean(name) for field, name in ids.items() if name in graph}
    direction = _BETTER.get(better(row.get("metric")) or "")
    return row | known | ({"better": direction} if direction else {})
