"""What the papers of a graph name: each entity with its papers, their roles and when they came out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.graph.dates import published, within_month
from kg.graph.schema import PAPER, Graph
from kg.model import Role


@dataclass(frozen=True, slots=True)
class Use:
    """One paper that names an entity."""

    #: The node of the paper.
    paper: str
    role: str
    #: ``YYYY-MM``, or ``YYYY`` where no month is known.
    published: str | None
    #: Orders papers of one month, as far as more than that is known.
    within_month: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Usage:
    """An entity and the papers that name it, one at least, the oldest first and those without a date at the end."""

    node: str
    label: str
    kind: str
    uses: tuple[Use, ...]

    @property
    def papers(self) -> int:
        """How many papers name it."""
        return len(self.uses)

    @property
    def first(self) -> Use:
        """The oldest paper, as far as dates are known; of one date the one that proposes it."""
        return self.uses[0]

    @property
    def is_proposed(self) -> bool:
        """Whether the oldest paper has a date and proposes it."""
        return self.first.published is not None and self.first.role == Role.PROPOSES

    def sort_key(self) -> tuple[int, str, str]:
        """Orders the most used first."""
        return -self.papers, self.label, self.node


def usages(graph: Graph) -> list[Usage]:
    """The entities that papers of the graph name, the most used first."""
    dates = {node: published(data) for node, data in graph.nodes.items() if data.get("kind") == PAPER}
    found = (_usage(graph, node, dates) for node in graph if node not in dates)
    return sorted((usage for usage in found if usage.uses), key=Usage.sort_key)


def most_used(found: Iterable[Usage], kind: str, number: int | None = None) -> list[Usage]:
    """Of the entities of a kind, those that most papers name; without a number all, in their order."""
    return [usage for usage in found if usage.kind == kind][:number]


def newest(found: Iterable[Usage], kind: str, number: int) -> list[Usage]:
    """Of the entities of a kind that the oldest paper naming them proposes, the last proposed; then the most used.

    Others may be older than the graph's papers.
    """
    proposed = (usage for usage in found if usage.kind == kind and usage.is_proposed)
    return sorted(proposed, key=lambda usage: (usage.first.published, usage.first.within_month), reverse=True)[:number]


def _usage(graph: Graph, node: str, dates: Mapping[str, str | None]) -> Usage:
    data, edges = graph.nodes[node], graph.in_edges(node, keys=True)
    uses = [
        Use(paper, role, dates[paper], within_month(graph.nodes[paper])) for paper, _, role in edges if paper in dates
    ]
    uses.sort(key=lambda use: (use.published is None, use.published or "", use.role != Role.PROPOSES, use.paper))
    return Usage(node, str(data.get("label", node)), str(data.get("kind", "")), tuple(uses))
