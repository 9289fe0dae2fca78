"""The page's leaderboards beside those of `kg leaderboard`."""

import json
import shutil
import subprocess
from collections import Counter
from importlib.resources import files
from itertools import product

import pytest

from kg.insight import leaderboard, record, reported_rows
from kg.insight.directions import better
from kg.insight.reported import ReportedRow

SCRIPT = """
import { benchmarksOf, leaderboardOf } from '%s';
import { readFileSync } from 'node:fs';
const rows = JSON.parse(readFileSync(0, 'utf8'));
const boards = benchmarksOf(rows).map(({ name }) => [name, leaderboardOf(rows, name).map(({ metric, tables }) => [
  metric, tables.map(({ kind, better, rows }) => [kind, better, rows.map(({ place }) => place)])])]);
console.log(JSON.stringify(boards));
"""
DIRECTIONS = {"higher": "more", "lower": "less", None: None}

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="there is no node on the PATH")


def boards_of_page(rows):
    """What the script of the page makes of the rows: benchmark, metrics, tables with the places of their rows."""
    carried = [record(row) | {"better": DIRECTIONS[better(row.metric)], "place": n} for n, row in enumerate(rows)]
    module = (files("kg.exporters.html") / "script" / "leaderboard.js").as_uri()
    command = ["node", "--input-type=module", "--eval", SCRIPT % module]
    made = subprocess.run(command, input=json.dumps(carried), capture_output=True, text=True, timeout=30, check=True)
    return json.loads(made.stdout)


def boards_of_kg(rows):
    """The same of `kg leaderboard`."""
    sizes = Counter(row.benchmark for row in rows if row.benchmark)
    place = {id(row): number for number, row in enumerate(rows)}
    return [
        [name, [[group.metric, [_table(table, place) for table in group.tables]] for group in leaderboard(rows, name)]]
        for name in sorted(sizes, key=lambda name: (-sizes[name], name))
    ]


def _table(table, place):
    return [table.kind, DIRECTIONS[table.better], [place[id(row)] for row in table.rows]]


def _row(paper, value, kind, metric):
    written = {"7": "7 hours"}.get(value, value)
    names = {"metric": metric, "benchmark": "Nest", "subject": "Lark", "baseline": None}
    where = {"sentence": f"It is {written}.", "value_start": 6, "value_end": 6 + len(written)}
    about = {"paper": paper, "title": paper, "year": None, "url": None, "start": None}
    return ReportedRow(value=value, kind=kind, **about, **names, **where)


def test_page_and_command_agree(example_entities):
    """Of the same results both make the same tables, with the same rows in the same order."""
    rows = reported_rows(example_entities)
    assert rows
    assert boards_of_page(rows) == boards_of_kg(rows)


def test_page_and_command_agree_on_odd_values():
    """Units, signs, separators, ranks, unknown kinds and metrics are taken alike."""
    values = ["1,234.5", "64%", "71.25%", "−3", "+.5", "7", "2x", "many", "0"]
    kinds = ["absolute", "gain", "rank", "ratio", "odd"]
    all_of_them = product(values, kinds, ["accuracy", "perplexity", "sheen", None])
    rows = [_row(f"paper-{n % 7}", value, kind, metric) for n, (value, kind, metric) in enumerate(all_of_them)]
    assert boards_of_page(rows) == boards_of_kg(rows)
