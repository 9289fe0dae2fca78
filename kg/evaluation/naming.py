"""Whether one name stands for one thing over all papers."""

from collections import Counter
from collections.abc import Hashable, Sequence


def b_cubed(items: Sequence[tuple[Hashable, Hashable]]) -> tuple[float, float]:
    """Precision and recall of a clustering, averaged over items that are given as (true cluster, found cluster).

    Bagga & Baldwin 1998, "Algorithms for scoring coreference chains". Both are 0 where there is no item.
    """
    if not items:
        return 0.0, 0.0
    true, found, both = Counter(t for t, _ in items), Counter(f for _, f in items), Counter(items)
    precision = sum(both[item] / found[item[1]] for item in items) / len(items)
    recall = sum(both[item] / true[item[0]] for item in items) / len(items)
    return precision, recall
