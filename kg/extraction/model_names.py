"""Models known by the grammar of their names: a family, then version, size, tuning: *Llama-3.1-8B-Instruct*."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.candidates import Finder, candidates
from kg.extraction.paper_doc import text_of
from kg.model import EntityType

_VERSION = r"v?\d{1,2}(?:\.\d{1,2})*[a-z]?"
_SIZE = r"\d+(?:\.\d+)?\s?[BM](?:-A\d+(?:\.\d+)?B)?"
_TUNING = (
    r"[Ii]nstruct|[Cc]hat|[Bb]ase|[Ii]t|IT|[Mm]ath|[Cc]oder?|VL|[Oo]mni|[Aa]udio|[Mm]ini|[Nn]ano|[Tt]urbo|[Pp]ro|[Ff]lash|[Uu]ltra"
    r"|[Ll]arge|[Ss]mall|[Xx]{0,2}[Ll]|[Hh]uge|[Tt]iny|[Tt]hinking|[Pp]review|[Ss]onnet|[Oo]pus|[Hh]aiku|[Dd]istill|[Zz]ero|[Vv]ision|[Ll]ite"
    r"|[Mm]edium|[Hh]igh|[Ll]ow|[Nn]emo|[Rr]1|[Vv]\d|MoE|DPO|SFT|RL|XXL|\d{2}/\d{2}"
)
_SUFFIX = re.compile(rf"(?:[-\s]?(?:{_SIZE}|{_VERSION})(?![\w%])|[-\s](?:{_TUNING})(?!\w))+")
_SPACED_NUMBER = re.compile(r"\s\d+$")
#: Any name that ends in a size, whatever the family: *Lingshu-32B*, *WizardMath-7B-V1.1*.
_SIZED = re.compile(
    rf"(?<![\w-])[A-Z][\w.]*(?:-[\w.]+)*?-{_SIZE}(?:-(?:[\w.]+))*(?![\w])|(?<![\w-])[A-Z][A-Za-z]+\d*(?:\.\d)?\s{_SIZE}(?!\w)(?:-\w+)*"
)


class ModelNames(Finder):
    """Extends known models by what follows of their name, and marks names that end in a size."""

    name = "model_names"

    def match(self, doc: Doc) -> Iterator[Span]:
        """Known families with version, size and tuning, then any name with a size in it."""
        for known in candidates(doc):
            suffix = _SUFFIX.match(text_of(doc), known.end_char) if known.label_ == EntityType.MODEL else None
            if suffix and (span := self._whole(doc, known.start_char, suffix.end())):
                yield span
        for match in _SIZED.finditer(text_of(doc)):
            if span := self._whole(doc, *match.span()):
                yield span

    def _whole(self, doc: Doc, start: int, end: int) -> Span | None:
        end -= len(text_of(doc)[start:end]) - len(text_of(doc)[start:end].rstrip(" .-"))
        return self.char_span(doc, start, end, EntityType.MODEL)


@Language.factory("model_names")
def make_model_names(nlp: Language, name: str) -> ModelNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return ModelNames()
