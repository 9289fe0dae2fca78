"""The results that papers report, as they stand in the graph: each on one edge, as a readable line."""

from collections import defaultdict
from collections.abc import Set

from kg.graph.association import Thing
from kg.model import RESULT_FIELDS, PaperEntities, Result
from kg.names import one_line

#: On whose edge a row stands: that of the first that the paper has.
_PLACES = ("benchmark", "metric", "subject")


def things_in(paper: PaperEntities) -> set[Thing]:
    """Type and name of the paper's entities."""
    return {(str(entity.type), entity.name) for entity in paper.entities}


def thing_of(result: Result, field: str, things: Set[Thing]) -> Thing | None:
    """The entity of the paper that stands in a field of the result."""
    name = getattr(result, field)
    return next(((str(type), name) for type in RESULT_FIELDS[field] if (type, name) in things), None)


def rows_by_thing(paper: PaperEntities) -> dict[Thing, list[Result]]:
    """The paper's results by the entity on whose edge they stand, in the order of the text.

    A result of which neither benchmark, metric nor subject is an entity of the paper has no edge to stand on.
    """
    things = things_in(paper)
    rows: dict[Thing, list[Result]] = defaultdict(list)
    for result in paper.results:
        thing = next(filter(None, (thing_of(result, field, things) for field in _PLACES)), None)
        if thing:
            rows[thing].append(result)
    return rows


def row_text(result: Result) -> str:
    """A result as a line: *accuracy 77.5 (Kimi k1.5)*, *+4.2% F1 (X over Y)*, *speedup 2x*, *rank 1 in accuracy*."""
    parts = [_outcome(result), _from(result), _whose(result)]
    return one_line(" ".join(part for part in parts if part))


def _outcome(result: Result) -> str:
    """What was reached; a gain stands before its metric, so that nobody takes it for a score."""
    metric = result.metric or ""
    if result.kind == "gain":
        # Without a sign the abstract may mean less or more: *improves by*, *reduces by*.
        by = "" if result.value[:1] in "+-−" else "by "
        return f"{by}{result.value} {metric}"
    if result.kind == "rank":
        return f"rank {result.value}" + (f" in {metric}" if metric else "")
    return f"{metric} {result.value}"


def _from(result: Result) -> str:
    return f"from {result.start}" if result.start else ""


def _whose(result: Result) -> str:
    """Who reached it, and beside whom."""
    against = "over" if result.kind == "gain" else "against"
    baseline = f"{against} {result.baseline}" if result.baseline else ""
    whose = " ".join(part for part in (result.subject, baseline) if part)
    return f"({whose})" if whose else ""
