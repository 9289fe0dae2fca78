"""What tells a result from other numbers, and which thing a result belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from kg.extraction.doc_words import DocWords
from kg.extraction.linear_model import Feature
from kg.extraction.marked_names import Marked
from kg.extraction.numbers import Number
from kg.model import EntityType

_PLACED, _NEAR, _MANY = 3, 8, 3
#: Words further off than this are not looked at; sentences are shorter.
_FAR = 60
#: Distances in words that say different things; what is further off is one.
_DISTANCES = (0, 1, 2, 3, 4, 6, 9, 13, 20)
_SIZES = (0.1, 1, 2, 5, 10, 50, 100, 1000)


@dataclass(frozen=True, slots=True)
class Place:
    """A run of words in a sentence."""

    start: int
    end: int
    sentence: int


def number_features(text: DocWords, number: Number, at: Place, near: "Neighbours") -> Iterator[Feature]:
    """What speaks for or against a number being a result, and of what kind."""
    begin, end = text.bounds(at.sentence)
    before, behind = text.words[begin : at.start][::-1], text.words[at.end : end]
    yield "number", ""
    yield "unit", number.unit
    yield "sign", number.sign
    yield "decimal", int("." in number.digits)
    yield "size", sum(number.amount >= size for size in _SIZES)
    yield "unit and decimal", f"{number.unit} {'.' in number.digits}"
    if not number.unit and number.digits.isdigit():
        yield "digits", len(number.digits)
    yield from _words_around("left", before, number.unit)
    yield from _words_around("right", behind, number.unit)
    yield "sentence", min(at.sentence - text.sentence_of(text.abstract), 2)
    yield "sentences left", min(len(text.starts) - at.sentence, _MANY)
    yield from near.around_number(at)


def _words_around(side: str, words: list[str], unit: str) -> Iterator[Feature]:
    """The words on one side within the sentence, the nearest first."""
    for n, word in enumerate(words[:_PLACED]):
        yield f"{side} {n}", word
        yield f"{side} {n} {unit}", word
    if len(words) > 1:
        yield f"{side} pair", f"{words[0]} {words[1]}"
    yield from zip(repeat(side), words[:_NEAR], strict=False)
    yield from zip(repeat(f"{side} far"), words[_NEAR:_FAR], strict=False)


@dataclass(frozen=True, slots=True)
class Neighbours:
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

    def between(self, type: str, one: Place, other: Place) -> tuple[int, int]:
        """How many names of the type and how many numbers stand between two places of a sentence."""
        left, right = sorted((one, other), key=lambda place: place.start)
        names = sum(
            each == type and left.end <= place.start < right.start for each, place in self.names.get(one.sentence, ())
        )
        return names, sum(left.end <= place.start < right.start for place in self.numbers.get(one.sentence, ()))


def link_features(
    text: DocWords, at: Place, kind: str, unit: str, near: Neighbours, names: Sequence[Marked], places: Sequence[Place]
) -> Iterator[Feature]:
    """What speaks for a result belonging to the thing of these names."""
    type = names[0].span.label_
    yield "thing", type
    yield "kind", f"{type} {kind}"
    if places[0].start < text.abstract:
        yield "in title", type
        if places[0].start == 0:
            yield "begins title", type
    yield "mentions", min(len(places), _MANY)
    if type == EntityType.METRIC:
        yield from _measure(text.words[places[0].end - 1], kind, unit)
    place = min(places, key=lambda place: (abs(place.sentence - at.sentence), _gap(at, place)))
    away = place.sentence - at.sentence
    if away:
        yield "sentences away", max(-_MANY, min(_MANY, away)) if place.start >= text.abstract else "title"
        yield "alone", int(sum(each == type for each, _ in near.names.get(at.sentence, ())) == 0)
        return
    side = "before" if place.start < at.start else "behind"
    gap = _distance(_gap(at, place))
    names_between, numbers_between = (min(count, _MANY) for count in near.between(type, at, place))
    yield side, gap
    yield f"{side} {kind}", gap
    yield "names between", f"{side} {names_between}"
    yield "numbers between", f"{side} {numbers_between}"
    yield "between", f"{side} {names_between} {numbers_between}"
    left, right = sorted((at, place), key=lambda each: each.start)
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
    here = [type for type, _ in near.names.get(at.sentence, ())]
    yield "nothing", kind
    yield "nothing of unit", unit
    yield "nothing here", min(sum(type in types for type in here), _MANY)
    yield "nothing here and kind", f"{kind} {min(sum(type in types for type in here), _MANY)}"


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
    return sum(gap > distance for distance in _DISTANCES)


#: The types of the things that each field of a result may hold.
FIELDS: dict[str, tuple[str, ...]] = {
    "metric": (EntityType.METRIC,),
    "benchmark": (EntityType.BENCHMARK,),
    "subject": (EntityType.METHOD, EntityType.MODEL),
    "baseline": (EntityType.METHOD, EntityType.MODEL),
}
