"""How finders hand on what they found: as typed phrases, overlaps and all, until the recognizer weighs them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extraction.paper_doc import Phrase

_CANDIDATES = "candidates"


class Candidate(NamedTuple):
    """What may be a name."""

    phrase: Phrase
    #: The `EntityType` of what it may stand for.
    type: str
    #: Name of the finder that proposes it.
    finder: str
    #: The usual name of the thing, where the finder knows it.
    name: str = ""


class Finder(ABC):
    """A pipeline component that proposes names: `match` finds them, calling it writes them into the doc."""

    #: The name under which its finds stand in the output.
    name: str

    @abstractmethod
    def match(self, doc: Doc) -> Iterable[Candidate]:
        """Find names in the doc, and change nothing."""

    def __call__(self, doc: Doc) -> Doc:
        """Add what `match` finds to the doc's candidates."""
        set_candidates(doc, [*candidates(doc), *self.match(doc)])
        return doc


def candidates(doc: Doc) -> list[Candidate]:
    """All that was proposed so far."""
    proposed = doc.user_data.get(_CANDIDATES, [])
    assert isinstance(proposed, list)  # noqa: S101 (nobody else writes it)
    return proposed


def set_candidates(doc: Doc, proposed: list[Candidate]) -> None:
    """Let these be the doc's candidates."""
    doc.user_data[_CANDIDATES] = proposed
