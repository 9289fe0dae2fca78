"""The benchmarks that most results are reported for, with the tables of their results."""

from collections import Counter
from typing import Any

from kg.graph.schema import Graph
from kg.insight import Group, ReportedRow, Table, from_record, leaderboard, shown_value

#: Benchmarks, tables of each and rows of each.
BENCHMARKS, TABLES, ROWS = 5, 3, 10
_KINDS = {"absolute": "scores", "gain": "gains", "ratio": "ratios", "rank": "ranks"}


def reported_benchmarks(graph: Graph) -> list[dict[str, Any]]:
    """The benchmarks that most papers report results for; of these, the metrics that have most."""
    rows = [from_record(record) for record in graph.graph.get("results", [])]
    papers = Counter(benchmark for benchmark, _ in {(row.benchmark, row.paper) for row in rows if row.benchmark})
    names = sorted(papers, key=lambda name: (-papers[name], name))[:BENCHMARKS]
    return [_benchmark(name, papers[name], rows) for name in names]


def _benchmark(name: str, papers: int, rows: list[ReportedRow]) -> dict[str, Any]:
    groups = leaderboard(rows, name)
    tables = [_table(group, table) for group in groups for table in group.tables]
    return {
        "name": name,
        "papers": papers,
        "results": sum(table["number"] for table in tables),
        "tables": sorted(tables, key=lambda table: -table["number"])[:TABLES],
        "more": max(0, len(tables) - TABLES),
    }


def _table(group: Group, table: Table) -> dict[str, Any]:
    return {
        "metric": group.metric,
        "kind": _KINDS.get(table.kind, table.kind),
        "better": table.better,
        "notes": [*table.notes, *group.notes],
        "number": len(table.rows),
        "rows": [_row(row) for row in table.rows[:ROWS]],
    }


def _row(row: ReportedRow) -> dict[str, Any]:
    return {
        "value": shown_value(row),
        "start": row.start,
        "subject": row.subject,
        "baseline": row.baseline,
        "title": row.title,
        "address": row.url,
        "year": str(row.year) if row.year is not None else None,
    }
