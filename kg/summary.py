"""What came of one run: counts, and what was skipped, written, or left from an earlier one."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.readers import SkippedRecords

if TYPE_CHECKING:
    from kg.graph.schema import Graph


@dataclass(slots=True)
class Summary:
    """What came of one run."""

    #: Records that were read as papers, before those that are one were folded.
    records: int = 0
    #: Different papers.
    papers: int = 0
    #: Papers with no abstract, read by their titles alone.
    without_abstract: int = 0
    skipped: SkippedRecords = field(default_factory=SkippedRecords)
    #: Entity type → number of different entities.
    entities: Counter[str] = field(default_factory=Counter)
    #: Entities that no paper names, made as families of others.
    inferred: int = 0
    edges: int = 0
    #: Merges and splits that a person had better look at.
    doubts: int = 0
    #: Numbers that the abstracts report.
    results: int = 0
    #: So many of them are of a benchmark.
    on_benchmarks: int = 0
    #: Rules of the curation that matched nothing.
    unused: list[str] = field(default_factory=list)
    #: Things whose names the curation gave to others: type, name, and what each is shown as instead.
    displaced: list[tuple[str, str, str]] = field(default_factory=list)
    #: Terms of the user's own that stand in no paper.
    unused_terms: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    #: Exports of an earlier build that stand in the folder and were not written anew.
    stale: list[Path] = field(default_factory=list)

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why inputs and records were skipped, and how many for each reason, the most frequent first."""
        return self.skipped.reasons

    @property
    def unread_sources(self) -> int:
        """How many inputs could not be read at all."""
        return len(self.skipped.unread)

    def count(self, graph: "Graph") -> None:
        """Take over how many entities of each type and how many edges the graph has."""
        from kg.graph.schema import PAPER

        self.entities = Counter(node["kind"] for node in graph.nodes.values() if node["kind"] != PAPER)
        self.inferred = sum(node.get("inferred", False) for node in graph.nodes.values())
        self.edges = graph.number_of_edges()

    def why_no_papers(self) -> str:
        """What was skipped first, for whoever sees no paper come out."""
        if not self.skipped:
            return "no paper was found: the input holds no record."
        shown = [f"  {skipped}" for skipped in [*self.skipped.unread, *self.skipped.first][:5]]
        more = len(self.skipped) - len(shown)
        return "\n".join(["no paper was found:", *shown, *([f"  … and {more} more"] if more else [])])
