"""The whole recipe: read → extract → resolve → assemble → export."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import InputError, NoPapers
from kg.model import Paper, Skipped
from kg.provenance import FILE as PROVENANCE
from kg.provenance import Provenance, write_provenance
from kg.readers import SkippedRecords, expand_inputs, fold_papers, foreign, read_sources, write_skipped

if TYPE_CHECKING:
    from kg.graph.schema import Graph
    from kg.resolution import Resolution

#: Wraps the papers on their way to extraction, to show progress.
Watch = Callable[[list[Paper]], Iterable[Paper]]

#: The least confidence of an entity that is kept, where precision and recall balance best.
MIN_CONFIDENCE = 0.4
#: The file beside the graph's for what a person had better look at.
DOUBTS = "doubts.jsonl"
#: The one for the numbers that the abstracts report.
RESULTS = "results.jsonl"
#: The one for what was not read.
SKIPPED = "skipped.jsonl"


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
    #: Rules of the curation that matched nothing.
    unused: list[str] = field(default_factory=list)
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


@dataclass(frozen=True, slots=True)
class Reading:
    """What a user decides about reading."""

    #: The name of the format, where it is not to be found from the content.
    format: str | None = None
    #: Field of a paper → the column or key that holds it, in tables and JSON.
    mapping: Mapping[str, str] = field(default_factory=dict)
    #: Whether papers that are not in English are read, too.
    all_languages: bool = False
    #: Whether the first thing that cannot be read is an error.
    strict: bool = False


def read(inputs: Iterable[str], summary: Summary, reading: Reading | None = None) -> list[Paper]:
    """The different papers of all inputs, sorted by id; what is skipped goes into the summary.

    Raises NoPapers if there is none, and InputError at the first thing that cannot be read if that is ``strict``.
    """
    reading = reading or Reading()
    records = read_sources(expand_inputs(inputs), reading.format, reading.mapping)
    papers = fold_papers(_papers(records, summary, reading))
    if not papers:
        raise NoPapers(_why_no_papers(summary))
    summary.papers = len(papers)
    summary.without_abstract = sum(not paper.abstract.strip() for paper in papers)
    return papers


def _papers(records: Iterable[Paper | Skipped], summary: Summary, reading: Reading) -> Iterator[Paper]:
    for record in records:
        if isinstance(record, Skipped):
            if reading.strict and not record.harmless:
                raise InputError(str(record))
            summary.skipped.add(record)
        elif record.language and not reading.all_languages:
            summary.skipped.add(foreign(record))
        else:
            summary.records += 1
            yield record


def _why_no_papers(summary: Summary) -> str:
    if not summary.skipped:
        return "no paper was found: the input holds no record."
    shown = [f"  {skipped}" for skipped in [*summary.skipped.unread, *summary.skipped.first][:5]]
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


def write_graph(
    found: "Resolution",
    folder: Path,
    summary: Summary,
    formats: Iterable[str] | None = None,
    made: Provenance | None = None,
) -> None:
    """Assemble and place the graph and write the exports, the doubts and the results into the folder.

    Raises InputError for a format that nobody knows, and OutputError.
    """
    from kg.exporters import exporters_called
    from kg.insight import record, reported_rows, write_results
    from kg.resolution import write_doubts

    exporters = exporters_called(formats)
    graph = _placed_graph(found)
    results = reported_rows(found.papers)
    # Beside nodes and edges, for exporters that show more than these.
    graph.graph["results"] = [record(row) for row in results]
    graph.graph["doubts"] = [asdict(doubt) for doubt in found.doubts]
    graph.graph["made"] = made or {}
    _count(graph, summary)
    for exporter in exporters:
        exporter.write(graph, folder / exporter.FILE)
        summary.files.append(folder / exporter.FILE)
    write_doubts(found.doubts, folder / DOUBTS)
    write_results(results, folder / RESULTS)
    write_provenance(graph.graph["made"], [exporter.NAME for exporter in exporters], folder / PROVENANCE)
    summary.stale = _stale(folder, summary.files)
    summary.results = len(results)
    summary.doubts, summary.unused = len(found.doubts), [str(rule) for rule in found.unused]


def _placed_graph(found: "Resolution") -> "Graph":
    from kg.graph import assemble, measure, place
    from kg.resolution import find_variants

    names = {(entity.type, entity.name) for paper in found.papers for entity in paper.entities}
    graph = assemble(found.papers, find_variants(names))
    measure(graph)
    place(graph)
    return graph


def _count(graph: "Graph", summary: Summary) -> None:
    from kg.graph.schema import PAPER

    summary.entities = Counter(node["kind"] for node in graph.nodes.values() if node["kind"] != PAPER)
    summary.inferred = sum(node.get("inferred", False) for node in graph.nodes.values())
    summary.edges = graph.number_of_edges()


def _stale(folder: Path, files: list[Path]) -> list[Path]:
    from kg.exporters import EXPORTERS

    others = (folder / exporter.FILE for exporter in EXPORTERS.values())
    return [file for file in others if file not in files and file.exists()]


def build(
    inputs: Iterable[str],
    folder: Path,
    *,
    reading: Reading | None = None,
    watch: Watch = iter,
    choices: Choices | None = None,
    formats: Iterable[str] | None = None,
) -> Summary:
    """Read the inputs, find the entities in their papers, and write the graph's files into ``folder``.

    ``formats`` are names of `kg.exporters.EXPORTERS`; without them it is those that `kg.exporters.DEFAULT` names.

    Raises InputError, NoPapers, CurationError, LexiconError or OutputError; files that stood in the folder before
    then still stand.
    """
    from kg.exporters import exporters_called

    summary = Summary()
    # A name that is wrong is told before the work, not after it.
    names = [exporter.NAME for exporter in exporters_called(formats)]
    papers = read(inputs, summary, reading)
    made = _made(summary, reading or Reading(), choices or Choices())
    write_graph(find_entities(papers, watch, choices), folder, summary, names, made)
    write_skipped(summary.skipped, papers, folder / SKIPPED)
    return summary


def _made(summary: Summary, reading: Reading, choices: Choices) -> Provenance:
    """What was read, what was left out and why, and with which options."""
    return {
        "kg": __version__,
        "records": summary.records,
        "papers": summary.papers,
        "without_abstract": summary.without_abstract,
        "unread_inputs": summary.unread_sources,
        "skipped": dict(summary.reasons),
        "min_confidence": choices.min_confidence,
        "all_languages": reading.all_languages,
        "curation": choices.curation is not None,
        "terms": choices.terms is not None,
    }
