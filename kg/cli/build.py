"""``kg build``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.choices import Choices, Reading
from kg.cli.common import (
    choice_options,
    end,
    input_options,
    progress,
    tell_displaced,
    tell_skipped,
    tell_unused,
    tell_unused_terms,
    tell_written,
    told_errors,
)

if TYPE_CHECKING:
    from kg.summary import Summary


def _folder(_context: click.Context, _option: click.Parameter, folder: str) -> Path:
    if folder in ("", "-"):
        raise click.BadParameter("the graph is written into a folder, not to standard output; name one")
    return Path(folder)


@click.command()
@input_options
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(file_okay=False),
    callback=_folder,
    default="outputs",
    show_default=True,
    help="Folder for the graph's files, doubts.jsonl, results.jsonl, skipped.jsonl and build.json.",
)
@click.option(
    "--export",
    "formats",
    metavar="FORMATS",
    help="Formats to write, joined by commas; kg export --list shows them all.  [default: graphml,html,report]",
)
@choice_options
def build(
    inputs: tuple[str, ...], folder: Path, reading: Reading, quiet: bool, formats: str | None, **choices: Any
) -> None:
    """Make a knowledge graph of the papers in INPUT: files, folders, globs, or - for standard input.

    Writes graph.graphml (for Gephi), graph.html (for a browser) and report.md (to read). Ends with 0 if all was
    read, 1 if an input could not be read and the rest was built, 2 if nothing could be built.
    """
    from kg.build import build as build_graph

    with told_errors():
        summary = build_graph(
            inputs,
            folder,
            reading=reading,
            watch=progress("Reading abstracts", quiet),
            choices=Choices(**choices),
            formats=None if formats is None else formats.split(","),
        )
        tell_skipped(summary.skipped, quiet)
        tell_unused(summary.unused)
        tell_displaced(summary.displaced)
        if not quiet:
            tell_unused_terms(summary.unused_terms)
            _tell(summary, folder)
    end(summary)


def _tell(summary: "Summary", folder: Path) -> None:
    from kg.build import SKIPPED

    folded = summary.records - summary.papers
    notes = [
        *([f"{folded:,} listed more than once"] if folded else []),
        *([f"{summary.without_abstract:,} without an abstract"] if summary.without_abstract else []),
    ]
    click.echo(f"Papers    {summary.papers:>7,}" + (f"   ({', '.join(notes)})" if notes else ""))
    if summary.skipped:
        reasons = ", ".join(f"{number:,} {reason}" for reason, number in summary.reasons)
        click.echo(f"Skipped   {len(summary.skipped):>7,}   ({reasons}: see {folder / SKIPPED})")
    kinds = ["METHOD", "BENCHMARK", "MODEL", "METRIC"]
    for kind in (*kinds, *sorted(set(summary.entities) - set(kinds))):
        click.echo(f"{kind.capitalize() + 's':<10}{summary.entities[kind]:>7,}")
    if summary.inferred:
        click.echo(f"Families  {summary.inferred:>7,}   (among these: named by no paper, only by their variants)")
    click.echo(f"Edges     {summary.edges:>7,}")
    if not summary.edges:
        click.echo("No name that is sure enough stands in these papers, so the graph holds papers only.")
    if summary.results:
        of_these = f"{summary.on_benchmarks:,} on a benchmark: kg leaderboard BENCHMARK --from {folder} lists them"
        click.echo(f"Results   {summary.results:>7,}   (numbers that abstracts report, {of_these})")
    if summary.doubts:
        click.echo(f"Doubts    {summary.doubts:>7,}   (is it one thing or two? kg review {folder} asks you)")
    for file in summary.files:
        tell_written(file)
    for file in summary.stale:
        click.echo(f"Not written anew, of an earlier build: {file} (--export chooses)")
