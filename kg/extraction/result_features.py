"""What tells a result from other numbers, and which thing a result belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kg.extraction.doc_words import DocWords
from kg.extraction.marked_names import Marked
from kg.extraction.numbers import Number
from kg.extraction.words_around import LEFT, RIGHT, Feature, Known, Lookup, Side, pair, words_around
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


def number_features(
    text: DocWords, number: Number, at: Place, near: "Neighbours", lookup: Lookup[Known]
) -> Iterator[Known]:
    """What speaks for or against a number being a result, and of what kind."""
    begin, end = text.bounds(at.sentence)
    before, behind = text.words[begin : at.start][-_FAR:][::-1], text.words[at.end : end][:_FAR]
    for side, words in ((LEFT, before), (RIGHT, behind)):
        yield from words_around(side, lookup.words(words), _NEAR)
    beside = chain(_beside(LEFT, before, number.unit), _beside(RIGHT, behind, number.unit))
    yield from lookup.features(chain(_of_number(number), beside, _of_place(text, at), near.around_number(at)))


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
    for n, word in enumerate(words[:_PLACED]):
        yield f"{side.name} {n} {unit}", word
    yield from pair(side, words)


def _of_place(text: DocWords, at: Place) -> Iterator[Feature]:
    yield "sentence", min(at.sentence - text.sentence_of(text.abstract), 2)
    yield "sentences left", min(len(text.starts) - at.sentence, _MANY)


class Neighbours(NamedTuple):
    """The marked names and the numbers of a doc, by sentence."""

    #: Sentence → type and place of each name in it.
    names: dict[int, list[tuple[str, Place]]]
    #: Sentence → places of the numbers in it.
    numbers: dict[int, list[Place]]

    def around_number(self, at: Place) -> Iterator[Feature]:
        """Of which types names stand on either side of a number, and how far off."""
        nearest: dict[str, int] = {}
        for type, place in self.names.get(at.sentence, ()):
            side = f"{type} {'before' if place.start < at.start else 'behind'}"
            nearest[side] = min(nearest.get(side, 99), _gap(at, place))
        for side, gap in nearest.items():
            yield side, _distance(gap)
        others = self.numbers[at.sentence]
        yield "numbers", min(len(others), _MANY)

    def between(self, type: str, left: Place, right: Place) -> tuple[int, int]:
        """How many names of the type and how many numbers stand between two places of a sentence."""
        names = [place for each, place in self.names[left.sentence] if each == type]
        numbers = self.numbers[left.sentence]
        among_names, among_numbers = (
            sum(left.end <= place.start < right.start for place in places) for places in (names, numbers)
        )
        return among_names, among_numbers


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


def link_features(text: DocWords, at: Place, kind: str, unit: str, near: Neighbours, thing: Thing) -> list[Feature]:
    """What speaks for a result belonging to a thing."""
    type = thing.type
    found: list[Feature] = [*thing.always, ("kind", f"{type} {kind}")]
    if type == EntityType.METRIC:
        found += _measure(text.words[thing.places[0].end - 1], kind, unit)
    place = min(thing.places, key=lambda place: (abs(place.sentence - at.sentence), _gap(at, place)))
    if place.sentence == at.sentence:
        found += _in_sentence(text, at, place, kind, unit, type, near)
        return found
    away = max(-_MANY, min(_MANY, place.sentence - at.sentence))
    found.append(("sentences away", away if place.start >= text.abstract else "title"))
    found.append(("alone", int(all(each != type for each, _ in near.names.get(at.sentence, ())))))
    return found


def _in_sentence(
    text: DocWords, at: Place, place: Place, kind: str, unit: str, type: str, near: Neighbours
) -> Iterator[Feature]:
    """What speaks for a name that stands in the sentence of the number."""
    side, left, right = ("before", place, at) if place.start < at.start else ("behind", at, place)
    gap = _distance(_gap(at, place))
    names_between, numbers_between = (min(count, _MANY) for count in near.between(type, left, right))
    yield side, gap
    yield f"{side} {kind}", gap
    yield "names between", f"{side} {names_between}"
    yield "numbers between", f"{side} {numbers_between}"
    yield "between", f"{side} {names_between} {numbers_between}"
    words = text.words[left.end : right.start]
    if len(words) <= 3:
        yield f"words {side}", " ".join(words)
    for word in words[:_NEAR]:
        yield f"word {side}", word
    yield "word before name", text.words[place.start - 1] if place.start else ""
    yield "word behind name", text.words[place.end] if place.end < len(text.words) else ""
    yield "unit", f"{side} {unit}"
    yield from _parallel(text, at, place, type, near)


def _measure(head: str, kind: str, unit: str) -> Iterator[Feature]:
    """What the last word of a metric says beside a number: *latency* goes with ms, *speedup* with a ratio."""
    yield "head", head
    yield "head and unit", f"{head} {unit}"
    yield "head and kind", f"{head} {kind}"


def none_features(at: Place, kind: str, unit: str, types: Sequence[str], near: Neighbours) -> Iterator[Feature]:
    """What speaks for a result that belongs to nothing named."""
    here = min(sum(type in types for type, _ in near.names.get(at.sentence, ())), _MANY)
    yield "nothing", kind
    yield "nothing of unit", unit
    yield "nothing here", here
    yield "nothing here and kind", f"{kind} {here}"


def _parallel(text: DocWords, at: Place, place: Place, type: str, near: Neighbours) -> Iterator[Feature]:
    """Whether number and name have one position in lists of equal length: *… by 3 and 5 on A and B, respectively*."""
    numbers = near.numbers[at.sentence]
    names = [each for label, each in near.names[at.sentence] if label == type]
    if len(numbers) < 2 or place not in names:
        return
    same = numbers.index(at) == names.index(place)
    begin, end = text.bounds(at.sentence)
    said = "respectively" in text.words[begin:end]
    yield "parallel", f"{same} {len(numbers) == len(names)} {said}"


def _gap(one: Place, other: Place) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _distance(gap: int) -> int:
    return bisect_left(_DISTANCES, gap)


#: The types of the things that each field of a result may hold.
FIELDS: dict[str, tuple[str, ...]] = {
    "metric": (EntityType.METRIC,),
    "benchmark": (EntityType.BENCHMARK,),
    "subject": (EntityType.METHOD, EntityType.MODEL),
    "baseline": (EntityType.METHOD, EntityType.MODEL),
}
