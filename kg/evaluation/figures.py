"""Precision, recall and F1 of what was found in papers, against labels.

- edges: a paper's entity; right if type and a form agree, each labelled entity being found once.
- roles: edges whose role is right too; ``accuracy`` is the share of right roles among right edges.
- spans: mentions whose field, characters and type are right; overlap: those that share a character.
- results: rows whose value, metric and benchmark are right; values: those whose value is.
- naming: B-cubed over the right edges of all papers: does one name stand for one thing?
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.evaluation.labels import LabelledEntity, LabelledPaper, Span
from kg.evaluation.naming import b_cubed
from kg.evaluation.pairing import pair
from kg.evaluation.result_rows import OneName, count_right
from kg.model import EntityType
from kg.names import name_key

_TypedSpan = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """One row of the table; shares are 0 to 1, and 0 where there is nothing to share."""

    precision: float
    recall: float
    #: Labelled and found items; None where the row counts no items of its own.
    gold: int | None = None
    found: int | None = None
    #: Share of right roles among the right edges; only the row of roles has it.
    accuracy: float | None = None

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class _Count:
    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        self.right += right
        self.found += found
        self.gold += gold

    def figures(self, accuracy: float | None = None) -> Figures:
        return Figures(_share(self.right, self.found), _share(self.right, self.gold), self.gold, self.found, accuracy)


def evaluate(gold: Iterable[LabelledPaper], found: Iterable[LabelledPaper]) -> dict[str, Figures]:
    """The rows of the table by name; a labelled paper that was not found counts as one without entities."""
    by_id = {paper.id: paper for paper in found}
    counts: dict[str, _Count] = defaultdict(_Count)
    names: list[tuple[tuple[str, str], tuple[str, str]]] = []
    for paper in gold:
        other = by_id.get(paper.id) or LabelledPaper(paper.id, "", "", ())
        pairs = pair(paper.entities, other.entities)
        _count_edges(counts, paper, other, pairs)
        _count_spans(counts, paper, other)
        _count_results(counts, paper, other, pairs)
        names += [((g.type, name_key(g.name)), (f.type, name_key(f.name))) for g, f in pairs]
    touched, touching = counts.pop("overlap, gold", _Count()), counts.pop("overlap, found", _Count())
    rows = {name: count.figures() for name, count in counts.items()}
    # Rounded as they are shown, so that F1 follows from what a reader sees.
    rows["overlap"] = Figures(
        round(_share(touching.right, touching.found), 4), round(_share(touched.right, touched.gold), 4)
    )
    rows["roles"] = counts["roles"].figures(accuracy=_share(counts["roles"].right, counts["edges all"].right))
    rows["naming"] = Figures(*b_cubed(names))
    return rows


def _count_edges(
    counts: dict[str, _Count],
    gold: LabelledPaper,
    found: LabelledPaper,
    pairs: list[tuple[LabelledEntity, LabelledEntity]],
) -> None:
    for type in EntityType:
        counts[f"edges {type}"].add(
            sum(g.type == type for g, _ in pairs),
            sum(f.type == type for f in found.entities),
            sum(g.type == type for g in gold.entities),
        )
    totals = len(found.entities), len(gold.entities)
    counts["edges all"].add(len(pairs), *totals)
    counts["edges untyped"].add(len(pair(gold.entities, found.entities, typed=False)), *totals)
    counts["roles"].add(sum(g.role == f.role for g, f in pairs), *totals)


def _count_spans(counts: dict[str, _Count], gold: LabelledPaper, found: LabelledPaper) -> None:
    marked, proposed = _spans(gold), _spans(found)
    counts["spans"].add(len(marked & proposed), len(proposed), len(marked))
    counts["overlap, found"].add(sum(_touches(span, marked) for span in proposed), len(proposed), 0)
    counts["overlap, gold"].add(sum(_touches(span, proposed) for span in marked), 0, len(marked))


def _count_results(
    counts: dict[str, _Count],
    gold: LabelledPaper,
    found: LabelledPaper,
    pairs: list[tuple[LabelledEntity, LabelledEntity]],
) -> None:
    whole, values = count_right(gold.results, found.results, OneName(pairs))
    counts["results"].add(whole, len(found.results), len(gold.results))
    counts["values"].add(values, len(found.results), len(gold.results))


def _spans(paper: LabelledPaper) -> set[_TypedSpan]:
    return {(span, entity.type) for entity in paper.entities for span in entity.spans}


def _touches(one: _TypedSpan, others: set[_TypedSpan]) -> bool:
    (field, start, end), type = one
    return any(type == t and field == f and start < e and s < end for (f, s, e), t in others)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
