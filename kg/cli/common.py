"""What the commands share: input options, progress, the report of skipped records, errors."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.build import MIN_CONFIDENCE, Summary, Watch
from kg.errors import KgError
from kg.model import Paper, Skipped
from kg.readers import READERS

#: Exit code where a part of the input could not be read and the rest was built.
PARTLY_READ = 1
#: Exit code for bad usage, bad input or an output that cannot be written.
FAILED = 2
#: So many skipped records are listed one by one.
_LISTED = 20

_Command = TypeVar("_Command", bound=Callable[..., Any])


def input_options(command: _Command) -> _Command:
    """Add the arguments and options that say what is read."""
    for decorate in (
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
        click.option("--format", type=click.Choice(list(READERS)), help="Format of the input, if it is not found."),
        click.option("--strict", is_flag=True, help="Stop at the first file or record that cannot be read."),
        click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors."),
    ):
        command = decorate(command)
    return command


min_confidence_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=MIN_CONFIDENCE,
    show_default=True,
    metavar="P",
    help="Leave out what is less likely than P to be right.",
)


def choice_options(command: _Command) -> _Command:
    """Add the options that say what is found and how it is named."""
    file = click.Path(path_type=Path, dir_okay=False)
    for decorate in (
        min_confidence_option,
        click.option("--curation", type=file, help="Table of decisions on names, as kg review writes it."),
        click.option("--terms", type=file, help="Table of your own terms: name, type, aliases."),
    ):
        command = decorate(command)
    return command


@contextmanager
def told_errors() -> Iterator[None]:
    """Print kg's own errors, and that of a full standard output, as one message and end with `FAILED`."""
    try:
        yield
        sys.stdout.flush()
    except KgError as exc:
        click.echo(f"Error: {exc}", err=True)
        sys.exit(FAILED)
    except OSError as exc:
        if exc.errno == errno.EPIPE:  # click ends in silence where the reader of a pipe has gone
            raise
        click.echo(f"Error: cannot write standard output: {exc.strerror or exc}", err=True)
        # What is left in its buffer would fail once more when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)


def progress(label: str, quiet: bool) -> Watch:
    """A progress bar over papers on standard error; none unless that is a terminal."""

    def _shown(papers: list[Paper]) -> Iterable[Paper]:
        if quiet or not sys.stderr.isatty():
            yield from papers
            return
        with click.progressbar(papers, label=label, file=sys.stderr) as bar:
            yield from bar

    return _shown


def tell_skipped(skipped: list[Skipped], quiet: bool) -> None:
    """Name on standard error the inputs that could not be read and, unless quiet, each skipped record."""
    unread = [one for one in skipped if one.place.is_whole_source]
    records = [one for one in skipped if not one.place.is_whole_source]
    for one in unread:
        click.echo(f"Not read: {one}", err=True)
    if not quiet:
        for one in records[:_LISTED]:
            click.echo(f"Skipped: {one}", err=True)
        if len(records) > _LISTED:
            click.echo(f"Skipped: … and {len(records) - _LISTED:,} more", err=True)


def tell_unused(rules: Iterable[str]) -> None:
    """Name on standard error the decisions that matched nothing: something has changed since they were made."""
    for rule in rules:
        click.echo(f"Matches nothing any more: {rule}", err=True)


def end(summary: Summary) -> None:
    """End the process with the exit code that the summary asks for."""
    sys.exit(PARTLY_READ if summary.unread_sources else 0)
