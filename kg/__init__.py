"""Turn paper abstracts into a knowledge graph of methods, benchmarks, models and metrics."""

from kg.errors import InputError, KgError, LexiconError, NoPapers, OutputError, UnknownFormat, UnreadableInput
from kg.model import (
    Abbreviation,
    Entity,
    EntityType,
    Findings,
    Mention,
    Paper,
    PaperEntities,
    Role,
    Skipped,
)

__version__ = "0.1.0"

__all__ = [
    "Abbreviation",
    "Entity",
    "EntityType",
    "Findings",
    "InputError",
    "KgError",
    "LexiconError",
    "Mention",
    "NoPapers",
    "OutputError",
    "Paper",
    "PaperEntities",
    "Role",
    "Skipped",
    "UnknownFormat",
    "UnreadableInput",
    "__version__",
]
