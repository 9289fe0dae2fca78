"""What tells a result from other numbers, and which thing a result belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from kg.extraction.doc_words import DocWords
from kg.extraction.marked_names import Marked
from kg.extraction.numbers import Number
from kg.extraction.words_around import LEFT, RIGHT, Feature, Known, Side, pair, words_around
from kg.model import EntityType

_PLACED, _NEAR, _MANY = 3, 8, 3
#: Words further off than this are not looked at; sentences are shorter.
_FAR = 60
#: Distances in words that say different things; what is further off is one.
_DISTANCES = (0, 1, 2, 3, 4, 6, 9, 13, 20)
_SIZES = (0.1, 1, 2, 5, 10, 50, 100, 1000)


class Place(NamedTuple):
    """A run of words in a sentence."""

    start: int
    end: int
    sentence: int


_START = attrgetter("start")


def number_features(
    text: DocWords,
    number: Number,
    at: Place,
    near: "Neighbours",
    lookup: Callable[[Iterable[Feature]], Iterable[Known]],
    known: Sequence[Sequence[Known]],
) -> list[Known]:
    """What speaks for or against a number being a result, and of what kind; the words of its sentence are known."""
    begin, end = text.bounds(at.sentence)
    said = words_around(LEFT, known[: at.start - begin][-_FAR:][::-1], _NEAR)
    said += words_around(RIGHT, known[at.end - begin :][:_FAR], _NEAR)
    # No more of them are told together.
    before, behind = text.words[begin : at.start][-_PLACED:][::-1], text.words[at.end : end][:_PLACED]
    beside = chain(_beside(LEFT, before, number.unit), _beside(RIGHT, behind, number.unit))
    said += lookup(chain(_of_number(number), beside, _of_place(text, at), near.around_number(at)))
    return said


def _of_number(number: Number) -> Iterator[Feature]:
    decimal = "." in number.digits
    yield "number", ""
    yield "unit", number.unit
    yield "sign", number.sign
    yield "decimal", int(decimal)
    yield "size", bisect_right(_SIZES, number.amount)
    yield "unit and decimal", f"{number.unit} {decimal}"
    if not number.unit and number.digits.isdigit():
        yield "digits", len(number.digits)


def _beside(side: Side, words: list[str], unit: str) -> Iterator[Feature]:
    """The nearest words on one side, with the number's unit, and together."""
    for n, word in enumerate(words):
        yield f"{side.name} {n} {unit}", word
    yield from pair(side, words)


def _of_place(text: DocWords, at: Place) -> Iterator[Feature]:
    yield "sentence", min(at.sentence - text.sentence_of(text.abstract), 2)
    yield "sentences left", min(len(text.starts) - at.sentence, _MANY)


class Neighbours(NamedTuple):
    """The marked names and the numbers of a doc, by sentence."""

    #: Sentence → type → places of its names in it.
    names: dict[int, dict[str, list[Place]]]
    #: Sentence → places of the numbers in it.
    numbers: dict[int, list[Place]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, Place]], numbers: Iterable[Place]) -> "Neighbours":
        """The neighbours of some names, each with its type, and numbers in the order of the text."""
        near = cls({}, {})
        for place in numbers:
            near.numbers.setdefault(place.sentence, []).append(place)
        for type, place in names:
            near.names.setdefault(place.sentence, {}).setdefault(type, []).append(place)
        return near

    def named(self, type: str, sentence: int) -> Sequence[Place]:
        """Where names of the type stand in a sentence."""
        return self.names.get(sentence, {}).get(type, ())

    def around_number(self, at: Place) -> Iterator[Feature]:
        """Of which types names stand on either side of a number, and how far off."""
        for type, places in self.names.get(at.sentence, {}).items():
            behind = bisect_left(places, at.start, key=_START)
            if behind:
                yield f"{type} before", _distance(_gap(at, places[behind - 1]))
            if behind < len(places):
                yield f"{type} behind", _distance(_gap(at, places[behind]))
        others = self.numbers[at.sentence]
        yield "numbers", min(len(others), _MANY)


class Thing(NamedTuple):
    """What a result may be of."""

    #: Its names, by their positions among the doc's marked names.
    names: tuple[int, ...]
    type: str
    places: list[Place]
    #: What speaks for or against it, whatever the number.
    always: list[Feature]

    @classmethod
    def of(
        cls, text: DocWords, members: tuple[int, ...], names: Sequence[Marked], places: Sequence[Place], role: str
    ) -> "Thing":
        """The thing of some of the names, which stand in these places."""
        type, stands = names[members[0]].type, [places[n] for n in members]
        always: list[Feature] = [("thing", type), ("role", role), ("mentions", min(len(members), _MANY))]
        if stands[0].start < text.abstract:
            always.append(("in title", type))
        if stands[0].start == 0 < text.abstract:
            always.append(("begins title", type))
        return cls(members, type, stands, always)

    def nearest(self, at: Place) -> Place:
        """The place nearest to a number, in its sentence if there is one."""
        if len(self.places) == 1:
            return self.places[0]
        behind = bisect_left(self.places, at)
        beside = self.places[max(0, behind - 1) : behind + 1]
        return min(beside, key=lambda place: (abs(place.sentence - at.sentence), _gap(at, place)))


def link_features(text: DocWords, at: Place, kind: str, unit: str, near: Neighbours, thing: Thing) -> list[Feature]:
    """What speaks for a result belonging to a thing, beside what always does."""
    type = thing.type
    found: list[Feature] = [("kind", f"{type} {kind}")]
    if type == EntityType.METRIC:
        found += _measure(text.words[thing.places[0].end - 1], kind, unit)
    place = thing.nearest(at)
    if place.sentence == at.sentence:
        return found + _in_sentence(text, at, place, kind, unit, type, near)
    away = max(-_MANY, min(_MANY, place.sentence - at.sentence))
    found.append(("sentences away", away if place.start >= text.abstract else "title"))
    found.append(("alone", int(not near.named(type, at.sentence))))
    return found


def _in_sentence(
    text: DocWords, at: Place, place: Place, kind: str, unit: str, type: str, near: Neighbours
) -> list[Feature]:
    """What speaks for a name that stands in the sentence of the number."""
    side, left, right = ("before", place, at) if place.start < at.start else ("behind", at, place)
    gap = _distance(_gap(at, place))
    names, numbers = near.named(type, at.sentence), near.numbers[at.sentence]
    names_between, numbers_between = _between(left, right, names), _between(left, right, numbers)
    words = text.words[left.end : right.start]
    word = f"word {side}"
    found: list[Feature] = [
        (side, gap),
        (f"{side} {kind}", gap),
        ("names between", f"{side} {names_between}"),
        ("numbers between", f"{side} {numbers_between}"),
        ("between", f"{side} {names_between} {numbers_between}"),
        *([(f"words {side}", " ".join(words))] if len(words) <= 3 else ()),
        *[(word, each) for each in words[:_NEAR]],
        ("word before name", text.words[place.start - 1] if place.start else ""),
        ("word behind name", text.words[place.end] if place.end < len(text.words) else ""),
        ("unit", f"{side} {unit}"),
    ]
    if len(numbers) > 1 and place in names:
        found.append(_parallel(text, numbers, numbers.index(at), names, names.index(place)))
    return found


def _measure(head: str, kind: str, unit: str) -> Iterator[Feature]:
    """What the last word of a metric says beside a number: *latency* goes with ms, *speedup* with a ratio."""
    yield "head", head
    yield "head and unit", f"{head} {unit}"
    yield "head and kind", f"{head} {kind}"


def none_features(at: Place, kind: str, unit: str, types: Sequence[str], near: Neighbours) -> list[Feature]:
    """What speaks for a result that belongs to nothing named."""
    here = min(sum(len(near.named(type, at.sentence)) for type in types), _MANY)
    return [
        ("nothing", kind),
        ("nothing of unit", unit),
        ("nothing here", here),
        ("nothing here and kind", f"{kind} {here}"),
    ]


def _parallel(text: DocWords, numbers: Sequence[Place], n: int, names: Sequence[Place], m: int) -> Feature:
    """Whether number and name have one position in lists of equal length: *… by 3 and 5 on A and B, respectively*."""
    begin, end = text.bounds(numbers[n].sentence)
    said = "respectively" in text.words[begin:end]
    return "parallel", f"{n == m} {len(numbers) == len(names)} {said}"


def _between(left: Place, right: Place, places: Sequence[Place]) -> int:
    """How many of the places, at most `_MANY`, stand between two of their sentence."""
    return min(bisect_left(places, right.start, key=_START) - bisect_left(places, left.end, key=_START), _MANY)


def _gap(one: Place, other: Place) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _distance(gap: int) -> int:
    return bisect_left(_DISTANCES, gap)
