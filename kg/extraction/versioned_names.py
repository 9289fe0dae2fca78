"""Names that go on with a version: *Llama-3.1-8B-Instruct*, a family with version, size and tuning; *MATH-500*."""

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
#: What may follow the known name of each type.
_SUFFIX = {
    EntityType.MODEL: re.compile(rf"(?:[-\s]?(?:{_SIZE}|{_VERSION})(?![\w%])|[-\s](?:{_TUNING})(?!\w))+"),
    EntityType.BENCHMARK: re.compile(
        r"\s(?:v?\d\.\d|20[12]\d|\d+k)(?![\w.%])|-(?:\d+[kK]?|[Vv]\d|[Pp]ro|[Pp]lus|[Hh]ard|[Ll]ite|[Vv]erified)(?![\w-])"
    ),
}
#: Any name that ends in a size, whatever the family: *Lingshu-32B*, *WizardMath-7B-V1.1*.
_SIZED = re.compile(
    rf"(?<![\w-])[A-Z][\w.]*(?:-[\w.]+)*?-{_SIZE}(?:-(?:[\w.]+))*(?![\w])|(?<![\w-])[A-Z][A-Za-z]+\d*(?:\.\d)?\s{_SIZE}(?!\w)(?:-\w+)*"
)


class VersionedNames(Finder):
    """Extends known models and benchmarks by what follows of their name, and marks names that end in a size."""

    name = "versioned_names"

    def match(self, doc: Doc) -> Iterator[Span]:
        """Known names with what goes on behind them, then any name with a size in it."""
        for known in candidates(doc):
            pattern = _SUFFIX.get(EntityType(known.label_))
            suffix = pattern.match(text_of(doc), known.end_char) if pattern else None
            if suffix and (span := self._whole(doc, known.start_char, suffix.end(), known.label_)):
                yield span
        for match in _SIZED.finditer(text_of(doc)):
            if span := self._whole(doc, *match.span(), EntityType.MODEL):
                yield span

    def _whole(self, doc: Doc, start: int, end: int, label: str) -> Span | None:
        end -= len(text_of(doc)[start:end]) - len(text_of(doc)[start:end].rstrip(" .-"))
        return self.char_span(doc, start, end, label)


@Language.factory("versioned_names")
def make_versioned_names(nlp: Language, name: str) -> VersionedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return VersionedNames()
