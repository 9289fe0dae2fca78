"""What papers together say of two entities: evaluated on, measured by, compared with, used together.

A result row says it outright; what one paper does with both says it by inference, and `Relation.how` tells which.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kg.graph.association import Thing, by_date, date_of, find_associations, foremost, used_in
from kg.graph.result_rows import thing_of, things_in
from kg.graph.schema import COMPARED_WITH, EVALUATED_ON, MEASURED_BY, USED_TOGETHER
from kg.model import EntityType, PaperEntities, Role

_Said = tuple[Thing, Thing, str]

_BY_RESULTS, _BY_ROLES, _BY_SHARED = "results", "roles", "shared papers"
#: What a row says of the things in two of its fields.
_IN_A_ROW: tuple[tuple[str, str, str], ...] = (
    ("subject", "benchmark", EVALUATED_ON),
    ("benchmark", "metric", MEASURED_BY),
    ("subject", "baseline", COMPARED_WITH),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One thing's relation to another."""

    source: Thing
    target: Thing
    #: One of `kg.graph.schema.RELATIONS`.
    relation: str
    #: How many papers say so, each counted once.
    papers: int
    #: ``results``, ``roles`` or ``results; roles``; ``shared papers`` for what is used together.
    how: str
    #: Normalized pointwise mutual information of what is used together.
    weight: float | None = None
    #: Date of the first paper that says so, or its year where that is all that is known.
    first: str | None = None


def find_relations(papers: Iterable[PaperEntities]) -> list[Relation]:
    """All relations, sorted by source, target and relation; being used together is told once, from the smaller id."""
    papers = sorted(papers, key=by_date)
    frequency = Counter(thing for paper in papers for thing in used_in(paper))
    by_results, by_roles, count = Counter[_Said](), Counter[_Said](), Counter[_Said]()
    first: dict[_Said, str | None] = {}
    for paper in papers:
        in_results, in_roles = set(_in_results(paper)), set(_in_roles(paper, frequency))
        by_results.update(in_results)
        by_roles.update(in_roles)
        count.update(in_results | in_roles)
        for said in in_results | in_roles:
            first.setdefault(said, date_of(paper))
    ways = {_BY_RESULTS: by_results, _BY_ROLES: by_roles}
    relations = [
        Relation(*said, number, "; ".join(way for way, told in ways.items() if said in told), first=first[said])
        for said, number in count.items()
    ]
    relations += (
        Relation(pair.one, pair.other, USED_TOGETHER, pair.papers, _BY_SHARED, pair.npmi, pair.first)
        for pair in find_associations(papers)
    )
    return sorted(relations, key=lambda relation: (relation.source, relation.target, relation.relation))


def _in_results(paper: PaperEntities) -> Iterator[_Said]:
    """What the paper's result rows say, as far as they name entities of the paper."""
    things = things_in(paper) if paper.results else set()
    for result in paper.results:
        for from_field, to_field, relation in _IN_A_ROW:
            source, target = thing_of(result, from_field, things), thing_of(result, to_field, things)
            if source and target and source != target:
                yield source, target, relation


def _in_roles(paper: PaperEntities, frequency: Counter[Thing]) -> Iterator[_Said]:
    """What follows from the paper's roles: what it proposes was evaluated on what it evaluates on, and so forth.

    Of several benchmarks and several metrics no one knows which belongs to which.
    """
    proposed = foremost(_with_role(paper, Role.PROPOSES, EntityType.METHOD, EntityType.MODEL), frequency)
    benchmarks = foremost(_with_role(paper, Role.EVALUATES_ON, EntityType.BENCHMARK), frequency)
    metrics = foremost(_with_role(paper, Role.REPORTS, EntityType.METRIC), frequency)
    others = foremost(_with_role(paper, Role.COMPARES_WITH, EntityType.METHOD, EntityType.MODEL), frequency)
    yield from ((*pair, EVALUATED_ON) for pair in product(proposed, benchmarks))
    if 1 in (len(benchmarks), len(metrics)):
        yield from ((*pair, MEASURED_BY) for pair in product(benchmarks, metrics))
    yield from ((*pair, COMPARED_WITH) for pair in product(proposed, others))


def _with_role(paper: PaperEntities, role: Role, *types: EntityType) -> Iterator[Thing]:
    fitting = (entity for entity in paper.entities if entity.role == role and entity.type in types)
    return ((str(entity.type), entity.name) for entity in fitting)
