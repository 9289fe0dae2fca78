"""What the commands share: input options, progress, the report of skipped records, errors."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from kg.choices import MIN_CONFIDENCE, Reading
from kg.errors import KgError
from kg.model import Paper

if TYPE_CHECKING:
    from kg.build import Watch
    from kg.readers import SkippedRecords
    from kg.summary import Summary

#: Exit code where a part of the input could not be read and the rest was built.
PARTLY_READ = 1
#: Exit code for bad usage, bad input or an output that cannot be written.
FAILED = 2
#: Exit code where the user broke off, as shells have it.
INTERRUPTED = 130
#: From so many papers on, what comes after reading them takes more than a few seconds.
_MANY = 5_000
#: So many of the own terms that stand nowhere are named.
_TERMS_SHOWN = 5

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Format(click.Choice):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A reader's name; which there are is asked when one is given or shown, for readers take long to load."""

    def __init__(self) -> None:
        self.case_sensitive = True

    @cached_property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names of all readers."""
        from kg.readers import READERS

        return tuple(READERS)


def input_options(command: _Command) -> _Command:
    """Add the arguments and options that say what is read; the command gets ``inputs``, ``reading`` and ``quiet``."""

    @wraps(command)
    def with_reading(
        format: str | None, mapping: dict[str, str], all_languages: bool, strict: bool, **others: Any
    ) -> Any:
        return command(reading=Reading(format, mapping, all_languages, strict), **others)

    strict_option = click.option("--strict", is_flag=True, help="Stop at the first file or record that cannot be read.")
    quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
    return cast(_Command, format_options(strict_option(quiet_option(with_reading))))


def format_options(command: _Command) -> _Command:
    """Add the arguments and options that say where papers are and how they are written."""
    for decorate in (
        click.option("--all-languages", is_flag=True, help="Read papers that are not in English, too."),
        click.option(
            "--map",
            "mapping",
            multiple=True,
            metavar="FIELD=COLUMN,...",
            callback=_mapping,
            help="Columns of a table, or keys of JSON, that hold title, abstract and other fields.",
        ),
        click.option("--format", type=_Format(), help="Format of the input, if it is not found."),
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
    ):
        command = decorate(command)
    return command


def _mapping(_context: click.Context, _option: click.Parameter, texts: tuple[str, ...]) -> dict[str, str]:
    from kg.readers import read_mapping

    try:
        return read_mapping(texts)
    except KgError as exc:
        raise click.BadParameter(str(exc)) from exc


def _number(_context: click.Context, _option: click.Parameter, share: float) -> float:
    if share != share:
        raise click.BadParameter("nan is no number")
    return share


min_confidence_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    callback=_number,
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
    """Print kg's own errors, and those of files and of a full standard output, as one message; end with `FAILED`."""
    try:
        yield
        sys.stdout.flush()
    except KgError as exc:
        click.echo(f"Error: {exc}", err=True)
        sys.exit(FAILED)
    except OSError as exc:
        if exc.errno == errno.EPIPE:  # click ends in silence where the reader of a pipe has gone
            raise
        if exc.filename is not None:  # standard output has none
            click.echo(f"Error: {exc.filename}: {exc.strerror or exc}. Name another file or folder", err=True)
            sys.exit(FAILED)
        click.echo(f"Error: cannot write standard output: {exc.strerror or exc}", err=True)
        # What is left in its buffer would fail once more when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)


def progress(label: str, quiet: bool) -> "Watch":
    """A progress bar over papers on standard error; none unless that is a terminal."""

    def _shown(papers: list[Paper]) -> Iterable[Paper]:
        if quiet or not sys.stderr.isatty():
            yield from papers
            return
        with click.progressbar(papers, label=label, file=sys.stderr) as bar:
            yield from bar
        if len(papers) >= _MANY:
            click.echo("Naming things over all papers …", err=True)

    return _shown


def tell_skipped(skipped: "SkippedRecords", quiet: bool) -> None:
    """Name on standard error the inputs that could not be read and, unless quiet, the first skipped records."""
    for one in skipped.unread:
        click.echo(f"Not read: {one}", err=True)
    if not quiet:
        for one in skipped.first:
            click.echo(f"Skipped: {one}", err=True)
        if more := len(skipped) - len(skipped.unread) - len(skipped.first):
            click.echo(f"Skipped: … and {more:,} more", err=True)


def tell_unused(rules: Iterable[str]) -> None:
    """Name on standard error the decisions that matched nothing: something has changed since they were made."""
    for rule in rules:
        click.echo(f"Matches nothing any more: {rule}", err=True)


def tell_displaced(things: Iterable[tuple[str, str, str]]) -> None:
    """Name on standard error the things whose names were given to others: a merge was meant, perhaps."""
    for type, name, shown in things:
        click.echo(
            f"Renamed to {type} {name!r}, which was another: now {shown!r}. If they are one, merge them", err=True
        )


def tell_unused_terms(names: Sequence[str]) -> None:
    """Name on standard error the first of the user's own terms that stand in no paper: one may be misspelled."""
    if names:
        more = f" and {len(names) - _TERMS_SHOWN:,} more" if len(names) > _TERMS_SHOWN else ""
        click.echo(f"Own terms that stand in no paper: {', '.join(names[:_TERMS_SHOWN])}{more}", err=True)


def tell_written(path: Path) -> None:
    """Name a file, or a folder of files, that was written, and its size."""
    size = sum(file.stat().st_size for file in path.rglob("*")) if path.is_dir() else path.stat().st_size
    shown = f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.1f} kB"
    click.echo(f"Wrote {path} ({shown})")


def end(summary: "Summary") -> None:
    """End the process with the exit code that the summary asks for."""
    sys.exit(PARTLY_READ if summary.unread_sources else 0)
