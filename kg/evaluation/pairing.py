"""Which found entity stands for which labelled one: they share a form, and each is taken once."""

from collections.abc import Sequence

from kg.evaluation.labels import LabelledEntity


def pair(
    gold: Sequence[LabelledEntity], found: Sequence[LabelledEntity], *, typed: bool = True
) -> list[tuple[LabelledEntity, LabelledEntity]]:
    """Pairs that share most spans first, then those that share most forms, then in the order of the paper.

    ``typed``: both must be of one type.
    """
    options = [
        (-len(g.spans & f.spans), -len(g.forms & f.forms), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if not g.forms.isdisjoint(f.forms) and (g.type == f.type or not typed)
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(options):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs
