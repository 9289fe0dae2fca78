"""The names that stand marked in a doc, each with a confidence, until they become mentions."""

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extraction.paper_doc import Phrase

_MARKED = "marked_names"
_start = attrgetter("phrase.start")


class Marked(NamedTuple):
    """A name in its place."""

    phrase: Phrase
    #: The `EntityType` of what it stands for, or a type of the user's own.
    type: str
    #: Share of such names that are right, 0 to 1.
    confidence: float
    #: Name of the component that found it.
    finder: str
    #: The usual name of the thing, where it is known.
    name: str = ""


def mark(doc: Doc, names: Iterable[Marked]) -> None:
    """Let these be the doc's marked names; no two share a token."""
    doc.user_data[_MARKED] = sorted(names, key=_start)


def marked(doc: Doc) -> list[Marked]:
    """The doc's marked names in the order of the text; none before the recognizer has read it."""
    names = doc.user_data.get(_MARKED, [])
    assert isinstance(names, list)  # noqa: S101 (nobody else writes it)
    return names
