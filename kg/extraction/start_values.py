"""Where results start: *from 17.7 to 67.2%*, *a gain of 3 points (from 5 to 8)*."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extraction.numbers import Number
from kg.extraction.result_reading import NO_RESULT, Reading

#: What stands between a starting value and what is reached, and what does not.
_LEADING = frozenset({"to", "→", ">", "rightarrow"})
_PARTING = frozenset({",", ";", "and"})


def starts_of(reading: Reading, kinds: Sequence[str]) -> dict[int, Number]:
    """For results, by their numbers, the nearest starting value in the sentence that no other result is nearer to."""
    starts = [n for n, kind in enumerate(kinds) if kind == "from" and not _is_set_against(reading, n)]
    leading = {start for start in starts if _leads_on(reading, start)}

    def nearness(n: int, start: int) -> tuple[int, bool]:
        """How near a number is to a start; of two that are as near, the text leads on to one."""
        return abs(n - start), (n > start) != (start in leading)

    found = {}
    for n, kind in enumerate(kinds if starts else ()):
        if kind in NO_RESULT:
            continue
        behind = bisect_left(starts, n)
        beside = [start for start in starts[max(0, behind - 1) : behind + 1] if _in_one_sentence(reading, n, start)]
        if not beside:
            continue
        start = min(beside, key=lambda start: nearness(n, start))
        far = abs(n - start)
        around = range(max(0, start - far), min(len(kinds), start + far + 1))
        if not any(kinds[m] not in NO_RESULT and nearness(m, start) < nearness(n, start) for m in around):
            found[n] = reading.numbers[start][0]
    return found


def _in_one_sentence(reading: Reading, n: int, m: int) -> bool:
    return reading.numbers[n][1].sentence == reading.numbers[m][1].sentence


def _leads_on(reading: Reading, start: int) -> bool:
    """Whether the text goes from the number to the next: *from 17.7 to 67.2*, *17.7 → 67.2*, but *(from 17.7) and*."""
    behind = [place for _, place in reading.numbers[start + 1 : start + 2]]
    between = reading.text.words[reading.numbers[start][1].end : behind[0].start] if behind else []
    is_open = between.count(")") <= between.count("(") and _PARTING.isdisjoint(between)
    return is_open and not _LEADING.isdisjoint(between)


def _is_set_against(reading: Reading, n: int) -> bool:
    """Whether a value is that of something else: *17.2 vs. 16.8*."""
    return reading.text.words[reading.numbers[n][1].start - 1].rstrip(".") in ("vs", "versus")
