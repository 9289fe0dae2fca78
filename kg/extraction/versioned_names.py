"""Names that go on with a version: *Llama-3.1-8B-Instruct*, a family with version, size and tuning; *MATH-500*."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.candidates import Candidate, Finder, candidates
from kg.extraction.name_shapes import looks_named, trim
from kg.extraction.paper_doc import phrase_at, text_of
from kg.model import EntityType

_VERSION = r"v?\d{1,2}(?:\.\d{1,2})*[a-z]?"
_SIZE = r"\d+(?:\.\d+)?\s?[BM](?:-A\d+(?:\.\d+)?B)?"
#: What a model was made for or from; behind a space only with a capital, for *base* and *it* are words, too.
_TUNING = (
    "instruct|chat|base|it|math|coder?|vl|omni|audio|mini|nano|turbo|pro|flash|ultra|large|small|x{0,2}l|huge|tiny"
)
_TUNING += "|thinking|preview|sonnet|opus|haiku|distill|zero|vision|lite|medium|nemo|r1|v\\d|moe|dpo|sft|rl"
_SPACED_TUNING = (
    r"[mM]ini|Instruct|Chat|Base|Math|Coder|VL|Omni|Nano|Turbo|Pro|Flash|Ultra|Large|Small|Thinking|Preview|Sonnet|Opus"
    r"|Haiku|Distill|Zero|Vision|Lite|Medium|Nemo"
)
#: What may follow the known name of each type. A second number behind a space is no version: *GPT-4 3 times*.
_SUFFIX: dict[str, re.Pattern[str]] = {
    EntityType.MODEL: re.compile(
        rf"(?:(?:-|(?<!\d)\s)?{_VERSION}(?![\w%])|[-\s]?{_SIZE}(?![\w%])|-(?i:{_TUNING})(?!\w)|\s(?:{_SPACED_TUNING})(?!\w))+"
    ),
    EntityType.BENCHMARK: re.compile(
        r"\s(?:v?\d\.\d|20[12]\d|\d+k)(?![\w.%])|-(?i:\d+k?|v\d|pro|plus|hard|lite|verified)(?![\w-])"
    ),
}
#: Any name that ends in a size, whatever the family: *Lingshu-32B*, *WizardMath-7B-V1.1*.
_SIZED = re.compile(
    rf"(?<![\w-])(?:[A-Z][\w.]*(?:-[\w.]+)*?-{_SIZE}(?:-[\w.]+)*(?!\w)|[A-Z][A-Za-z]+\d*(?:\.\d)?\s{_SIZE}(?!\w)(?:-\w+)*)"
)

#: What all sizes have; most texts have none.
_SIZE_SIGN = re.compile(r"\d\s?[BM]")


class VersionedNames(Finder):
    """Extends known models and benchmarks by what follows of their name, and marks names that end in a size."""

    name = "versioned_names"

    def match(self, doc: Doc) -> Iterator[Candidate]:
        """Known names with what goes on behind them, then any name with a size in it."""
        for known in candidates(doc):
            pattern = _SUFFIX.get(known.type)
            suffix = pattern.match(text_of(doc), known.phrase.end_char) if pattern else None
            if suffix and (whole := self._whole(doc, known.phrase.start_char, suffix.end(), known.type)):
                yield whole
        for match in _SIZED.finditer(text_of(doc)) if _SIZE_SIGN.search(text_of(doc)) else ():
            if whole := self._whole(doc, *match.span(), EntityType.MODEL):
                yield whole

    def _whole(self, doc: Doc, start: int, end: int, type: str) -> Candidate | None:
        place = phrase_at(doc, *trim(text_of(doc), start, end))
        return Candidate(place, type, self.name) if place and looks_named(place.text) else None


@Language.factory("versioned_names")
def make_versioned_names(nlp: Language, name: str) -> VersionedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return VersionedNames()
