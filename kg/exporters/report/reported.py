"""The benchmarks that most results are reported for, with the tables of their results."""

from collections import Counter
from typing import Any

from kg.exporters.report.addresses import address
from kg.graph.dates import published
from kg.graph.ids import paper_id
from kg.graph.schema import Graph
from kg.insight import Group, ReportedRow, Table, from_record, leaderboard, shown_value

#: Benchmarks, tables of each and rows of each.
BENCHMARKS, TABLES, ROWS = 5, 3, 10
#: Column → how it stands; a column in which no row has anything is left out.
COLUMNS = {"value": "--:", "from": "--:", "subject": "---", "baseline": "---", "paper": "---", "year": "---"}
_KINDS = {"absolute": "scores", "gain": "gains", "ratio": "ratios", "rank": "ranks"}


def reported_benchmarks(graph: Graph) -> list[dict[str, Any]]:
    """The benchmarks that most papers report results for; of these, the metrics that have most."""
    rows = [from_record(record) for record in graph.graph.get("results", [])]
    papers = Counter(benchmark for benchmark, _ in {(row.benchmark, row.paper) for row in rows if row.benchmark})
    names = sorted(papers, key=lambda name: (-papers[name], name))[:BENCHMARKS]
    return [_benchmark(graph, name, papers[name], rows) for name in names]


def _benchmark(graph: Graph, name: str, papers: int, rows: list[ReportedRow]) -> dict[str, Any]:
    groups = leaderboard(rows, name)
    tables = [(group, table) for group in groups for table in group.tables]
    return {
        "name": name,
        "papers": papers,
        "results": sum(len(table.rows) for _, table in tables),
        "tables": [_table(graph, *each) for each in sorted(tables, key=_telling, reverse=True)[:TABLES]],
        "more": max(0, len(tables) - TABLES),
    }


def _telling(each: tuple[Group, Table]) -> tuple[int, bool, int]:
    """A table tells more, the more papers it sets side by side."""
    group, table = each
    return len({row.paper for row in table.rows}), group.metric is not None, len(table.rows)


def _table(graph: Graph, group: Group, table: Table) -> dict[str, Any]:
    rows = [_row(graph, row) for row in table.rows[:ROWS]]
    return {
        "metric": group.metric,
        "kind": _KINDS.get(table.kind, table.kind),
        "better": table.better,
        "notes": [*table.notes, *group.notes] if len(table.rows) > 1 else [],
        "number": len(table.rows),
        "rows": rows,
        "columns": [column for column in COLUMNS if any(row[column] is not None for row in rows)],
    }


def _row(graph: Graph, row: ReportedRow) -> dict[str, Any]:
    paper = graph.nodes.get(paper_id(row.paper), {})
    date = published(paper)
    return {
        "value": shown_value(row),
        "from": row.start,
        "subject": row.subject,
        "baseline": row.baseline,
        "paper": row.title,
        "year": date[:4] if date else row.year and str(row.year),
        "address": row.url or address(paper),
    }
