"""What the page tells of the graph beside its nodes and edges: its communities, and the results that papers report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kg.exporters.rows import clean
from kg.exporters.rows import result_rows as reported_rows
from kg.graph.ids import entity_id
from kg.graph.schema import PAPER, Graph
from kg.insight.directions import better

#: The kinds that can stand in a field of a result, the likelier first.
_KINDS = {"benchmark": ("BENCHMARK",), "metric": ("METRIC",), "subject": ("METHOD", "MODEL")}
_KINDS["baseline"] = _KINDS["subject"]
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
    ids = {"paper": f"{PAPER.lower()}:{row.get('paper')}"}
    ids |= {field: found for field in _KINDS if (found := _node(graph, field, row.get(field)))}
    known = {f"{field}_id": clean(name) for field, name in ids.items() if name in graph}
    direction = _BETTER.get(better(row.get("metric")) or "")
    return row | known | ({"better": direction} if direction else {})


def _node(graph: Graph, field: str, name: str | None) -> str | None:
    """The id of the entity that stands in a field, if the graph has it."""
    ids = (entity_id(kind, name) for kind in _KINDS[field]) if name else ()
    return next((id for id in ids if id in graph), None)
