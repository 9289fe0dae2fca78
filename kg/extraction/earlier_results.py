"""What a result is of, told by what the results before it in the paper are of."""

from collections.abc import Sequence
from itertools import takewhile
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


class Told(NamedTuple):
    """What the earlier results of a field say of one thing."""

    #: Whether the last is of the same kind, of nothing, and of this thing; whether this is nothing.
    same_kind: bool
    after_nothing: bool
    as_last: bool
    nothing: bool
    #: How often the thing comes, among how many: in the sentence, and among the last.
    times_here: int
    many_here: int
    times: int
    many: int

    def features(self) -> tuple[Feature, ...]:
        """The same in words."""
        here = self.many_here > 0
        return (
            ("as last", f"{here} {self.same_kind} {self.as_last}"),
            ("nothing as last", f"{here} {self.after_nothing} {self.nothing}"),
            ("times here", f"{self.times_here} {self.many_here}"),
            ("times", f"{self.times} {self.many}"),
        )


def told_of(earlier: Sequence[Chosen], sentence: int, kind: str, things: Sequence[int]) -> list[Told | None]:
    """What earlier results say of each thing, if there are any: most are of one metric, and of several benchmarks."""
    if not earlier:
        return [None] * len(things)
    last = earlier[-1]
    before = [each.thing for each in earlier[-_LAST:]]
    here = [each.thing for each in takewhile(lambda each: each.sentence == sentence, reversed(earlier))]
    always = last.kind == kind, last.thing == NOTHING
    many_here, many = min(len(here), _OFTEN), len(before)
    # Of most things the same is told: no earlier result was of them.
    never = Told(*always, False, False, 0, many_here, 0, many)
    told = {
        thing: Told(
            *always,
            thing == last.thing,
            thing == NOTHING,
            min(here.count(thing), _OFTEN),
            many_here,
            before.count(thing),
            many,
        )
        for thing in {NOTHING, *before, *here}
    }
    return [told.get(thing, never) for thing in things]
