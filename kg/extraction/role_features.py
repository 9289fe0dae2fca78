"""What speaks for the role of a thing: the words around each of its mentions, where they stand, and what it looks like.

A feature is a slot and what fills it. The same features say another thing of a method or model, a benchmark or a
metric. Those of a mention are kept by mention, so that the one that says most is known.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic

from spacy.tokens import Doc

from kg.extraction.doc_things import things_of
from kg.extraction.doc_words import DocWords, doc_words
from kg.extraction.marked_names import Marked
from kg.extraction.own_work import own_work
from kg.extraction.paper_doc import Phrase
from kg.extraction.word_features import shape
from kg.extraction.words_around import LEFT, RIGHT, Feature, Known, Lookup, pair, words_around
from kg.model import EntityType

#: The kinds of things that have weights of their own; models are as methods, and so is what a user adds.
KINDS = ("method", "benchmark", "metric")
_KINDS: dict[str, str] = {EntityType.BENCHMARK: "benchmark", EntityType.METRIC: "metric"}
#: So many words on either side are near; those beyond count wherever they stand in the sentence.
_NEAR = 6
_MANY = 4
_LISTING = frozenset({"and", "or", ","})
_COMPARING = frozenset(
    "baseline baselines beat beating beats comparable compared comparing comparison exceed exceeding exceeds outperform"
    " outperformed outperforming outperforms over rival surpass surpasses surpassing than unlike versus vs".split()
)
_PROPOSING = frozenset(
    "call called contribute design develop dubbed introduce introduces introducing named novel present presents propose"
    " proposed proposes release termed".split()
)


@dataclass(frozen=True, slots=True)
class Features(Generic[Known]):
    """What speaks for the role of one thing in one paper."""

    #: Positions of its mentions among the doc's marked names.
    mentions: tuple[int, ...]
    #: The `EntityType` of its first mention, or a type of the user's own.
    type: str
    of_mentions: tuple[list[Known], ...]
    of_thing: list[Known]

    @property
    def all(self) -> dict[Known, None]:
        """Each feature once, in order."""
        return dict.fromkeys(chain(*self.of_mentions, self.of_thing))


def features(doc: Doc, names: Sequence[Marked], lookup: Callable[[str], Lookup[Known]]) -> Iterator[Features[Known]]:
    """The features of each thing that the names name; ``lookup`` gives a kind of things its own."""
    if not names:
        return
    text = doc_words(doc)
    own = own_work(doc)
    readers = {kind: _Sentences(text, own, lookup(kind)) for kind in KINDS}
    for members in things_of(doc, names):
        type = names[members[0]].type
        sentences = readers[_KINDS.get(type, "method")]
        of_mentions = tuple(sentences.of_mention(names[n].phrase) for n in members)
        of_thing = sentences.lookup.features(_of_thing(text, [names[n] for n in members]))
        yield Features(members, type, of_mentions, list(of_thing))


class _Sentences(Generic[Known]):
    """The sentences of a doc, as they are read for one kind of things; each word is looked up once."""

    def __init__(self, text: DocWords, own: int, lookup: Lookup[Known]) -> None:
        self.text = text
        self.own = own
        self.lookup = lookup
        self._known: dict[int, list[Sequence[Known]]] = {}

    def of_mention(self, name: Phrase) -> list[Known]:
        """What speaks for the role of a thing in one of its places."""
        words = self.text.words
        number = self.text.sentence_of(name.start)
        begin, end = self.text.bounds(number)
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self.lookup.words(words[begin:end])
        said = words_around(LEFT, known[: name.start - begin][::-1], _NEAR)
        said += words_around(RIGHT, known[name.end - begin :], _NEAR)
        before, behind = words[begin : name.start][::-1], words[name.end : end]
        said += self.lookup.features([*pair(LEFT, before), *pair(RIGHT, behind), *self._of_place(name, number, end)])
        if name.start >= self.text.abstract:
            said += self.lookup.features(_cues(before, behind))
        return said

    def _of_place(self, name: Phrase, sentence: int, end: int) -> Iterator[Feature]:
        text = self.text
        if name.start < text.abstract:
            yield "title at", min(name.start, 1)
            return
        yield "sentence", min(sentence - text.sentence_of(text.abstract), _MANY)
        if end == len(text.words):
            yield "sentence", "last"
        if name.start_char < self.own:
            yield "background", ""


def _cues(before: list[str], behind: list[str]) -> Iterator[Feature]:
    """Kinds of words anywhere in the sentence."""
    if "we" in before or "our" in before:
        yield "we", "before"
    comparing = not _COMPARING.isdisjoint(before)
    if comparing:
        yield "comparing", "before"
    if not _COMPARING.isdisjoint(behind):
        yield "comparing", "behind"
    if not _PROPOSING.isdisjoint(before):
        yield "proposing", "before"
    if not _PROPOSING.isdisjoint(behind):
        yield "proposing", "behind"
    if before and before[0] in _LISTING:
        yield "in a list", int(comparing)


def _of_thing(text: DocWords, names: Sequence[Marked]) -> Iterator[Feature]:
    first = names[0].phrase
    yield "thing", ""
    yield "mentions", min(len(names), _MANY)
    yield "shape", shape(first.text)
    yield "sure", int(10 * max(name.confidence for name in names))
    if any(name.name for name in names):
        yield "known", ""
    for finder in sorted({name.finder for name in names}):
        yield "found by", finder
    if first.start < text.abstract:
        yield "in title", ""
        if first.start == 0 and text.words[first.end : first.end + 1] in ([":"], ["-"]):
            yield "title is its name", ""
    in_abstract = next((name.phrase.start for name in names if name.phrase.start >= text.abstract), None)
    if in_abstract is not None:
        yield "first in", min(text.sentence_of(in_abstract) - text.sentence_of(text.abstract), _MANY)
    if len({name.phrase.text.lower() for name in names}) > 1:
        yield "several forms", ""
