"""Names that the paper gives to its own things: *we propose X*, *a method called X*, *X: a title like this*."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import Candidate, Finder, candidates
from kg.extraction.head_nouns import ending_type, head_type, type_behind
from kg.extraction.name_shapes import NAME, distinctive, looks_named, split_pair, trim
from kg.extraction.paper_doc import lowered_words, phrase_at, text_of, title_length, word_bounds
from kg.extraction.rejected_names import plays_role
from kg.extraction.sentences import sentences_of
from kg.model import EntityType

_WHO = r"(?:[Ww]e|[Tt]his\s(?:paper|work|article|report|study|survey|thesis)|[Hh]ere)"
_VERB = (
    r"(?:introduc|propos|present|develop|releas|describ|design|contribut|construct|creat|build|built|offer|open-sourc"
    r"|launch|unveil|formulat|establish|devis|call|dub|term|nam)(?:e|es|ed|ing|s)?"
)
_CALLED = (
    r"(?:called|named|dubbed|termed|denoted(?:\sas|\sby)?|coined(?:\sas)?|titled"
    r"|(?:that|which|what)\swe\s(?:call|term|name|dub|refer\sto\sas|denote)(?:\sas)?"
    r"|(?:call|name|dub)\s(?:this|the|our|it)(?:\s\w+){0,2})"
)
_OPEN = r"(?:\\(?:textbf|textit|emph|texttt|textsc|text)\{\s*)*[\"“‘`'*]*"

#: Each with the group ``name`` and, where the noun stands before the name, ``kind``.
_PATTERNS = (
    re.compile(
        rf"\b{_WHO}\s(?:\w+,?\s){{0,3}}?{_VERB}\s(?:(?:and|to)\s\w+\s)?(?:the\s|an?\s|our\s|two\s|novel\s|new\s)*"
        rf"{_OPEN}(?P<name>{NAME})"
    ),
    re.compile(rf"\b{_CALLED}[,:]?\s(?:the\s|as\s|an?\s)*{_OPEN}(?P<name>{NAME})"),
    re.compile(
        rf"\b{_WHO}\s(?:\w+,?\s){{0,3}}?{_VERB}\s(?:an?|the|our|two)\s(?P<kind>[^.;:]{{3,90}}?),\s"
        rf"{_OPEN}(?P<name>{NAME})(?=[\s,.}}\"”'(])"
    ),
)
#: A sentence in which none of these words begins what this matches matches none of the patterns; most have none.
_SIGN = re.compile(rf"{_WHO}\s(?:\w+,?\s){{0,3}}?{_VERB}\s|call|name|dub|term|denote|coined|titled|refer")
_SIGN_WORDS = frozenset(
    "we this here call called coined denote denoted dub dubbed name named refer term termed titled".split()
)
#: What stands before an abbreviation pair that the paper coins: *we introduce (emulated fine-tuning (EFT))*.
_PROPOSING = re.compile(rf"\b{_WHO}\s(?:\w+,?\s){{0,3}}?{_VERB}\s(?:[\w-]+,?\s){{0,5}}$|\b{_CALLED}\s(?:the\s|as\s)?$")
_TITLE = re.compile(
    rf"[\"“]?(?P<name>{NAME}|[\w$\\{{}}^*-]+(?:\s[\w-]+){{0,2}})[\"”]?\s?(?::|\s[-–—]{{1,2}})\s(?P<rest>.+)",
    re.DOTALL,
)
#: Heads before a colon that say what a paper is about rather than name it.
_TOPIC = re.compile(
    r"(?:part|chapter|on the|an?|the|towards?|understanding|beyond|how|why|what|when|from|is|are|secrets?|tricks?"
    r"|technical report|survey|reinforcement learning|position|learning|rethinking)\b",
    re.IGNORECASE,
)
#: Offsets in the doc's text, and the type where the text tells it.
_Coined = tuple[int, int, EntityType | None]


class CoinedNames(Finder):
    """Marks what the paper names as its own, typed by the noun that says what it is, else as METHOD."""

    name = "coined_names"

    def match(self, doc: Doc) -> Iterator[Candidate]:
        """The title's head before a colon, names and abbreviations after words of proposing or calling."""
        coined = [*self._in_title(doc), *self._in_abstract(doc), *self._abbreviated(doc)]
        told = {text_of(doc)[start:end]: type for start, end, type in reversed(coined) if type}
        for start, end, _ in coined:
            name = text_of(doc)[start:end]
            type = told.get(name) or ending_type(name) or head_type(name) or EntityType.METHOD
            if place := phrase_at(doc, start, end):
                yield Candidate(place, type, self.name)

    def _in_title(self, doc: Doc) -> Iterator[_Coined]:
        match = _TITLE.match(text_of(doc)[: title_length(doc)])
        if match and _coinable(match["name"]):
            yield *match.span("name"), _title_type(match["rest"])

    def _in_abstract(self, doc: Doc) -> Iterator[_Coined]:
        text, sentences = text_of(doc), sentences_of(doc)
        begins, _ = word_bounds(doc)
        words = [begins[n] for n, word in enumerate(lowered_words(doc)) if word in _SIGN_WORDS]
        for start, end in dict.fromkeys(sentences.holding(at) for at in words if _SIGN.match(text, at)):
            if end > title_length(doc):
                yield from self._in_sentence(text, start, end)

    def _in_sentence(self, text: str, start: int, end: int) -> Iterator[_Coined]:
        for pattern in _PATTERNS:
            for match in pattern.finditer(text, start, end):
                kind = match.groupdict().get("kind") or text[max(start, match.start() - 60) : match.start()]
                type = type_behind(text[match.end() : end]) or head_type(" ".join(kind.split()[-6:]))
                for first, last in split_pair(text, *trim(text, *match.span("name"))):
                    if looks_named(text[first:last]):
                        yield first, last, type

    def _abbreviated(self, doc: Doc) -> Iterator[_Coined]:
        # What a lexicon knows, or what any network may be, is no new name: "we propose reward models (RMs) for …".
        known = {known.phrase.text for known in candidates(doc) if known.name}
        for short, long in pairs_of(doc):
            first, last = min(short.start_char, long.start_char), max(short.end_char, long.end_char)
            if plays_role(long.text) or {long.text, short.text} & known:
                continue
            if _PROPOSING.search(text_of(doc)[max(0, first - 80) : first]):
                type = type_behind(text_of(doc)[last : last + 120].lstrip(")")) or head_type(long.text)
                yield long.start_char, long.end_char, type
                yield short.start_char, short.end_char, type


def _coinable(name: str) -> bool:
    words = name.split()
    marked = any(map(distinctive, words))
    return (
        len(words) <= 4
        and not _TOPIC.match(name)
        and any(c.isalpha() for c in name)
        and (marked or (len(words) == 1 and len(name) > 1))
    )


def _title_type(rest: str) -> EntityType | None:
    """The type that the rest of a title gives: *A Dataset of …*, *Benchmarking …*."""
    if re.match(r"(?:an?|the|our|open|novel|new)\s", rest, re.IGNORECASE):
        return head_type(rest)
    type = head_type(rest)
    about = re.match(r"(?:\w+\s){0,2}?(?:Benchmarking|Benchmarks?|Evaluating|Datasets?)\b", rest)
    return EntityType.BENCHMARK if about else type if type is EntityType.BENCHMARK else None


@Language.factory("coined_names")
def make_coined_names(nlp: Language, name: str) -> CoinedNames:  # noqa: ARG001 (spaCy passes both)
    """Build the component."""
    return CoinedNames()
