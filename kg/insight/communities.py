"""The communities of a graph, each with the papers and the entities in it."""

from collections import defaultdict
from dataclasses import dataclass

from kg.graph.schema import PAPER, Graph


@dataclass(frozen=True, slots=True)
class Community:
    """What belongs together: nodes, the most central first."""

    #: 1 for the largest of the whole graph.
    number: int
    name: str
    papers: tuple[str, ...]
    entities: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many nodes it has."""
        return len(self.papers) + len(self.entities)


def communities(graph: Graph) -> list[Community]:
    """All communities, the largest first."""
    members: dict[int, list[str]] = defaultdict(list)
    for node, data in graph.nodes.items():
        if "community" in data:
            members[data["community"]].append(node)
    found = [_community(graph, number, nodes) for number, nodes in members.items()]
    return sorted(found, key=lambda one: (-one.size, one.number))


def _community(graph: Graph, number: int, nodes: list[str]) -> Community:
    central = sorted(nodes, key=lambda node: (-graph.nodes[node].get("centrality", 0.0), node))
    papers = tuple(node for node in central if graph.nodes[node].get("kind") == PAPER)
    entities = tuple(node for node in central if graph.nodes[node].get("kind") != PAPER)
    return Community(number, str(graph.nodes[central[0]].get("community_name", "")), papers, entities)
