"""What is no entity, however much it looks like a name: *LLM*, *MDP*, a part of a web address or of a citation."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import CANDIDATES, candidates
from kg.extraction.paper_doc import text_of
from kg.lexicons import read_rejected
from kg.names import name_key

#: Finders whose word stands against the list: a lexicon says so too, or the paper itself does.
_TRUSTED = frozenset({"known_names", "coined_names"})
#: Roles that any network can play, under whatever adjectives: *video large language models*.
_ROLE = re.compile(
    r"(?:language|foundation|reasoning|reward|world|multi-?modal|omni-modal|dialogue|large|pre-?trained|generative"
    r"|vision|action|audio|speech|base|embedding|surrogate|learning)\smodels?$|LLMs?$|VLMs?$|LMs?$|agents?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.|\b[\w.-]+\.(?:com|org|io|ai|edu|net)/)[^\s)}\]]*|\\cite\w*\{[^}]*\}")


def plays_role(text: str) -> bool:
    """Whether the text says which role a network plays, rather than name one: *large language model*."""
    return _ROLE.search(text) is not None


class RejectedNames:
    """Takes back the candidates that the list of rejected strings holds, in the singular or plural."""

    def __init__(self) -> None:
        self._keys = {name_key(row.name) for row in read_rejected()}

    def __call__(self, doc: Doc) -> Doc:
        """Leave only the candidates that are not rejected."""
        addresses = [match.span() for match in _ADDRESS.finditer(text_of(doc))]
        doc.spans[CANDIDATES] = [
            span
            for span in candidates(doc)
            if not self.rejects(span) and not any(a <= span.start_char < b for a, b in addresses)
        ]
        return doc

    def rejects(self, span: Span) -> bool:
        """Whether the list holds the span's text and its finder is not trusted to know better."""
        if span.id_ in _TRUSTED:
            return False
        key = name_key(span.text)
        singulars = {key, key.removesuffix("s"), key.removesuffix("es")}
        return not singulars.isdisjoint(self._keys) or plays_role(span.text)


@Language.factory("rejected_names")
def make_rejected_names(nlp: Language, name: str) -> RejectedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component with the list that comes with kg."""
    return RejectedNames()
