"""What is no entity, however much it looks like a name: *LLM*, *MDP*, a part of a web address or of a citation."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import CANDIDATES, candidates
from kg.extraction.paper_doc import text_of
from kg.lexicons import read_rejected
from kg.names import name_key

#: The span group of the candidates that were taken back.
REJECTED = "rejected"
_ADDRESSES = "addresses"

#: Finders whose word stands against the list: a lexicon says so too, or the paper itself does.
_TRUSTED = frozenset({"known_names", "coined_names"})
#: So many texts are remembered with their verdict; the same names come again and again.
_REMEMBERED = 1 << 16
#: Roles that any network can play, under whatever adjectives: *video large language models*.
_ROLE = re.compile(
    r"(?:language|foundation|reasoning|reward|world|multi-?modal|omni-modal|dialogue|large|pre-?trained|generative"
    r"|vision|action|audio|speech|base|embedding|surrogate|learning)\smodels?$|LLMs?$|VLMs?$|LMs?$|agents?$",
    re.IGNORECASE,
)
#: A text without any of these holds no address; looking for them takes a tenth of the time of the pattern below.
_SIGNS = ("://", "www.", ".com/", ".org/", ".io/", ".ai/", ".edu/", ".net/", "\\cite")
_ADDRESS = re.compile(r"(?:https?://|www\.|\b[\w.-]+\.(?:com|org|io|ai|edu|net)/)[^\s)}\]]*|\\cite\w*\{[^}]*\}")


def plays_role(text: str) -> bool:
    """Whether the text says which role a network plays, rather than name one: *large language model*."""
    return _ROLE.search(text) is not None


def rejected(doc: Doc) -> list[Span]:
    """The candidates that were taken back."""
    return list(doc.spans[REJECTED]) if REJECTED in doc.spans else []


def in_address(span: Span) -> bool:
    """Whether the span stands in a web address or the key of a citation."""
    return any(start <= span.start_char < end for start, end in _addresses(span.doc))


def _addresses(doc: Doc) -> list[tuple[int, int]]:
    addresses = doc.user_data.get(_ADDRESSES)
    if addresses is None:
        text = text_of(doc)
        held = any(sign in text for sign in _SIGNS)
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
        """Leave only the candidates that are not rejected, and keep the others in the span group `REJECTED`."""
        kept: list[Span] = []
        turned_away: list[Span] = []
        for span in candidates(doc):
            (turned_away if in_address(span) or self.rejects(span) else kept).append(span)
        doc.spans[CANDIDATES] = kept
        doc.spans[REJECTED] = turned_away
        return doc

    def rejects(self, span: Span) -> bool:
        """Whether the list holds the span's text and its finder is not trusted to know better."""
        if span.id_ in _TRUSTED:
            return False
        return self._listed(span.text)

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
