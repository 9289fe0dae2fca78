"""A part of a graph: by kind, role, year, community, around a node, and the entities that most papers name.

Nodes and edges keep their attributes, so that counts and places are those of the whole graph.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.errors import InputError
from kg.graph.conditions import FIELDS, Conditions, Span, in_spans, read_conditions
from kg.graph.dates import published
from kg.graph.ids import entity_id, paper_id
from kg.graph.schema import PAPER, VARIANT_OF, Graph

Edge = tuple[str, str, str]

_HINT = "Conditions hold together; values of one that are parted by commas are alternatives"


@dataclass(frozen=True, slots=True)
class Selection:
    """What part of a graph is wanted; without anything said, all of it."""

    #: Conditions, all of which hold; see `kg.graph.conditions`.
    where: tuple[str, ...] = ()
    #: How many edges away from an ego its network reaches.
    radius: int = 1
    #: So many entities, those that most papers name.
    top: int | None = None
    #: Entities that at least so many papers name.
    min_papers: int = 0

    def told(self) -> list[str]:
        """What was said, a text each."""
        told = list(self.where)
        if self.radius != 1:
            told.append(f"radius {self.radius}")
        if self.min_papers:
            told.append(f"at least {self.min_papers:,} papers")
        if self.top is not None:
            told.append(f"top {self.top:,}")
        return told


@dataclass(slots=True)
class _Part:
    """What is left of a graph, and how many nodes each condition left."""

    graph: Graph
    nodes: set[str]
    edges: list[Edge]
    told: list[str]

    def keep(self, nodes: Iterable[str], why: str) -> None:
        self.nodes.intersection_update(nodes)
        self.edges = [edge for edge in self.edges if edge[0] in self.nodes and edge[1] in self.nodes]
        self.told.append(f"{why} {len(self.nodes):,}")


def select(graph: Graph, selection: Selection) -> Graph:
    """The selected part as a graph of its own, nodes and edges in their order.

    Years and roles choose edges and what these join; along them runs the network of an ego; then come kinds,
    communities and numbers of papers. Raises InputError for a condition that cannot be read, for a radius without an
    ego, and if nothing is left.
    """
    conditions = read_conditions(selection.where, graph)
    if selection.radius != 1 and not conditions.egos:
        raise InputError(f"--radius {selection.radius}: there is no ego to count from; add --where {FIELDS['ego']}")
    part = _Part(graph, set(graph), list(graph.edges(keys=True)), [])
    for spans in conditions.years:
        _keep_years(part, spans)
    for roles in conditions.roles:
        part.edges = [edge for edge in part.edges if edge[2] in roles]
        part.keep({end for source, target, _ in part.edges for end in (source, target)}, "role")
    papers = Counter(target for source, target, _ in part.edges if _is_paper(graph, source))
    _keep_nodes(part, conditions, selection.radius)
    _keep_entities(part, selection, papers)
    if not part.nodes and len(graph):
        raise InputError(f"nothing is left of the graph's {len(graph):,} nodes: {', then '.join(part.told)}. {_HINT}")
    return _copy(part)


def _keep_years(part: _Part, spans: tuple[Span, ...]) -> None:
    """Papers of these years, what they name, and the families of that; relations that were there by then."""
    graph, until = part.graph, max(last for _, last in spans)
    years = {node: year for node in part.nodes if _is_paper(graph, node) and (year := _year(graph, node)) is not None}
    papers = {node for node, year in years.items() if in_spans(year, spans)}
    if not papers:
        known = f"they are of {min(years.values())} to {max(years.values())}" if years else "no year is known"
        raise InputError(f"no paper is of the years that --where asks for; {known}")
    named = {target for source, target, _ in part.edges if source in papers}
    part.edges = [edge for edge in part.edges if edge[0] in papers or graph.edges[edge].get("year", until) <= until]
    part.keep(papers | named | _families(part, named), "year")


def _families(part: _Part, named: set[str]) -> set[str]:
    parents: dict[str, list[str]] = {}
    for source, target, role in part.edges:
        if role == VARIANT_OF:
            parents.setdefault(source, []).append(target)
    found, new = set(named), set(named)
    while new:
        new = {parent for node in new for parent in parents.get(node, ())} - found
        found |= new
    return found


def _keep_nodes(part: _Part, conditions: Conditions, radius: int) -> None:
    nodes = part.graph.nodes
    for egos in conditions.egos:
        part.keep(_around(part, egos, radius), "ego")
    for kinds in conditions.kinds:
        part.keep([node for node in part.nodes if nodes[node].get("kind") in kinds], "kind")
    for numbers in conditions.communities:
        part.keep([node for node in part.nodes if nodes[node].get("community") in numbers], "community")


def _around(part: _Part, egos: Iterable[str], radius: int) -> set[str]:
    """All that is at most ``radius`` edges away, whatever their direction."""
    ties: nx.Graph[str] = nx.Graph()
    ties.add_nodes_from(part.nodes)
    ties.add_edges_from(edge[:2] for edge in part.edges)
    found = set(part.nodes.intersection(egos))
    new = set(found)
    for _ in range(radius):
        new = {other for node in new for other in ties[node]} - found
        found |= new
    return found


def _keep_entities(part: _Part, selection: Selection, papers: Counter[str]) -> None:
    """Keep entities by their papers, and of the papers those that still name one."""
    if selection.top is None and not selection.min_papers:
        return
    graph = part.graph
    if not any(_is_paper(graph, node) for node in graph):
        papers = Counter({node: data.get("papers", 0) for node, data in graph.nodes.items()})
    entities = [node for node in part.nodes if not _is_paper(graph, node) and papers[node] >= selection.min_papers]
    most = sorted(entities, key=lambda node: (-papers[node], node))[: selection.top]
    kept = {*most, *(node for node in part.nodes if _is_paper(graph, node))}
    part.keep(kept, "number of papers")
    part.keep({*most, *(source for source, _, _ in part.edges)}, "papers with one of these")


def _copy(part: _Part) -> Graph:
    graph = part.graph
    copy: Graph = nx.MultiDiGraph(**graph.graph | _rows(part))
    copy.add_nodes_from((node, dict(data)) for node, data in graph.nodes.items() if node in part.nodes)
    for source, target, role in part.edges:
        copy.add_edge(source, target, key=role, **graph.edges[source, target, role])
    return copy


def _rows(part: _Part) -> dict[str, Any]:
    """Of the rows that stand beside the graph those of its papers and entities."""
    results = part.graph.graph.get("results", [])
    doubts = part.graph.graph.get("doubts", [])
    return {
        "results": [row for row in results if paper_id(row["paper"]) in part.nodes],
        "doubts": [row for row in doubts if entity_id(row["type"], row["other"]) in part.nodes],
    }


def _is_paper(graph: Graph, node: str) -> bool:
    return graph.nodes[node].get("kind") == PAPER


def _year(graph: Graph, node: str) -> int | None:
    month = published(graph.nodes[node])
    return int(month[:4]) if month else None
