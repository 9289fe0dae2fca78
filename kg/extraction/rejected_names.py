"""What is no entity, however much it looks like a name: *LLM*, *MDP*, a part of a web address or of a citation."""

import re
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.candidates import Candidate, candidates, set_candidates
from kg.extraction.known_names import MEASURED
from kg.extraction.paper_doc import text_of
from kg.lexicons import read_rejected
from kg.names import name_key

_REJECTED = "rejected"
_ADDRESSES = "addresses"

#: Finders whose word stands against the list: a lexicon says so too, or the paper itself does.
_TRUSTED = frozenset({"known_names", MEASURED, "coined_names"})
#: So many texts are remembered with their verdict; the same names come again and again.
_REMEMBERED = 1 << 16
#: Roles that any network can play, under whatever adjectives: *video large language models*.
_ROLE = re.compile(
    r"(?:language|foundation|reasoning|reward|world|multi-?modal|omni-modal|dialogue|large|pre-?trained|generative"
    r"|vision|action|audio|speech|base|embedding|surrogate|learning)\smodels?$|LLMs?$|VLMs?$|LMs?$|agents?$",
    re.IGNORECASE,
)
#: A text without any of these holds no address; looking for them takes a tenth of the time of the pattern below.
_SIGNS = ("www.", "\\cite")
_SIGNS_WITH_SLASH = ("://", ".com/", ".org/", ".io/", ".ai/", ".edu/", ".net/")
_ADDRESS = re.compile(r"(?:https?://|www\.|\b[\w.-]+\.(?:com|org|io|ai|edu|net)/)[^\s)}\]]*|\\cite\w*\{[^}]*\}")


@lru_cache(maxsize=_REMEMBERED)
def plays_role(text: str) -> bool:
    """Whether the text says which role a network plays, rather than name one: *large language model*."""
    return _ROLE.search(text) is not None


def rejected(doc: Doc) -> list[Candidate]:
    """The candidates that were taken back."""
    taken_back = doc.user_data.get(_REJECTED, [])
    assert isinstance(taken_back, list)  # noqa: S101 (nobody else writes it)
    return taken_back


def in_address(doc: Doc, at: int) -> bool:
    """Whether the character at offset ``at`` of the doc stands in a web address or the key of a citation."""
    return any(start <= at < end for start, end in _addresses(doc))


def _addresses(doc: Doc) -> list[tuple[int, int]]:
    addresses = doc.user_data.get(_ADDRESSES)
    if addresses is None:
        text = text_of(doc)
        signs = (*_SIGNS, *_SIGNS_WITH_SLASH) if "/" in text else _SIGNS
        held = any(map(text.__contains__, signs))
        addresses = [match.span() for match in _ADDRESS.finditer(text)] if held else []
        doc.user_data[_ADDRESSES] = addresses
    assert isinstance(addresses, list)  # noqa: S101 (nobody else writes it)
    return addresses


class RejectedNames:
    """Takes back the candidates that the list of rejected strings holds, in the singular or plural."""

    def __init__(self) -> None:
        self._keys = {name_key(row.name) for row in read_rejected()}
        self._verdicts: dict[str, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Leave only the candidates that are not rejected, and keep the others for `rejected`."""
        kept: list[Candidate] = []
        taken_back: list[Candidate] = []
        for found in candidates(doc):
            refused = in_address(doc, found.phrase.start_char) or self.rejects(found)
            (taken_back if refused else kept).append(found)
        set_candidates(doc, kept)
        doc.user_data[_REJECTED] = taken_back
        return doc

    def rejects(self, found: Candidate) -> bool:
        """Whether the list holds the candidate's text and its finder is not trusted to know better."""
        return found.finder not in _TRUSTED and self._listed(found.phrase.text)

    def _listed(self, text: str) -> bool:
        verdict = self._verdicts.get(text)
        if verdict is None:
            key = name_key(text)
            singulars = {key, key.removesuffix("s"), key.removesuffix("es")}
            verdict = not singulars.isdisjoint(self._keys) or plays_role(text)
            if len(self._verdicts) < _REMEMBERED:
                self._verdicts[text] = verdict
        return verdict


@Language.factory("rejected_names")
def make_rejected_names(nlp: Language, name: str) -> RejectedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component with the list that comes with kg."""
    return RejectedNames()
