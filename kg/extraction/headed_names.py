"""Names beside a noun that says what they are: *the ImageNet dataset*, *benchmarks such as MATH and GSM8K*."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import Candidate, Finder, candidates
from kg.extraction.coined_names import CoinedNames
from kg.extraction.head_nouns import ending_type
from kg.extraction.name_shapes import distinctive, name_lists, trim
from kg.extraction.paper_doc import phrase_at, text_of
from kg.model import EntityType

_SUCH_AS = r"(?:\s?[,:(–—]+)?\s?(?:such\sas|including|like|namely|e\.g\.,?|i\.e\.,?|[:(—–])\s?(?:the\s)?"
#: What right behind a list of names types it.
_BEHIND = {
    EntityType.BENCHMARK: (
        r"(?:\w+\s)?(?:benchmarks?|datasets?|data\ssets?|corpus|corpora|environments?|test\ssets?|leaderboards?"
        r"|(?:benchmark|evaluation|test)\ssuites?|simulators?|gym|splits?|challenge)\b"
    ),
    EntityType.MODEL: (
        r"(?:(?:language|base|foundation|backbone|vision)\s)?(?:models?|LLMs?|VLMs?|MLLMs?|LVLMs?|backbones?"
        r"|architectures?|networks?|checkpoints?)\b(?!-)"
    ),
    EntityType.METHOD: r"(?:algorithms?|methods?|techniques?|frameworks?|optimizers?|loss|losses|objectives?)\b",
    EntityType.METRIC: r"(?:metrics?|scores?|values?|measures?|ind(?:ex|ices))\b",
}
#: What right before a list of names types it, in lower case.
_BEFORE = {
    EntityType.BENCHMARK: (
        rf"(?:benchmarks?|datasets?|data\ssets?|corpora|environments?|suites?|simulators?|games?|domains?){_SUCH_AS}"
        r"|(?:benchmark|dataset|data\sset|corpus|test\sset|simulator)s?\s"
    ),
    EntityType.MODEL: rf"(?:models?|llms?|vlms?|mllms?|lvlms?|architectures?|backbones?){_SUCH_AS}",
    EntityType.METHOD: rf"(?:methods?|algorithms?|techniques?|approaches|baselines?|optimizers?){_SUCH_AS}",
    EntityType.METRIC: (
        rf"(?:metrics?|scores?|measures|criteria|in\sterms\sof){_SUCH_AS}"
        r"|(?:metrics?|in\sterms\sof|measured\s(?:by|with|in|via))\s(?:the\s)?"
    ),
}
#: On what something was tested, too.
_TESTED_ON = re.compile(
    r"(?:(?:experiments|evaluat\w+|tested|results|trained|validat\w+|benchmark\w*|performance|accuracy|success\srate"
    r"|%|\d|points|state-of-the-art)\s(?:[\w-]+\s){0,3}?(?:on|across|over)"
    r"|(?:^|[.;]\s|\(\d\)\s|\band\s|,\s)on)\s(?:the\s|both\s)?$"
)


def _one_of(patterns: dict[EntityType, str]) -> str:
    return "|".join(f"(?P<{type}>{pattern})" for type, pattern in patterns.items())


_TYPED_BEHIND = re.compile(rf"\s(?:{_one_of(_BEHIND)})")
_TYPED_BEFORE = re.compile(rf"\b(?:{_one_of(_BEFORE)})$")

#: A text that matches `_TESTED_ON` or `_TYPED_BEFORE` ends in one of these; most texts do not.
_LAST_WORDS_ON = frozenset("on across over the both".split())
_LAST_WORDS_BEFORE = """
as including like namely e.g. i.e. the of by with in via benchmark benchmarks dataset datasets set sets corpus corpuss
simulator simulators metric metrics
"""
_LAST_WORDS = frozenset(_LAST_WORDS_BEFORE.split())
_LAST_MARKS = (":", "(", "—", "–")

#: *Continual-World* is as good as distinctive beside "benchmark"; *Black-Box* beside "model" is not.
_CAPITALS = re.compile(r"[A-Z]\w*(?:[-–][A-Z]\w*)+$")


class HeadedNames(Finder):
    """Marks names of a distinctive shape (*GSM8K*, *ReLIC*) that the words beside them type."""

    name = "headed_names"

    def match(self, doc: Doc) -> Iterator[Candidate]:
        """Each name of each list that stands beside such words, but what the paper itself coins or abbreviates."""
        text = text_of(doc)
        own = {coined.phrase.text for coined in candidates(doc) if coined.finder == CoinedNames.name}
        own |= {short.text for short, _ in pairs_of(doc)}
        for items in name_lists(text):
            if not any(map(_shaped, text[items[0][0] : items[-1][1]].split())):
                continue  # nothing below would fit; most runs of capitals are the first words of sentences
            type = _type(text, items[0][0], items[-1][1])
            for place in (phrase_at(doc, *trim(text, *item)) for item in items if type):
                if place and type and place.text not in own and _fits(place.text, type, alone=len(items) == 1):
                    yield Candidate(place, type, self.name)


def _type(text: str, start: int, end: int) -> EntityType | None:
    """The type that the ending of a name, or what stands beside it, gives to the names in ``text[start:end]``."""
    if " " not in text[start:end] and ending_type(text[start:end]) is EntityType.BENCHMARK:
        return EntityType.BENCHMARK
    behind = _TYPED_BEHIND.match(text, end)
    return _told_by(behind) if behind else _type_before(text[max(0, start - 60) : start].lower())


def _type_before(before: str) -> EntityType | None:
    words = before.split()
    last = words[-1].strip("(,") if words else ""
    if last in _LAST_WORDS_ON and _TESTED_ON.search(before):
        return EntityType.BENCHMARK
    if last in _LAST_WORDS or before.rstrip().endswith(_LAST_MARKS):
        match = _TYPED_BEFORE.search(before)
        return _told_by(match) if match else None
    return None


def _told_by(match: re.Match[str]) -> EntityType:
    return EntityType[str(match.lastgroup)]


def _fits(name: str, type: EntityType, alone: bool) -> bool:
    """Whether the name has a shape of its own; a bare acronym alone mostly names a task: *NER models*."""
    if type is EntityType.BENCHMARK:
        task = name.isupper() and name.isalpha() and alone
        return not task and any(map(_shaped, name.split()))
    return distinctive(name.split()[0]) and not (name.isupper() and name.isalpha())


@lru_cache(maxsize=1 << 16)
def _shaped(word: str) -> bool:
    return distinctive(word) or _CAPITALS.match(word) is not None


@Language.factory("headed_names")
def make_headed_names(nlp: Language, name: str) -> HeadedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return HeadedNames()
