"""``kg extract``."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

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
    told_errors,
)


@click.command()
@input_options
@click.option(
    "--output",
    "-o",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default="-",  # no path: a folder may be called so
    help="JSON Lines file to write.  [default: standard output]",
)
@choice_options
def extract(inputs: tuple[str, ...], file: Path, reading: Reading, quiet: bool, **choices: Any) -> None:
    """Write what is found in each paper of INPUT as JSON Lines: entities, roles, and where they stand.

    INPUT is as in kg build; so are the exit codes.
    """
    from kg.build import find_entities, read
    from kg.exporters.json_lines import write_entities
    from kg.files import whole_file
    from kg.readers import Source, expand_inputs
    from kg.summary import Summary

    summary = Summary()
    with told_errors():
        if any(isinstance(each, Source) and each.path and _is_same(each.path, file) for each in expand_inputs(inputs)):
            raise click.BadParameter(f"{file} is an input and would be lost; name another file", param_hint="'-o'")
        papers = read(inputs, summary, reading)
        found = find_entities(papers, progress("Reading abstracts", quiet), Choices(**choices), summary)
        if file == Path("-"):
            if isinstance(sys.stdout, TextIOWrapper):  # JSON Lines are UTF-8, whatever the terminal's encoding
                sys.stdout.reconfigure(encoding="utf-8")
            write_entities(found.papers, sys.stdout)
        else:
            with whole_file(file) as stream:
                write_entities(found.papers, stream)
    tell_skipped(summary.skipped, quiet)
    tell_unused(map(str, found.unused))
    tell_displaced(found.displaced)
    if not quiet:
        tell_unused_terms(summary.unused_terms)
        entities = sum(len(paper.entities) for paper in found.papers)
        click.echo(f"{summary.papers:,} papers, {len(summary.skipped):,} skipped, {entities:,} entities", err=True)
    end(summary)


def _is_same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.samefile(other)
