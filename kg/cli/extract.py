"""``kg extract``."""

import sys
from io import TextIOWrapper
from pathlib import Path

import click

from kg.build import Summary
from kg.cli.common import end, input_options, min_confidence_option, progress, tell_skipped, told_errors


@click.command()
@input_options
@click.option(
    "--output",
    "-o",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=Path("-"),
    help="JSON Lines file to write.  [default: standard output]",
)
@min_confidence_option
def extract(
    inputs: tuple[str, ...], file: Path, format: str | None, strict: bool, quiet: bool, min_confidence: float
) -> None:
    """Write what is found in each paper of INPUT as JSON Lines: entities, roles, and where they stand.

    INPUT is as in kg build; so are the exit codes.
    """
    from kg.build import find_entities, read
    from kg.exporters.json_lines import write_entities
    from kg.files import whole_file

    summary = Summary()
    with told_errors():
        papers = read(inputs, summary, format, strict)
        found = find_entities(papers, progress("Reading abstracts", quiet), min_confidence)
        if file == Path("-"):
            if isinstance(sys.stdout, TextIOWrapper):  # JSON Lines are UTF-8, whatever the terminal's encoding
                sys.stdout.reconfigure(encoding="utf-8")
            write_entities(found, sys.stdout)
        else:
            with whole_file(file) as stream:
                write_entities(found, stream)
    tell_skipped(summary.skipped, quiet)
    if not quiet:
        entities = sum(len(paper.entities) for paper in found)
        click.echo(f"{summary.papers:,} papers, {len(summary.skipped):,} skipped, {entities:,} entities", err=True)
    end(summary)
