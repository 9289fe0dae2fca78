"""The whole recipe: read → extract → resolve → assemble → export."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, NoPapers
from kg.model import Paper, Skipped
from kg.readers import expand_inputs, fold_papers, read_sources

if TYPE_CHECKING:
    from kg.resolution import Resolution

#: Wraps the papers on their way to extraction, to show progress.
Watch = Callable[[list[Paper]], Iterable[Paper]]

#: The least confidence of an entity that is kept, where precision and recall balance best.
MIN_CONFIDENCE = 0.4
#: The file beside the graph's for what a person had better look at.
DOUBTS = "doubts.jsonl"
#: The one for the numbers that the abstracts report.
RESULTS = "results.jsonl"


@dataclass(slots=True)
class Summary:
    """What came of one run."""

    #: Records that were read as papers, before those that are one were folded.
    records: int = 0
    #: Different papers.
    papers: int = 0
    #: Papers with no abstract, read by their titles alone.
    without_abstract: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    #: Entity type → number of different entities.
    entities: Counter[str] = field(default_factory=Counter)
    #: Entities that no paper names, made as families of others.
    inferred: int = 0
    edges: int = 0
    #: Merges and splits that a person had better look at.
    doubts: int = 0
    #: Numbers that the abstracts report.
    results: int = 0
    #: Rules of the curation that matched nothing.
    unused: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why inputs and records were skipped, and how many for each reason, the most frequent first."""
        # What stands behind the first colon or full stop tells one case from another.
        kinds = Counter(re.split(r"[:.]", skipped.reason)[0] for skipped in self.skipped)
        return sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))

    @property
    def unread_sources(self) -> int:
        """How many inputs could not be read at all."""
        return sum(skipped.place.is_whole_source for skipped in self.skipped)


def read(inputs: Iterable[str], summary: Summary, format: str | None = None, strict: bool = False) -> list[Paper]:
    """The different papers of all inputs, sorted by id; what is skipped goes into the summary.

    Raises NoPapers if there is none, and InputError at the first thing to skip if ``strict``.
    """
    papers = fold_papers(_papers(read_sources(expand_inputs(inputs), format), summary, strict))
    if not papers:
        raise NoPapers(_why_no_papers(summary))
    summary.papers = len(papers)
    summary.without_abstract = sum(not paper.abstract.strip() for paper in papers)
    return papers


def _papers(records: Iterable[Paper | Skipped], summary: Summary, strict: bool) -> Iterator[Paper]:
    for record in records:
        if isinstance(record, Paper):
            summary.records += 1
            yield record
        elif strict:
            raise InputError(str(record))
        else:
            summary.skipped.append(record)


def _why_no_papers(summary: Summary) -> str:
    if not summary.skipped:
        return "no paper was found: the input holds no record."
    shown = [f"  {skipped}" for skipped in summary.skipped[:5]]
    more = len(summary.skipped) - len(shown)
    return "\n".join(["no paper was found:", *shown, *([f"  … and {more} more"] if more else [])])


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user decides about finding and naming."""

    #: What is less sure, 0 to 1, is left out.
    min_confidence: float = MIN_CONFIDENCE
    #: A table of decisions on names; see `kg.resolution.curation`.
    curation: Path | None = None
    #: A table of the user's own terms; see `kg.lexicons.terms`.
    terms: Path | None = None


def find_entities(papers: list[Paper], watch: Watch = iter, choices: Choices | None = None) -> "Resolution":
    """Each paper with its entities, named over all papers. Raises CurationError and LexiconError."""
    from kg.extraction.pipeline import build_pipeline, extract
    from kg.lexicons import read_terms
    from kg.resolution import read_curation, resolve

    choices = choices or Choices()
    rules = read_curation(choices.curation) if choices.curation else ()
    terms = read_terms(choices.terms) if choices.terms else ()
    return resolve(extract(watch(papers), build_pipeline(terms=terms)), choices.min_confidence, rules)


def write_graph(found: "Resolution", folder: Path, summary: Summary) -> None:
    """Assemble and place the graph and write every export, the doubts and the results into the folder.

    Raises OutputError.
    """
    from kg.exporters import EXPORTERS
    from kg.graph import assemble, measure, place
    from kg.graph.schema import PAPER
    from kg.insight import record, reported_rows, write_results
    from kg.resolution import find_variants, write_doubts

    names = {(entity.type, entity.name) for paper in found.papers for entity in paper.entities}
    graph = assemble(found.papers, find_variants(names))
    measure(graph)
    place(graph)
    results = reported_rows(found.papers)
    # Beside nodes and edges, for exporters that show tables of what was reported.
    graph.graph["results"] = [record(row) for row in results]
    summary.entities = Counter(node["kind"] for node in graph.nodes.values() if node["kind"] != PAPER)
    summary.inferred = sum(node.get("inferred", False) for node in graph.nodes.values())
    summary.edges = graph.number_of_edges()
    for name, export in EXPORTERS.items():
        export(graph, folder / name)
        summary.files.append(folder / name)
    write_doubts(found.doubts, folder / DOUBTS)
    write_results(results, folder / RESULTS)
    summary.results = len(results)
    summary.doubts, summary.unused = len(found.doubts), [str(rule) for rule in found.unused]


def build(
    inputs: Iterable[str],
    folder: Path,
    *,
    format: str | None = None,
    strict: bool = False,
    watch: Watch = iter,
    choices: Choices | None = None,
) -> Summary:
    """Read the inputs, find the entities in their papers, and write the graph's files into ``folder``.

    Raises InputError, NoPapers, CurationError, LexiconError or OutputError; files that stood in the folder before
    then still stand.
    """
    summary = Summary()
    papers = read(inputs, summary, format, strict)
    write_graph(find_entities(papers, watch, choices), folder, summary)
    return summary
