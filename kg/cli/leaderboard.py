"""``kg leaderboard``."""

import csv
import json
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import told_errors
from kg.cli.text_table import cell, text_table

if TYPE_CHECKING:
    from kg.insight import Group, ReportedRow, Table
    from kg.insight.leaderboard import Aliases

_HEADER = ("value", "from", "subject", "baseline", "paper", "year")
_LONGEST_NAME = 32
_LONGEST_TITLE = 56
_KINDS = {"absolute": "scores", "gain": "gains", "ratio": "ratios", "rank": "ranks"}


@click.command()
@click.argument("benchmark")
@click.option("--metric", metavar="M", help="List results with this metric only, by its name or an alias.")
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("outputs"),
    show_default=True,
    metavar="OUTPUT-DIR",
    help="Folder into which kg build wrote.",
)
@click.option("--sentences", is_flag=True, help="Show the sentence behind each result.")
@click.option("--json", "as_json", is_flag=True, help="Print the groups as JSON, with sentences and addresses.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the same as CSV, a result a row.")
def leaderboard(benchmark: str, metric: str | None, folder: Path, sentences: bool, as_json: bool, as_csv: bool) -> None:
    """List what the papers of a build report for BENCHMARK, its name or an alias in any spelling.

    Each metric has tables of its own for scores, gains, ratios and ranks. Scores stand best first where kg knows
    whether more or less of the metric is better; all else stands by paper. Ends with 2 if there is nothing to list.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    from kg.build import RESULTS
    from kg.insight import leaderboard as groups_of
    from kg.insight import read_results
    from kg.provenance import check_unchanged

    with told_errors():
        check_unchanged(folder / RESULTS)
        groups = groups_of(read_results(folder / RESULTS), benchmark, metric, _aliases(folder))
        _set_encoding(data=as_json or as_csv)
        if as_json:
            click.echo(json.dumps([_group_record(group) for group in groups], ensure_ascii=False, indent=1))
        elif as_csv:
            _write_csv(groups)
        else:
            click.echo("\n".join(_told(groups, sentences)))


def _aliases(folder: Path) -> "Aliases":
    from kg.export import read_built_graphml
    from kg.insight import aliases_in

    return lambda type: aliases_in(read_built_graphml(folder), type)


def _set_encoding(data: bool) -> None:
    """Data are UTF-8, whatever the terminal's encoding; a table shows what the terminal can."""
    if isinstance(sys.stdout, TextIOWrapper):
        if data:
            sys.stdout.reconfigure(encoding="utf-8")
        else:
            sys.stdout.reconfigure(errors="replace")


def _group_record(group: "Group") -> dict[str, Any]:
    from kg.insight import record

    return {
        "benchmark": group.benchmark,
        "metric": group.metric,
        "notes": group.notes,
        "tables": [
            {"kind": table.kind, "better": table.better, "notes": table.notes, "rows": [*map(record, table.rows)]}
            for table in group.tables
        ],
    }


def _write_csv(groups: list["Group"]) -> None:
    from kg.insight import record

    records = [record(row) for group in groups for table in group.tables for row in table.rows]
    writer = csv.DictWriter(sys.stdout, list(records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)


def _told(groups: list["Group"], sentences: bool) -> Iterator[str]:
    from kg.insight import NOT_COMPARED

    tables = [table for group in groups for table in group.tables]
    papers = {row.paper for table in tables for row in table.rows}
    number = sum(len(table.rows) for table in tables)
    in_all = f"{_counted(number, 'result')} in the abstracts of {_counted(len(papers), 'paper')}"
    yield f"{cell(groups[0].benchmark)}: {in_all}"
    for group in groups:
        for table in group.tables:
            metric = cell(group.metric) if group.metric else "metric not named"
            order = f"best first, {table.better} is better" if table.better else "by paper"
            yield f"\n{metric}: {_KINDS.get(table.kind, cell(table.kind))}, {order}"
            yield from _table_lines(table, sentences)
            yield from (f"  Note: {cell(note)}" for note in table.notes)
        yield from (f"  Note: {cell(note)}" for note in group.notes)
    if len(tables) > 1:
        yield f"\n{NOT_COMPARED}"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("s" if number != 1 else "")


def _table_lines(table: "Table", sentences: bool) -> Iterator[str]:
    header, *lines = text_table(_HEADER, [_cells(row) for row in table.rows])
    yield f"  {header}"
    for line, row in zip(lines, table.rows, strict=True):
        yield f"  {line}"
        if sentences:
            yield f"      “{cell(row.sentence, len(row.sentence))}”"


def _cells(row: "ReportedRow") -> tuple[str, ...]:
    from kg.insight import shown_value

    return (
        cell(shown_value(row)),
        cell(row.start),
        cell(row.subject, _LONGEST_NAME),
        cell(row.baseline, _LONGEST_NAME),
        cell(row.title, _LONGEST_TITLE),
        str(row.year or ""),
    )
