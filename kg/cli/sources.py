"""``kg sources``."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import FAILED, PARTLY_READ, format_options, told_errors
from kg.cli.text_table import cell

if TYPE_CHECKING:
    from kg.model import Paper
    from kg.readers.survey import Survey

#: So much of an abstract is shown, in characters.
_SHOWN = 240
_AUTHORS = 3


@click.command()
@format_options
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def sources(
    inputs: tuple[str, ...], format: str | None, mapping: dict[str, str], all_languages: bool, as_json: bool
) -> None:
    """Say what INPUT is taken for: its format, how many papers it holds, which fields they have, and the first.

    INPUT is as in kg build; so are the exit codes. Nothing is built.
    """
    from kg.readers import expand_inputs
    from kg.readers.survey import survey_sources

    with told_errors():
        surveys = []
        for survey in survey_sources(expand_inputs(inputs), format, mapping, all_languages):
            surveys.append(survey)
            if not as_json:
                click.echo("\n".join(_told(survey)))
        if as_json:
            click.echo(json.dumps([_record(survey) for survey in surveys], ensure_ascii=False, indent=1))
    if not any(survey.papers for survey in surveys):
        sys.exit(FAILED)
    sys.exit(PARTLY_READ if any(survey.unread and not survey.unread.harmless for survey in surveys) else 0)


def _told(survey: "Survey") -> Iterator[str]:
    yield cell(survey.name)
    if survey.format:
        yield f"  format    {survey.format}"
        yield f"  encoding  {survey.encoding}" + (f", unpacked from {survey.packing}" if survey.packing else "")
        yield f"  papers    {survey.papers:,}"
    for kind, number in survey.skipped.most_common():
        yield f"  skipped   {number:,} {kind}; the first: {cell(str(survey.examples[kind]))}"
    if survey.unread:
        yield f"  not read  {cell(survey.unread.reason)}"
    if survey.filled:
        shares = (f"{name} {_share(number, survey.papers)}" for name, number in survey.filled.most_common())
        yield f"  fields    {', '.join(shares)}"
    if survey.first:
        yield from _told_paper(survey.first)


def _share(number: int, of: int) -> str:
    return "all" if number == of else f"{max(1, round(100 * number / of))}%" if number / of < 0.995 else "99%"


def _told_paper(paper: "Paper") -> Iterator[str]:
    shown = [*paper.authors[:_AUTHORS], *(["…"] if len(paper.authors) > _AUTHORS else [])]
    when = paper.date or paper.year
    yield f"  first     {cell(paper.title)}"
    if shown or when:
        yield f"            {' '.join(filter(None, (cell('; '.join(shown)), f'({when})' if when else '')))}"
    if paper.abstract:
        yield f"            {cell(paper.abstract, _SHOWN)}"


def _record(survey: "Survey") -> dict[str, Any]:
    first = survey.first
    return {
        "source": survey.name,
        "format": survey.format,
        "encoding": survey.encoding,
        "unpacked_from": survey.packing,
        "papers": survey.papers,
        "skipped": {
            kind: {"number": number, "first": str(survey.examples[kind])} for kind, number in survey.skipped.items()
        },
        "not_read": survey.unread and survey.unread.reason,
        "fields": dict(survey.filled),
        "first": first and _paper_record(first),
    }


def _paper_record(paper: "Paper") -> dict[str, Any]:
    from kg.readers.mapping import FIELDS

    return {name: value for name in FIELDS if (value := getattr(paper, name)) not in (None, "", ())}
