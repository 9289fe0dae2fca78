"""Names beside a noun that says what they are: *the ImageNet dataset*, *benchmarks such as MATH and GSM8K*."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import Finder, candidates
from kg.extraction.coined_names import CoinedNames
from kg.extraction.head_nouns import ending_type
from kg.extraction.name_shapes import distinctive, name_lists, trim
from kg.extraction.paper_doc import text_of
from kg.model import EntityType

_SUCH_AS = r"(?:\s?[,:(–—]+)?\s?(?:such\sas|including|like|namely|e\.g\.,?|i\.e\.,?|[:(—–])\s?(?:the\s)?$"
#: What right behind a list of names types it.
_BEHIND = (
    (
        EntityType.BENCHMARK,
        r"\s(?:\w+\s)?(?:benchmarks?|datasets?|data\ssets?|corpus|corpora|environments?|test\ssets?|leaderboards?"
        r"|(?:benchmark|evaluation|test)\ssuites?|simulators?|gym|splits?|challenge)\b",
    ),
    (
        EntityType.MODEL,
        r"\s(?:(?:language|base|foundation|backbone|vision)\s)?(?:models?|LLMs?|VLMs?|MLLMs?|LVLMs?|backbones?"
        r"|architectures?|networks?|checkpoints?)\b(?!-)",
    ),
    (
        EntityType.METHOD,
        r"\s(?:algorithms?|methods?|techniques?|frameworks?|optimizers?|loss|losses|objectives?)\b",
    ),
    (EntityType.METRIC, r"\s(?:metrics?|scores?|values?|measures?|ind(?:ex|ices))\b"),
)
#: What right before a list of names types it.
_BEFORE = (
    (
        EntityType.BENCHMARK,
        r"\b(?:benchmarks?|datasets?|data\ssets?|corpora|environments?|suites?|simulators?|games?|domains?)" + _SUCH_AS,
    ),
    (
        EntityType.MODEL,
        r"\b(?:models?|LLMs?|VLMs?|MLLMs?|LVLMs?|architectures?|backbones?)" + _SUCH_AS,
    ),
    (
        EntityType.METHOD,
        r"\b(?:methods?|algorithms?|techniques?|approaches|baselines?|optimizers?)" + _SUCH_AS,
    ),
    (EntityType.METRIC, r"\b(?:metrics?|scores?|measures|criteria|in\sterms\sof)" + _SUCH_AS),
    (EntityType.METRIC, r"\b(?:metrics?|in\sterms\sof|measured\s(?:by|with|in|via))\s(?:the\s)?$"),
    (EntityType.BENCHMARK, r"\b(?:benchmark|dataset|data\sset|corpus|test\sset|simulator)s?\s$"),
    (
        EntityType.BENCHMARK,
        r"(?:experiments|evaluat\w+|tested|results|trained|validat\w+|benchmark\w*|performance|accuracy|success\srate"
        r"|%|\d|points|state-of-the-art)\s(?:[\w-]+\s){0,3}?(?:on|across|over)\s(?:the\s|both\s)?$",
    ),
    (EntityType.BENCHMARK, r"(?:^|[.;]\s|\(\d\)\s|\band\s|,\s)on\s(?:the\s|both\s)?$"),
)


#: A text that matches one of the patterns above ends in one of these; most texts do not.
_LAST_WORDS_BEFORE = """
as including like namely e.g. i.e. the both on across over of by with in via benchmark benchmarks dataset datasets
set sets corpus corpuss simulator simulators metric metrics
"""
_LAST_WORDS = frozenset(_LAST_WORDS_BEFORE.split())
_LAST_MARKS = (":", "(", "—", "–")

#: *Continual-World* is as good as distinctive beside "benchmark"; *Black-Box* beside "model" is not.
_CAPITALS = re.compile(r"[A-Z]\w*(?:[-–][A-Z]\w*)+$")


class HeadedNames(Finder):
    """Marks names of a distinctive shape (*GSM8K*, *ReLIC*) that the words beside them type."""

    name = "headed_names"

    def __init__(self) -> None:
        self._behind = [(type, re.compile(pattern)) for type, pattern in _BEHIND]
        self._before = [(type, re.compile(pattern, re.IGNORECASE)) for type, pattern in _BEFORE]

    def match(self, doc: Doc) -> Iterator[Span]:
        """Each name of each list that stands beside such words, but what the paper itself coins or abbreviates."""
        text = text_of(doc)
        own = {span.text for span in candidates(doc) if span.id_ == CoinedNames.name}
        own |= {short.text for short, _ in pairs_of(doc)}
        for items in name_lists(text):
            if not any(map(_shaped, text[items[0][0] : items[-1][1]].split())):
                continue  # nothing below would fit; most runs of capitals are the first words of sentences
            type = self._type(text, items[0][0], items[-1][1])
            for start, end in (trim(text, *item) for item in items if type):
                if type and text[start:end] not in own and _fits(text[start:end], type, alone=len(items) == 1):
                    span = self.char_span(doc, start, end, type)
                    if span is not None:
                        yield span

    def _type(self, text: str, start: int, end: int) -> EntityType | None:
        if " " not in text[start:end] and ending_type(text[start:end]) is EntityType.BENCHMARK:
            return EntityType.BENCHMARK
        for type, pattern in self._behind:
            if pattern.match(text, end):
                return type
        before = text[max(0, start - 60) : start]
        words = before.split()
        if not words or (words[-1].lower().strip("(,") not in _LAST_WORDS and words[-1][-1] not in _LAST_MARKS):
            return None
        return next((type for type, pattern in self._before if pattern.search(before)), None)


def _fits(name: str, type: EntityType, alone: bool) -> bool:
    """Whether the name has a shape of its own; a bare acronym alone mostly names a task: *NER models*."""
    if type is EntityType.BENCHMARK:
        task = name.isupper() and name.isalpha() and alone
        return not task and any(map(_shaped, name.split()))
    return distinctive(name.split()[0]) and not (name.isupper() and name.isalpha())


def _shaped(word: str) -> bool:
    return distinctive(word) or _CAPITALS.match(word) is not None


@Language.factory("headed_names")
def make_headed_names(nlp: Language, name: str) -> HeadedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return HeadedNames()
