"""What the report says: counts, names and links as plain values by the names that its template uses."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

import networkx as nx

from kg.exporters.report.addresses import address
from kg.exporters.report.reported import COLUMNS, reported_benchmarks
from kg.exporters.rows import clean, node_rows, plain, result_rows
from kg.graph.dates import published
from kg.graph.schema import COLORS, PAPER, Graph
from kg.insight.communities import Community, communities
from kg.insight.trends import LEAST_HALF, LEAST_PAPERS, Trend, course, halves, papers_by_date, trends
from kg.insight.usage import Usage, most_used, newest, usages

#: Rows of a table.
ROWS = 10
#: Communities that are told one by one, and what is told of each.
COMMUNITIES, NAMED_THINGS, NAMED_PAPERS = 12, 8, 3
#: Spans of time in which the course of a trend is shown, and its bars.
SPANS = 10
_BARS = "▁▂▃▄▅▆▇█"
#: Names in the first paragraph, for each kind.
FOREMOST = 3

Contents = dict[str, Any]

#: What a graph may say of how it was made; what it does not say is None.
_MADE = (
    "kg",
    "records",
    "papers",
    "without_abstract",
    "unread_inputs",
    "skipped",
    "min_confidence",
    "all_languages",
    "curation",
    "terms",
    "selection",
)


def contents(graph: Graph) -> Contents:
    """All that the template needs."""
    graph = _cleaned(graph)
    found = usages(graph)
    papers = {node: data for node, data in graph.nodes.items() if data.get("kind") == PAPER}
    dates = sorted(filter(None, map(published, papers.values())))
    return {
        "papers": len(papers),
        "dated": len(dates),
        "dates": dates,
        "kinds": [_kind(graph, found, kind) for kind in _kinds(graph)],
        "edges": graph.number_of_edges(),
        "communities": _communities(graph, found),
        "trends": _trends(graph, found),
        "results": len(graph.graph["results"]),
        "benchmarks": reported_benchmarks(graph),
        "alignment": COLUMNS,
        "doubts": graph.graph["doubts"],
        "made": dict.fromkeys(_MADE) | graph.graph["made"],
        "measured": _measured(),
        "rows": ROWS,
    }


def _cleaned(graph: Graph) -> Graph:
    """The graph with plain values of the schema's types, as all formats take it, and edges that only have a role."""
    beside = {name: plain(graph.graph.get(name, default)) for name, default in (("doubts", []), ("made", {}))}
    cleaned: Graph = nx.MultiDiGraph(results=result_rows(graph), **beside)
    cleaned.add_nodes_from((row.id, row.attributes) for row in node_rows(graph))
    for source, target, role in graph.edges(keys=True):
        cleaned.add_edge(clean(source), clean(target), key=clean(role))
    return cleaned


def _kinds(graph: Graph) -> list[str]:
    """The kinds of entities: kg's own, then the user's."""
    there = {str(data.get("kind", "")) for data in graph.nodes.values()} - {PAPER, ""}
    return [kind for kind in COLORS if kind in there] + sorted(there - COLORS.keys())


def _kind(graph: Graph, found: list[Usage], kind: str) -> Contents:
    named = most_used(found, kind)
    repeated = [usage for usage in named if usage.papers > 1]
    return {
        "one": kind.lower(),
        "name": f"{kind.lower()}s",
        "number": sum(data.get("kind") == kind for data in graph.nodes.values()),
        "foremost": _foremost(graph, kind, repeated),
        "repeated": len(repeated),
        "once": len(named) - len(repeated),
        "most_used": [_row(graph, usage) for usage in (repeated or named)[:ROWS]],
        "newest": [_row(graph, usage) for usage in newest(found, kind, ROWS)],
    }


def _foremost(graph: Graph, kind: str, repeated: Iterable[Usage]) -> list[tuple[str, int]]:
    """Names and numbers of papers of those that most papers name."""
    counted = [(usage.label, usage.papers) for usage in repeated]
    if not any(data.get("kind") == PAPER for data in graph.nodes.values()):
        # A projection has no papers any more, but says how many there were.
        things = ((node, data) for node, data in graph.nodes.items() if data.get("kind") == kind)
        counted = [(str(data.get("label", node)), data.get("papers", 0)) for node, data in things]
        counted = sorted((each for each in counted if each[1] > 1), key=lambda each: (-each[1], each[0]))
    return counted[:FOREMOST]


def _row(graph: Graph, usage: Usage) -> Contents:
    """One entity with the oldest paper that names it."""
    paper = graph.nodes[usage.first.paper]
    return {
        "label": usage.label,
        "papers": usage.papers,
        "first": usage.first.published,
        "title": str(paper.get("label", usage.first.paper)),
        "address": address(paper),
    }


def _communities(graph: Graph, found: Iterable[Usage]) -> Contents:
    """Those of two papers or more; where there are no papers, of two things or more."""
    every = communities(graph)
    several = [one for one in every if len(one.papers) > 1] or [one for one in every if one.size > 1]
    of_node = {node: one.number for one in every for node in one.papers}
    inside = Counter((usage.node, of_node.get(use.paper)) for usage in found for use in usage.uses)
    return {
        "number": len(several),
        "single": len(every) - len(several),
        "shown": [_community(graph, one, inside) for one in several[:COMMUNITIES]],
        "names": [one.name for one in several[:FOREMOST]],
    }


def _community(graph: Graph, one: Community, inside: Counter[tuple[str, int | None]]) -> Contents:
    papers = {node: inside[node, one.number] for node in one.entities}
    if not one.papers:
        papers = {node: graph.nodes[node].get("papers", 0) for node in one.entities}
    # Of those that as many papers name, the more central come first.
    most = sorted(filter(papers.get, papers), key=lambda node: -papers[node])[:NAMED_THINGS]
    return {
        "number": one.number,
        "name": one.name,
        "papers": len(one.papers),
        "entities": len(one.entities),
        "things": [(str(graph.nodes[node].get("label", node)), papers[node]) for node in most],
        "central": [
            (str(graph.nodes[node].get("label", node)), address(graph.nodes[node]))
            for node in one.papers[:NAMED_PAPERS]
        ],
    }


def _trends(graph: Graph, found: list[Usage]) -> Contents:
    papers = papers_by_date(graph)
    parted = halves(papers)
    rule = {"known": papers.total(), "least_half": LEAST_HALF, "least_papers": LEAST_PAPERS, "spans": SPANS}
    if not parted:
        return {**rule, "since": None}
    changed = trends(found, papers, parted)
    return {
        **rule,
        "since": parted.since,
        "older": parted.older,
        "newer": parted.newer,
        "rising": [_trend(one, papers) for one in changed if one.z > 0][:ROWS],
        "falling": [_trend(one, papers) for one in reversed(changed) if one.z < 0][:ROWS],
    }


def _trend(one: Trend, papers: Counter[str]) -> Contents:
    return {
        "label": one.usage.label,
        "kind": one.usage.kind.lower(),
        "older": one.older,
        "newer": one.newer,
        "course": bars(course(one.usage, papers, SPANS)),
    }


def bars(shares: list[float]) -> str:
    """A bar for each share, the greatest as high as a line."""
    most = max(shares, default=0) or 1
    return "".join(_BARS[round(share / most * (len(_BARS) - 1))] for share in shares)


def _measured() -> Mapping[str, Mapping[str, float]]:
    """What ``kg eval --json`` said of this version on marked papers that it was not made from."""
    measured: dict[str, dict[str, float]] = json.loads((files(__package__) / "measured.json").read_text("utf-8"))
    return measured
