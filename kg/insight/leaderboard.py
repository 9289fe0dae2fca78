"""What papers report for one benchmark: a group a metric, in it a table a kind of result, none mixed with another."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.insight.directions import Better, better
from kg.insight.reported import ReportedRow
from kg.insight.values import amount, unit
from kg.model import EntityType
from kg.names import listed, nearest
from kg.resolution.surface import spelling_key

if TYPE_CHECKING:
    from kg.graph.schema import Graph

NOT_COMPARED = (
    "Not compared with one another: scores of different metrics, scores and gains, values with % and without."
)
#: Things of a type and what else each is called.
Aliases = Callable[[EntityType], Mapping[str, Iterable[str]]]
_KINDS = ("absolute", "gain", "ratio", "rank")
#: So many of the names for which there is most an error tells where none is near.
_PROPOSED = 5


@dataclass(frozen=True, slots=True)
class Table:
    """Results of one kind for one benchmark and metric."""

    kind: str
    #: Which values stand first; None where the rows stand by their papers.
    better: Better | None
    rows: tuple[ReportedRow, ...]

    @property
    def notes(self) -> list[str]:
        """What to mind before one compares its rows."""
        units = sorted({_unit(row) for row in self.rows}, key=_unit_order)
        if len(units) < 2:
            return []
        shown = listed([f"in {name}" if name else "without a unit" for name in units], "and")
        return [f"values {shown} stand together here and are not compared"]


@dataclass(frozen=True, slots=True)
class Group:
    """All results for one benchmark and metric."""

    benchmark: str
    #: None for those whose sentence names no metric.
    metric: str | None
    tables: tuple[Table, ...]

    @property
    def notes(self) -> list[str]:
        """What to mind before one compares its tables' rows."""
        if self.metric is None:
            single = sum(len(table.rows) for table in self.tables) == 1
            return [] if single else ["these may be of different metrics and are not compared"]
        if self.tables[0].kind == "absolute" and self.tables[0].better is None:
            return [f"kg does not know whether more or less of {self.metric} is better"]
        return []


def leaderboard(
    rows: Iterable[ReportedRow],
    benchmark: str,
    metric: str | None = None,
    aliases: Aliases = lambda _: {},
) -> list[Group]:
    """The groups of a benchmark, the largest first and what names no metric last; both names in any spelling.

    ``aliases`` is asked only for a name that no row has. Raises InputError, which proposes other names, where
    the rows have nothing of the benchmark or of the metric.
    """
    found = _of_benchmark(list(rows), benchmark, aliases)
    if metric is not None:
        found = _of_metric(found, metric, aliases)
    sizes = Counter(row.metric for row in found)
    return [_group(name, found) for name in sorted(sizes, key=lambda name: (name is None, -sizes[name], name or ""))]


def aliases_in(graph: "Graph", type: EntityType) -> dict[str, list[str]]:
    """The things of a type in a graph and their aliases."""
    things = (data for data in graph.nodes.values() if data["kind"] == type)
    return {data.get("label", ""): [*filter(None, data.get("aliases", "").split("; "))] for data in things}


def shown_value(row: ReportedRow) -> str:
    """The value with its unit: *24 hours* where the value is ``24``."""
    name = _unit(row)
    return row.value if row.value.endswith(name) else f"{row.value} {name}"


def _of_benchmark(rows: list[ReportedRow], benchmark: str, aliases: Aliases) -> list[ReportedRow]:
    sizes = Counter(row.benchmark for row in rows if row.benchmark is not None)
    # Two things may be kept apart that share all but their spelling: the very name comes first.
    names = {benchmark} & set(sizes) or {name for name in sizes if spelling_key(name) == spelling_key(benchmark)}
    names = names or _with_alias(benchmark, EntityType.BENCHMARK, sizes, aliases, _unknown(benchmark, sizes))
    if not names:
        raise _unknown(benchmark, sizes)
    if len(names) > 1:
        raise InputError(f"{benchmark!r} may be {listed(sorted(names), 'or')}: write one of them letter by letter")
    return [row for row in rows if row.benchmark in names]


def _with_alias(name: str, type: EntityType, there: Collection[str], aliases: Aliases, unknown: InputError) -> set[str]:
    """Those of the names that are there which have this alias."""
    try:
        known = aliases(type) if there else {}
    except InputError as exc:
        raise InputError(f"{unknown} (Aliases were not looked at: {exc})") from exc
    key = spelling_key(name)
    # What is one thing's name and another's alias means the first, though nothing is reported for it.
    if key in map(spelling_key, known):
        return set()
    return {one for one in there if key in map(spelling_key, known.get(one, ()))}


def _unknown(benchmark: str, sizes: Counter[str]) -> InputError:
    if not sizes:
        return InputError("the build has no results: no abstract in it reports a number for a benchmark it names")
    if near := nearest(benchmark, sorted(sizes)):
        return InputError(f"no results for {benchmark!r}. Did you mean {listed(near, 'or')}?")
    most = sorted(sizes, key=lambda name: (-sizes[name], name))[:_PROPOSED]
    there = f"the build has some for {len(sizes):,} benchmarks, most for {listed(most, 'and')}"
    return InputError(f"no results for {benchmark!r}; {there}")


def _of_metric(rows: list[ReportedRow], metric: str, aliases: Aliases) -> list[ReportedRow]:
    there = sorted({row.metric for row in rows if row.metric})
    said = f"with {listed(there, 'and')}" if there else "whose metric is not named"
    unknown = InputError(f"no results for {rows[0].benchmark!r} with the metric {metric!r}; there are some {said}")
    names = {name for name in there if spelling_key(name) == spelling_key(metric)}
    names = names or _with_alias(metric, EntityType.METRIC, there, aliases, unknown)
    if not names:
        raise unknown
    return [row for row in rows if row.metric in names]


def _group(metric: str | None, rows: list[ReportedRow]) -> Group:
    of_metric = sorted((row for row in rows if row.metric == metric), key=_kind_order)
    tables = [_table(kind, better(metric), list(those)) for kind, those in groupby(of_metric, lambda row: row.kind)]
    return Group(rows[0].benchmark or "", metric, tuple(tables))


def _kind_order(row: ReportedRow) -> tuple[bool, int, str]:
    known = row.kind in _KINDS
    return not known, _KINDS.index(row.kind) if known else 0, row.kind


def _table(kind: str, direction: Better | None, rows: list[ReportedRow]) -> Table:
    # Within a paper the rows keep the order of its text.
    by_paper = sorted(rows, key=lambda row: row.paper)
    if kind != "absolute" or direction is None:
        return Table(kind, None, tuple(by_paper))
    sign = -1 if direction == "higher" else 1

    def place(row: ReportedRow) -> tuple[tuple[bool, str], bool, float]:
        number = amount(row.value)
        return _unit_order(_unit(row)), number is None, sign * (number or 0)

    return Table(kind, direction, tuple(sorted(by_paper, key=place)))


def _unit(row: ReportedRow) -> str:
    return unit(row.value, row.written)


def _unit_order(name: str) -> tuple[bool, str]:
    return name != "%", name
