"""Names and quantities that stand in the lexicons, found by walking a tree of their words through the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import Candidate, Finder
from kg.extraction.paper_doc import lowered_words, phrase, words_of
from kg.lexicons import Name, read_names, read_quantities
from kg.model import EntityType
from kg.names import name_key

#: The finder's name of what is a metric only where it is measured: the sentence decides.
MEASURED = "measured_names"
#: Tokens that do not count: *chain of thought* and *chain-of-thought* are one form.
SKIPPED = frozenset({"-", "–", "‐", "_", "~"})
_WORD = r"(?:[A-Za-z]+[0-9]*|[0-9]+(?:\.[0-9]+)?)"
#: Forms that are cut between words and nowhere else; to ask the tokenizer for them takes five times as long.
_PLAIN = re.compile(rf"{_WORD}(?:[ -]{_WORD})*")


@dataclass(frozen=True, slots=True)
class _Meaning:
    label: str
    name: str
    #: The finder's name under which it is told.
    finder: str
    #: The only spelling that matches; None if any case does.
    spelling: str | None


@dataclass(slots=True)
class _Node:
    """The forms that begin alike: what may follow, and what ends here."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    meanings: list[_Meaning] = field(default_factory=list)


class KnownNames(Finder):
    """Marks every form of every lexicon name, the longest that begins at a word; quantities as found by `MEASURED`."""

    name = "known_names"

    def __init__(self, nlp: Language, names: Iterable[tuple[str, Name]], quantities: Iterable[Name] = ()) -> None:
        assert isinstance(nlp.tokenizer, Tokenizer)  # noqa: S101 (as spacy.blank and kg make them)
        self._tokenizer = nlp.tokenizer
        #: Words that the tokenizer treats by rules of their own: *dont* is two tokens.
        self._ruled = frozenset(self._tokenizer.rules or ())
        self._root = _Node()
        #: Words that may be a form by themselves, as they are spelled or in lower case.
        self._alone: set[str] = set()
        #: The first word of each form in lower case → the tokens that may go on with a longer one.
        self._behind: defaultdict[str, set[str]] = defaultdict(set)
        #: `name_key` of each form → the names that it may stand for.
        self._names: dict[str, set[str]] = defaultdict(set)
        for label, entry in names:
            for form in entry.forms:
                self.add(form, label, entry.name)
        for entry in quantities:
            for form in entry.forms:
                self.add(form, EntityType.METRIC, entry.name, MEASURED)

    def add(self, form: str, label: str, name: str, finder: str = "") -> None:
        """Let ``form`` be found, by this finder unless ``finder`` names another, and stand for ``name``."""
        self._names[name_key(form)].add(name)
        node = self._root
        words = self.words(form)
        for word in words:
            node = node.following.setdefault(word.lower(), _Node())
        exact = len(words) == 1 and form != form.lower()
        node.meanings.append(_Meaning(label, name, finder or self.name, words[0] if exact else None))
        if words:
            self._expect(words if exact else [word.lower() for word in words])

    def words(self, form: str) -> list[str]:
        """The words by which a form is looked for."""
        if _PLAIN.fullmatch(form):
            words = form.replace("-", " ").split(" ")
            if self._ruled.isdisjoint(words):
                return words
        return [token.text for token in self._tokenizer(form) if token.text not in SKIPPED]

    def _expect(self, words: list[str]) -> None:
        """Note how the form of these words may begin, so that other places are passed over."""
        numbers = [words[-1] + ending for ending in ("", "s", "S")]
        if len(words) > 1:
            self._behind[words[0]].update(SKIPPED, numbers if len(words) == 2 else words[1:2])
            return
        self._alone.update(numbers)
        for word in numbers:
            self._behind.setdefault(word.lower(), set())

    def match(self, doc: Doc) -> Iterator[Candidate]:
        """The longest known name at each token, and behind it the next."""
        own = self._own_meanings(doc)
        words, lowered = words_of(doc), lowered_words(doc)
        end = 0
        for start in self._beginnings(words, lowered):
            if start >= end:
                end, meaning = self._longest(words, lowered, start)
                if meaning:
                    place = phrase(doc, start, end)
                    if meaning.name in own.get(place.text.removesuffix("s"), {meaning.name}):
                        yield Candidate(place, meaning.label, meaning.finder, meaning.name)

    def _beginnings(self, words: list[str], lowered: list[str]) -> list[int]:
        """The words with which a form may begin: two words tell that of nearly all others that they are none."""
        behind, alone, after = self._behind, self._alone, [*lowered[1:], ""]
        first = [n for n, word in enumerate(lowered) if word in behind]
        return [n for n in first if lowered[n] in alone or words[n] in alone or after[n] in behind[lowered[n]]]

    def _own_meanings(self, doc: Doc) -> dict[str, set[str]]:
        """Short forms, in the singular, that the paper explains; each with the known names of its long form."""
        pairs = ((short.text.removesuffix("s"), long.text) for short, long in pairs_of(doc))
        return {short: self._meanings(name_key(long)) for short, long in pairs}

    def _meanings(self, key: str) -> set[str]:
        return self._names.get(key) or self._names.get(key.removesuffix("s"), set())

    def _longest(self, words: list[str], lowered: list[str], start: int) -> tuple[int, _Meaning | None]:
        node, at = self._root, start
        best: tuple[int, _Meaning | None] = (start + 1, None)
        while at < len(words):
            word = lowered[at]
            if word in SKIPPED and at > start:
                at += 1
                continue
            singular = node.following.get(word[:-1]) if word.endswith("s") else None
            if singular and _may_be_plural(words[at]) and (meaning := _meant(singular, words[at][:-1])):
                best = at + 1, meaning
            following = node.following.get(word)
            if following is None:
                break
            node = following
            if meaning := _meant(node, words[at]):
                best = at + 1, meaning
            at += 1
        return best


def _meant(node: _Node, word: str) -> _Meaning | None:
    for meaning in node.meanings:
        if meaning.spelling is None or meaning.spelling == word:
            return meaning
    return None


def _may_be_plural(word: str) -> bool:
    """*BENCHMARKS* in a title may be; *LongMemEvalS* and *COMPASS* are no plurals, and *YOLOv8s* is the small one."""
    return (not word.endswith("S") or word.isupper()) and not word.endswith("SS") and not word[-2:-1].isdigit()


@Language.factory("known_names")
def make_known_names(nlp: Language, name: str) -> KnownNames:  # noqa: ARG001 (spaCy passes the name)
    """Build the component with the lexicons that come with kg."""
    names = ((label, entry) for label in EntityType for entry in read_names(label))
    return KnownNames(nlp, names, read_quantities())
