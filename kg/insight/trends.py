"""Which entities more, and which fewer, of the newer papers name than of the older ones.

The dated papers are parted into two halves by when they came out. An entity rises where a larger share of the newer
half names it, so much larger that chance would seldom do that: the difference of the shares is at least `LEAST_Z`
standard errors, taking both for one (K. Pearson's test, 1900). Nothing is said where too few papers have a date.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.dates import published
from kg.graph.schema import PAPER, Graph
from kg.insight.usage import Usage

#: Papers in each half below which nothing is said.
LEAST_HALF = 20
#: Papers of an entity below which nothing is said of it.
LEAST_PAPERS = 5
#: A change as large as this, up or down, comes by chance for one entity in 370.
LEAST_Z = 3.0

_MONTH = len("YYYY-MM")
_YEAR = len("YYYY")


@dataclass(frozen=True, slots=True)
class Halves:
    """The dated papers of a graph, parted in two."""

    #: First month, or first year, of the newer half.
    since: str
    #: Number of papers.
    older: int
    newer: int


@dataclass(frozen=True, slots=True)
class Trend:
    """An entity and how many papers of each half name it."""

    usage: Usage
    older: int
    newer: int
    #: Above 0 it rises; see this module.
    z: float


def papers_by_date(graph: Graph) -> Counter[str]:
    """How many papers came out in each month; in each year where more papers have only that."""
    dates = [date for node in graph.nodes.values() if node.get("kind") == PAPER and (date := published(node))]
    months = [date for date in dates if len(date) == _MONTH]
    # A year alone does not say to which side of a month in it a paper belongs.
    return Counter(months) if 2 * len(months) >= len(dates) else Counter(date[:_YEAR] for date in dates)


def halves(papers: Counter[str]) -> Halves | None:
    """Part papers by date so that both sides are as large as can be; None if one is too small."""
    total, best, older = papers.total(), None, 0
    for date in sorted(papers):
        if best is None or abs(total - 2 * older) < abs(total - 2 * best.older):
            best = Halves(date, older, total - older)
        older += papers[date]
    return best if best and min(best.older, best.newer) >= LEAST_HALF else None


def trends(found: Iterable[Usage], papers: Counter[str], parted: Halves) -> list[Trend]:
    """The entities that rise or fall, those that rise most first and those that fall most last.

    ``papers`` is what `papers_by_date` gives, and ``parted`` what `halves` makes of it.
    """
    counted = (_trend(usage, papers, parted) for usage in found if usage.papers >= LEAST_PAPERS)
    telling = (trend for trend in counted if trend.older + trend.newer >= LEAST_PAPERS and abs(trend.z) >= LEAST_Z)
    return sorted(telling, key=lambda trend: (-trend.z, trend.usage.sort_key()))


def course(usage: Usage, papers: Counter[str], parts: int) -> list[float]:
    """The share of the papers that name the entity in each of so many spans of time with about as many papers each.

    ``papers`` is what `papers_by_date` gives. Fewer spans, where there are fewer dates.
    """
    total, before = papers.total(), 0
    part_of: dict[str, int] = {}
    for date in sorted(papers):
        part_of[date] = before * parts // total
        before += papers[date]
    of_part, named = Counter[int](), Counter[int]()
    for date, number in papers.items():
        of_part[part_of[date]] += number
    named.update(part_of[date] for date in _dates(usage, papers) if date in part_of)
    return [named[part] / of_part[part] for part in sorted(of_part)]


def _trend(usage: Usage, papers: Counter[str], parted: Halves) -> Trend:
    dates = _dates(usage, papers)
    newer = sum(date >= parted.since for date in dates)
    older = len(dates) - newer
    return Trend(usage, older, newer, change_z(newer, parted.newer, older, parted.older))


def _dates(usage: Usage, papers: Counter[str]) -> list[str]:
    """The dates of the entity's papers as `papers_by_date` counts them: months, or years."""
    length = len(next(iter(papers), ""))
    return [use.published[:length] for use in usage.uses if use.published and len(use.published) >= length]


def change_z(newer: int, of_newer: int, older: int, of_older: int) -> float:
    """The difference of two shares in standard errors: counts, and of how many, which are not 0."""
    both = (newer + older) / (of_newer + of_older)
    error = math.sqrt(both * (1 - both) * (1 / of_newer + 1 / of_older))
    return (newer / of_newer - older / of_older) / error if error else 0.0
