"""The whole recipe: read → extract → resolve → assemble → export."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.choices import Choices, Reading
from kg.errors import InputError, NoPapers
from kg.files import turn_in
from kg.model import OWN_TERMS, Findings, Paper, Skipped
from kg.places import PROVENANCE, check_folder, check_places, is_built_into
from kg.provenance import Provenance, add_formats, formats_written, write_provenance
from kg.readers import expand_inputs, fold_papers, foreign, read_sources, write_skipped
from kg.summary import Summary

if TYPE_CHECKING:
    from kg.exporters import Exporter
    from kg.graph.schema import Graph
    from kg.resolution import Resolution, Rule

#: Wraps the papers on their way to extraction, to show progress.
Watch = Callable[[list[Paper]], Iterable[Paper]]

#: The file beside the graph's for what a person had better look at.
DOUBTS = "doubts.jsonl"
#: The one for the numbers that the abstracts report.
RESULTS = "results.jsonl"
#: The one for what was not read.
SKIPPED = "skipped.jsonl"


def read(inputs: Iterable[str], summary: Summary, reading: Reading | None = None) -> list[Paper]:
    """The different papers of all inputs, sorted by id; what is skipped goes into the summary.

    Raises NoPapers if there is none, and InputError at the first thing that cannot be read if that is ``strict``.
    """
    reading = reading or Reading()
    records = read_sources(expand_inputs(inputs), reading.format, reading.mapping)
    papers = fold_papers(_papers(records, summary, reading))
    if not papers:
        raise NoPapers(summary.why_no_papers())
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


def find_entities(
    papers: list[Paper], watch: Watch = iter, choices: Choices | None = None, summary: Summary | None = None
) -> "Resolution":
    """Each paper with its entities, named over all papers. Raises CurationError and LexiconError.

    Which of the user's own terms stand in no paper goes into the summary.
    """
    from kg.extraction.pipeline import build_pipeline, extract
    from kg.lexicons import read_terms
    from kg.resolution import read_curation, resolve

    choices = choices or Choices()
    rules = read_curation(choices.curation) if choices.curation else ()
    terms = read_terms(choices.terms) if choices.terms else ()
    used: set[str] = set()
    findings = _noting_terms(extract(watch(papers), build_pipeline(terms=terms)), used)
    found = resolve(findings, choices.min_confidence, rules)
    if summary:
        summary.unused_terms = [term.name.name for term in terms if term.name.name not in used]
    return found


def _noting_terms(findings: Iterable[Findings], used: set[str]) -> Iterator[Findings]:
    """The findings, with the user's own terms among them added to ``used``."""
    for found in findings:
        used.update(mention.name for mention in found.mentions if mention.name and mention.found_by == OWN_TERMS)
        yield found


def write_graph(
    found: "Resolution", folder: Path, summary: Summary, exporters: "Sequence[Exporter]", made: Provenance
) -> None:
    """Assemble and place the graph and write the exports, the doubts and the results into the folder.

    Raises OutputError.
    """
    from kg.insight import record, reported_rows, write_results
    from kg.resolution import write_doubts

    graph, matched = _placed_graph(found)
    results = reported_rows(found.papers)
    # Beside nodes and edges, for exporters that show more than these.
    graph.graph["results"] = [record(row) for row in results]
    graph.graph["doubts"] = [asdict(doubt) for doubt in found.doubts]
    graph.graph["made"] = made
    summary.count(graph)
    with _told_in_provenance(folder, exporters, made, summary):
        for exporter in exporters:
            exporter.write(graph, folder / exporter.FILE)
            summary.files.append(folder / exporter.FILE)
        write_doubts(found.doubts, folder / DOUBTS)
        write_results(results, folder / RESULTS)
    summary.results, summary.on_benchmarks = len(results), sum(row.benchmark is not None for row in results)
    summary.displaced = list(found.displaced)
    summary.doubts, summary.unused = len(found.doubts), [str(rule) for rule in found.unused if rule not in matched]


@contextmanager
def _told_in_provenance(
    folder: Path, exporters: "Sequence[Exporter]", made: Provenance, summary: Summary
) -> Iterator[None]:
    """Tell beside the files that are written which are kg's: before, lest a build come to no end, and behind."""
    from kg.exporters import EXPORTERS, graphml

    told, names = folder / PROVENANCE, [exporter.NAME for exporter in exporters]
    own = [exporter.FILE for exporter in exporters]
    before = formats_written(told)
    try:
        add_formats(names, told)
    except InputError:  # there is none, or none that this version of kg wrote
        write_provenance(made, dict.fromkeys((*before, *names)), (), told)
    try:
        yield
    except BaseException:
        if not before and not any((folder / file).exists() for file in (*own, DOUBTS, RESULTS)):
            told.unlink(missing_ok=True)  # of nothing there is nothing to tell
        raise
    older = {
        name: folder / exporter.FILE
        for name, exporter in EXPORTERS.items()
        if name in before and name not in names and (folder / exporter.FILE).exists()
    }
    summary.stale = list(older.values())
    read_back = (*([graphml.FILE] if graphml in exporters else []), DOUBTS, RESULTS)
    write_provenance(made, [*names, *older], [folder / name for name in read_back], told)


def _placed_graph(found: "Resolution") -> "tuple[Graph, set[Rule]]":
    """The graph, and a person's rules that families match."""
    from kg.graph import assemble, measure, place
    from kg.resolution import find_variants, obeyed, with_former_names

    names = {(entity.type, entity.name) for paper in found.papers for entity in paper.entities}
    used = [rule for rule in found.rules if rule not in found.unused]
    variants, matched = obeyed(find_variants(with_former_names(names, used)), names, found.rules)
    graph = assemble(found.papers, variants)
    measure(graph)
    place(graph)
    return graph, matched


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
    # What is wrong with names and places is told before the work, not after it.
    exporters = exporters_called(formats)
    _check_places(folder, {exporter.FILE: exporter.NAME for exporter in exporters})
    papers = read(inputs, summary, reading)
    made = _made(summary, reading or Reading(), choices or Choices())
    found = find_entities(papers, watch, choices, summary)
    with turn_in(folder):
        write_graph(found, folder, summary, exporters, made)
        write_skipped(summary.skipped, papers, folder / SKIPPED)
    return summary


def _check_places(folder: Path, exports: Mapping[str, str]) -> None:
    """Raise OutputError if something of someone else stands where a file of the build would; change nothing.

    ``exports`` are names of files and of their formats.
    """
    check_folder(folder)
    ours, formats = is_built_into(folder), formats_written(folder / PROVENANCE)
    own = {folder / name: ours for name in (PROVENANCE, DOUBTS, RESULTS, SKIPPED)}
    check_places(own | {folder / name: ours and format in formats for name, format in exports.items()})


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
