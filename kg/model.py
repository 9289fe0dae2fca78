"""The words that every stage speaks: papers, what was found in them, what it stands for.

Data flows Paper → Findings → PaperEntities; each stage makes new values and changes none.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from kg.alignment import AsRead

Field = Literal["title", "abstract"]


class EntityType(StrEnum):
    """What kind of thing a name stands for."""

    METHOD = "METHOD"
    BENCHMARK = "BENCHMARK"
    MODEL = "MODEL"
    METRIC = "METRIC"


class Role(StrEnum):
    """How a paper is tied to an entity, strongest first."""

    PROPOSES = "PROPOSES"
    EVALUATES_ON = "EVALUATES_ON"
    REPORTS = "REPORTS"
    COMPARES_WITH = "COMPARES_WITH"
    USES = "USES"
    MENTIONS = "MENTIONS"

    @property
    def rank(self) -> int:
        """0 for the strongest role, counting up."""
        return list(Role).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: a source, and in it a line or a record, counted from 1; neither: the whole source."""

    source: str
    line: int | None = None
    record: int | None = None

    @property
    def is_whole_source(self) -> bool:
        """Whether it is all of the source and no record in it."""
        return self.line is None and self.record is None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.source}:{self.line}"
        return self.source if self.record is None else f"{self.source}, record {self.record}"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as its source describes it; fields the source lacks are None or empty.

    Its texts are clean and hold no lone surrogate: the readers see to that.
    """

    id: str
    title: str
    abstract: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    #: ISO 8601 calendar date, ``YYYY-MM-DD``, or ``YYYY-MM`` where no day is known.
    date: str | None = None
    url: str | None = None
    doi: str | None = None
    categories: tuple[str, ...] = ()
    venue: str | None = None
    keywords: tuple[str, ...] = ()
    #: How often it was cited, as its source counts.
    citations: int | None = None
    #: Address of its code.
    code: str | None = None
    #: ISO 639-1 code of the language it is written in, where that is not English.
    language: str | None = None
    #: Title and abstract as they were read, where cleaning changed them.
    title_as_read: AsRead | None = None
    abstract_as_read: AsRead | None = None
    #: Where its record stands; says nothing about the paper itself.
    place: Place | None = field(default=None, compare=False)

    def text(self, field: Field) -> str:
        """The clean field; mention offsets count its code points."""
        return self.title if field == "title" else self.abstract

    def text_as_read(self, field: Field) -> str:
        """The field as its source has it."""
        read = self._as_read(field)
        return read.text if read else self.text(field)

    def span_as_read(self, field: Field, start: int, end: int) -> tuple[int, int]:
        """Where characters ``start`` to ``end`` of the clean field stand in the field as it was read."""
        read = self._as_read(field)
        return read.span(start, end) if read else (start, end)

    def clean_span(self, field: Field, start: int, end: int) -> tuple[int, int]:
        """Where characters ``start`` to ``end`` of the field as it was read stand in the clean field."""
        read = self._as_read(field)
        return read.clean_span(start, end) if read else (start, end)

    def _as_read(self, field: Field) -> AsRead | None:
        return self.title_as_read if field == "title" else self.abstract_as_read


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record, or a whole source, from which no paper came, and why."""

    place: Place
    reason: str
    #: Whether nothing is lost by it, such as a picture in a folder.
    harmless: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


#: The component that finds a user's own terms.
OWN_TERMS = "own_terms"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a paper's title or abstract where a name stands."""

    field: Field
    #: Offsets in code points of the field, end exclusive.
    start: int
    end: int
    text: str
    #: One of EntityType, or a type of the user's own.
    type: str
    #: The usual name as a lexicon or the paper itself gives it, where one of them does.
    name: str | None
    #: The component that found it.
    found_by: str
    #: Share of such mentions that are right, 0 to 1.
    confidence: float
    role: Role
    #: Offsets of the sentence around it, in the same field.
    sentence: tuple[int, int]
    #: How much its surroundings say for the role: above 0 more than for the others.
    support: float = 0.0


@dataclass(frozen=True, slots=True)
class Reported:
    """A number that an abstract reports as an outcome, and the mentions of what it is of."""

    #: As written, with its sign and with ``%`` or ``x``: ``77.5``, ``15.6%``, ``+0.09``, ``1.8x``.
    value: str
    #: ``absolute`` (a score reached), ``gain`` (over something), ``ratio`` (times as fast), ``rank`` (a place).
    kind: str
    #: The value from which it started.
    start: str | None
    #: Offsets of the value in the abstract, end exclusive, and of the sentence around it.
    place: tuple[int, int]
    sentence: tuple[int, int]
    metric: Mention | None = None
    benchmark: Mention | None = None
    subject: Mention | None = None
    baseline: Mention | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A number that an abstract reports, with the names of what it is of; None where it names nothing."""

    value: str
    kind: str
    start: str | None
    place: tuple[int, int]
    sentence: tuple[int, int]
    metric: str | None = None
    benchmark: str | None = None
    subject: str | None = None
    baseline: str | None = None


#: The fields of a result that name things, and the types of these, the likelier first.
RESULT_FIELDS: dict[str, tuple[EntityType, ...]] = {
    "metric": (EntityType.METRIC,),
    "benchmark": (EntityType.BENCHMARK,),
    "subject": (EntityType.METHOD, EntityType.MODEL),
    "baseline": (EntityType.METHOD, EntityType.MODEL),
}


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and the long form that the same paper gives for it."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What extraction found in one paper."""

    paper: Paper
    mentions: tuple[Mention, ...]
    abbreviations: tuple[Abbreviation, ...] = ()
    #: In the order of the text.
    results: tuple[Reported, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in one paper: all its mentions there, under the name it has over the whole input."""

    name: str
    #: One of EntityType, or a type of the user's own.
    type: str
    role: Role
    confidence: float
    mentions: tuple[Mention, ...]

    @property
    def evidence(self) -> Mention:
        """The mention that says most for the role, in the abstract if it can be."""
        # Of a role that its type cannot have, a mention may hold a stronger one.
        return min(
            self.mentions, key=lambda m: (m.role != self.role, m.role.rank, m.field == "title", -m.support, m.start)
        )


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    """One thing that is a variant of another of its type: *Llama 3.1* of *Llama*."""

    type: str
    name: str
    #: The name one step above; papers need not name it.
    parent: str
    #: The rule that says so.
    found_by: str


@dataclass(frozen=True, slots=True)
class PaperEntities:
    """One paper and the entities in it."""

    paper: Paper
    entities: tuple[Entity, ...]
    #: In the order of the text.
    results: tuple[Result, ...] = ()
