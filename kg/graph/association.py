"""What is used together: pairs of entities that share more papers than chance would give them."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.graph.ids import entity_id
from kg.model import EntityType, PaperEntities, Role

#: A pair with fewer shared papers is no pattern.
MIN_SHARED = 3
#: From here on a pair is more than chance: 0 is what chance gives, 1 is never one without the other.
MIN_NPMI = 0.3
#: Pairs grow with the square of the entities, so of a survey's hundreds only so many are paired.
MOST_PER_PAPER = 60

_TYPES = frozenset(EntityType)

#: Type and name of an entity.
Thing = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Association:
    """Two entities that are used together, the one with the smaller node id first."""

    one: Thing
    other: Thing
    #: How many papers use both.
    papers: int
    npmi: float
    #: Date of the first paper that uses both, or its year where that is all that is known.
    first: str | None


def npmi(both: int, one: int, other: int, papers: int) -> float:
    """Normalized pointwise mutual information over papers: ln(p(x,y) / (p(x) p(y))) / -ln p(x,y), from -1 to 1.

    G. Bouma, Normalized (pointwise) mutual information in collocation extraction, GSCL 2009. p is the share of the
    papers; the ends, where the formula has no value, are its limits: -1 for what never meets, 1 for what is always
    there.
    """
    if both == 0:
        return -1.0
    if both == papers:
        return 1.0
    # Quotients of whole numbers are rounded once, so that the greatest value is 1 to the last digit.
    return math.log(both * papers / (one * other)) / math.log(papers / both)


def find_associations(papers: Iterable[PaperEntities]) -> Iterator[Association]:
    """The pairs with enough shared papers and a high enough NPMI, in no order.

    A paper counts for what it names with another role than MENTIONS.
    """
    papers = sorted(papers, key=by_date)
    used = [used_in(paper) for paper in papers]
    frequency = Counter(thing for things in used for thing in things)
    # What is rarer than the floor is in no pair that reaches it; without this the pairs would fill the memory.
    often = {thing: entity_id(*thing) for thing, count in frequency.items() if count >= MIN_SHARED}
    shared: Counter[tuple[Thing, Thing]] = Counter()
    first: dict[tuple[Thing, Thing], PaperEntities] = {}
    for paper, things in zip(papers, used, strict=True):
        for pair in combinations(sorted(foremost(things & often.keys(), frequency), key=often.__getitem__), 2):
            shared[pair] += 1
            first.setdefault(pair, paper)
    for (one, other), both in shared.items():
        weight = npmi(both, frequency[one], frequency[other], len(used))
        if both >= MIN_SHARED and weight >= MIN_NPMI:
            # Logarithms differ in their last digits from machine to machine.
            yield Association(one, other, both, round(weight, 4), date_of(first[one, other]))


def date_of(paper: PaperEntities) -> str | None:
    """When the paper was published: its date, or its year where that is all that is known."""
    return paper.paper.date or (f"{paper.paper.year:04d}" if paper.paper.year else None)


def by_date(paper: PaperEntities) -> tuple[bool, str]:
    """Orders papers by date, those without one at the end."""
    date = date_of(paper)
    return date is None, date or ""


def used_in(paper: PaperEntities) -> set[Thing]:
    """The entities of kg's own types with which the paper does more than to mention them."""
    return {
        (str(entity.type), entity.name)
        for entity in paper.entities
        if entity.role != Role.MENTIONS and entity.type in _TYPES
    }


def foremost(things: Iterable[Thing], frequency: Counter[Thing]) -> list[Thing]:
    """As many of a paper's things as are paired, those first that most papers use."""
    return sorted(things, key=lambda thing: (-frequency[thing], thing))[:MOST_PER_PAPER]
