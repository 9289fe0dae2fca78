"""One kind of node alone: entities tied by the papers that name both, or papers tied by what both name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import networkx as nx

from kg.graph.dates import published
from kg.graph.schema import NAMED_TOGETHER, NAMES_THE_SAME, PAPER, Graph

#: What more papers name ties no two of them: nearly all would be tied to nearly all.
MOST_PAPERS = 100


def project_entities(graph: Graph) -> Graph:
    """The entities with their relations, and NAMED_TOGETHER from the smaller id to the other, ``papers`` a pair.

    Its date is that of the first paper that names both, as far as it is known.
    """
    projected = _part(graph, lambda kind: kind != PAPER)
    named = {node: _neighbours(graph.successors(node), projected) for node in graph if node not in projected}
    for (one, other), papers in _pairs(named).items():
        first = min(filter(None, (published(graph.nodes[paper]) for paper in papers)), default=None)
        year = {"year": int(first[:4])} if first else {}
        attributes = {"role": NAMED_TOGETHER, "papers": len(papers), **year}
        projected.add_edge(one, other, key=NAMED_TOGETHER, **attributes)
    return projected


def project_papers(graph: Graph) -> Graph:
    """The papers, and NAMES_THE_SAME from the smaller id to the other, ``shared`` entities a pair."""
    projected = _part(graph, lambda kind: kind == PAPER)
    named = {node: _neighbours(graph.predecessors(node), projected) for node in graph if node not in projected}
    few = {node: papers for node, papers in named.items() if len(papers) <= MOST_PAPERS}
    for (one, other), things in _pairs(few).items():
        attributes = {"role": NAMES_THE_SAME, "shared": len(things)}
        projected.add_edge(one, other, key=NAMES_THE_SAME, **attributes)
    return projected


#: By the name of what is left.
PROJECTIONS: dict[str, Callable[[Graph], Graph]] = {"entity": project_entities, "paper": project_papers}


def _part(graph: Graph, wanted: Callable[[object], bool]) -> Graph:
    part: Graph = nx.MultiDiGraph(**graph.graph)
    part.add_nodes_from((node, dict(data)) for node, data in graph.nodes.items() if wanted(data.get("kind")))
    for source, target, role, data in graph.edges(keys=True, data=True):
        if source in part and target in part:
            part.add_edge(source, target, key=role, **data)
    return part


def _neighbours(nodes: Iterable[str], part: Graph) -> list[str]:
    return sorted({node for node in nodes if node in part})


def _pairs(named: dict[str, list[str]]) -> dict[tuple[str, str], list[str]]:
    """Pair → what ties it, the pairs sorted."""
    tied: dict[tuple[str, str], list[str]] = defaultdict(list)
    for tie, pair in _each_pair(named):
        tied[pair].append(tie)
    return dict(sorted(tied.items()))


def _each_pair(named: dict[str, list[str]]) -> Iterator[tuple[str, tuple[str, str]]]:
    for tie, nodes in named.items():
        for pair in combinations(nodes, 2):
            yield tie, pair
