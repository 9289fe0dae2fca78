"""A doc as results are read from it: its numbers, its things, and what speaks for either."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from kg.extraction.contexts import contexts_of, name_contexts
from kg.extraction.doc_things import things_of
from kg.extraction.doc_words import DocWords, doc_words
from kg.extraction.earlier_results import NOTHING
from kg.extraction.marked_names import Marked, marked
from kg.extraction.numbers import Number, numbers
from kg.extraction.paper_doc import field_start, text_of
from kg.extraction.remembered_rows import Floats
from kg.extraction.result_features import (
    Neighbours,
    Place,
    Thing,
    link_features,
    none_features,
    number_features,
)
from kg.extraction.roles import told_roles
from kg.extraction.words_around import Feature, Known, Lookup
from kg.model import RESULT_FIELDS

#: Kinds of numbers that are no results: what nothing reports, and where a result started.
NO_RESULT = ("none", "from")


@dataclass(frozen=True)
class Reading:
    """A doc as results are read from it."""

    doc: Doc
    text: DocWords
    names: list[Marked]
    numbers: list[tuple[Number, Place]]
    near: Neighbours
    #: Of each name; none where there are no numbers.
    places: list[Place]

    @classmethod
    def of(cls, doc: Doc) -> "Reading":
        """What there is to read in a doc."""
        text, names = doc_words(doc), marked(doc)
        begin = field_start(doc, "abstract")
        spans = ((name.phrase.start_char - begin, name.phrase.end_char - begin) for name in names)
        found = [
            (number, _place(text, begin + number.start, begin + number.end))
            for number in numbers(text_of(doc)[begin:], spans)
        ]
        if not found:
            return cls(doc, text, names, [], Neighbours({}, {}), [])
        places = [Place(name.phrase.start, name.phrase.end, text.sentence_of(name.phrase.start)) for name in names]
        types = [name.type for name in names]
        near = Neighbours.of(zip(types, places, strict=True), (place for _, place in found))
        return cls(doc, text, names, found, near, places)

    @cached_property
    def things(self) -> list[Thing]:
        """What a result may be of; worked out only where there is one."""
        told = told_roles(self.doc)
        return [
            Thing.of(self.text, members, self.names, self.places, told[members[0]].role)
            for members in (things_of(self.doc, self.names) if self.numbers else ())
        ]

    def of_numbers(self, lookup: Lookup[Known]) -> Iterator[list[Known]]:
        """What speaks for the kind of each number."""
        known: dict[int, list[Sequence[Known]]] = {}
        for number, place in self.numbers:
            if place.sentence not in known:
                begin, end = self.text.bounds(place.sentence)
                known[place.sentence] = lookup.words(self.text.words[begin:end])
            yield number_features(self.text, number, place, self.near, lookup.features, known[place.sentence])

    @cached_property
    def candidates(self) -> dict[str, list[int]]:
        """For each field of a result what it may be of: `NOTHING`, then things by number."""
        types = [thing.type for thing in self.things]
        return {
            field: [NOTHING, *(n for n, type in enumerate(types) if type in of_field)]
            for field, of_field in RESULT_FIELDS.items()
        }

    @cached_property
    def always(self) -> dict[str, list[Sequence[Feature]]]:
        """What speaks for each candidate, whatever the number; nothing for nothing."""
        return {
            field: [(), *(self.things[n].always for n in things)] for field, (_, *things) in self.candidates.items()
        }

    def said(self, n: int, kind: str) -> dict[str, list[Sequence[Feature]]]:
        """What speaks for each candidate to be what the n-th number is of, beside what always does."""
        number, at = self.numbers[n]
        of_things = [link_features(self.text, at, kind, number.unit, self.near, thing) for thing in self.things]
        return {
            field: [
                none_features(at, kind, number.unit, RESULT_FIELDS[field], self.near),
                *(of_things[n] for n in things),
            ]
            for field, (_, *things) in self.candidates.items()
        }

    def contexts(self, numbers: Sequence[int]) -> tuple[Floats, Floats]:
        """What the network knows of some of the numbers and of all names, a row each."""
        return contexts_of(self.doc, [self.numbers[n][1] for n in numbers]), name_contexts(self.doc, self.names)


def _place(text: DocWords, start: int, end: int) -> Place:
    first = text.word_at(start)
    return Place(first, text.word_at(end - 1) + 1, text.sentence_of(first))
