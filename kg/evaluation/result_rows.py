"""Which found result stands for which labelled one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.evaluation.labels import LabelledEntity, ResultRow
from kg.names import name_key

#: Stands for a value that is left empty; a nought without its zeros would be empty, too.
_NO_VALUE = "none"
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


class OneName:
    """Whether two names of a paper stand for one entity, by the pairs of entities that agree."""

    def __init__(self, pairs: Iterable[tuple[LabelledEntity, LabelledEntity]]) -> None:
        #: Form → numbers of the pairs that it names.
        self._pairs: dict[str, set[int]] = defaultdict(set)
        for number, (gold, found) in enumerate(pairs):
            for form in gold.forms | found.forms:
                self._pairs[form].add(number)

    def __call__(self, name: str | None, other: str | None) -> bool:
        """Both are empty, or agree by their letters or by an entity."""
        if not name or not other:
            return not name and not other
        key, other_key = name_key(name), name_key(other)
        return key == other_key or not self._pairs[key].isdisjoint(self._pairs[other_key])


def count_right(gold: Sequence[ResultRow], found: Sequence[ResultRow], same: OneName) -> tuple[int, int]:
    """How many labelled rows are found with value, metric and benchmark, and how many with the value at least."""
    free, whole, values = list(found), 0, 0
    for row in gold:
        near = [other for other in free if number_of(other.value) == number_of(row.value)]
        if not near:
            continue
        best = max(near, key=lambda other: sum(_agreement(row, other, same)))
        free.remove(best)
        values += 1
        metric, benchmark, _ = _agreement(row, best, same)
        whole += metric and benchmark
    return whole, values


def _agreement(row: ResultRow, other: ResultRow, same: OneName) -> tuple[bool, bool, bool]:
    return (
        same(row.metric, other.metric),
        same(row.benchmark, other.benchmark),
        same(row.subject, other.subject),
    )


def number_of(value: str) -> str:
    """The first number of the text without separators and leading zeros: ``+0.90%`` → ``.90``."""
    digits = _DIGITS.search(value)
    return digits[0].replace(",", "").lstrip("0") if digits else name_key(value) or _NO_VALUE
