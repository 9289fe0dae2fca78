"""What a user decides about a run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: The least confidence of an entity that is kept, where precision and recall balance best.
MIN_CONFIDENCE = 0.4


@dataclass(frozen=True, slots=True)
class Reading:
    """What a user decides about reading."""

    #: The name of the format, where it is not to be found from the content.
    format: str | None = None
    #: Field of a paper → the column or key that holds it, in tables and JSON.
    mapping: Mapping[str, str] = field(default_factory=dict)
    #: Whether papers that are not in English are read, too.
    all_languages: bool = False
    #: Whether the first thing that cannot be read is an error.
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user decides about finding and naming."""

    #: What is less sure, 0 to 1, is left out.
    min_confidence: float = MIN_CONFIDENCE
    #: A table of decisions on names; see `kg.resolution.curation`.
    curation: Path | None = None
    #: A table of the user's own terms; see `kg.lexicons.terms`.
    terms: Path | None = None
