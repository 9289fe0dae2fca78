"""What a result is of, told by what the results before it in the paper are of."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from kg.extraction.words_around import Feature

#: So many of the last results are looked at; a thing that comes this often in a sentence comes often.
_LAST, _OFTEN = 3, 2


class Chosen(NamedTuple):
    """What an earlier result of the paper was said to be of, in one field."""

    sentence: int
    kind: str
    #: By its number; `NOTHING` for nothing, `UNKNOWN` for a thing that the recognizer has not found.
    thing: int


NOTHING, UNKNOWN = -1, -2


def earlier_features(
    earlier: Sequence[Chosen], sentence: int, kind: str, things: Iterable[int]
) -> Iterator[Sequence[Feature]]:
    """What earlier results say of each thing: the next is mostly of the same metric, and of another benchmark."""
    if not earlier:
        yield from repeat(())
        return
    last = earlier[-1]
    before: list[int | None] = [each.thing for each in earlier[-_LAST:]]
    here: list[int | None] = [each.thing for each in earlier if each.sentence == sentence]
    as_last, nothing = f"{bool(here)} {last.kind == kind}", f"{bool(here)} {last.thing == NOTHING}"
    many_here, many = min(len(here), _OFTEN), len(before)

    def told(thing: int | None) -> Sequence[Feature]:
        return (
            ("as last", f"{as_last} {last.thing == thing}"),
            ("nothing as last", f"{nothing} {thing == NOTHING}"),
            ("times here", f"{min(here.count(thing), _OFTEN)} {many_here}"),
            ("times", f"{before.count(thing)} {many}"),
        )

    # Of most things the same is told: no earlier result was of them.
    never, chosen = told(None), {NOTHING, *before, *here}
    for thing in things:
        yield told(thing) if thing in chosen else never
