"""What speaks for the role of a thing: the words around each of its mentions, where they stand, and what it looks like.

A feature is a slot and what fills it. The same features say another thing of a method or model, a benchmark or a
metric. Those of a mention are kept by mention, so that the one that says most is known.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Generic, NamedTuple

from spacy.tokens import Doc

from kg.extraction.doc_things import things_of
from kg.extraction.doc_words import DocWords, doc_words
from kg.extraction.marked_names import Marked
from kg.extraction.own_work import own_work
from kg.extraction.paper_doc import Phrase
from kg.extraction.word_features import shape
from kg.extraction.words_around import LEFT, PLACED, RIGHT, Feature, Known, Lookup, words_beside
from kg.model import EntityType

#: The kinds of things that have weights of their own.
KINDS = ("method", "benchmark", "metric")
#: All others, a user's own too, are as methods.
_KINDS: dict[str, str] = {EntityType.BENCHMARK: "benchmark", EntityType.METRIC: "metric"}
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
#: What words of a kind on a side say.
_CUES: tuple[tuple[tuple[str, str], frozenset[str]], ...] = (
    (("we", "before"), frozenset({"we", "our"})),
    (("comparing", "before"), _COMPARING),
    (("comparing", "behind"), _COMPARING),
    (("proposing", "before"), _PROPOSING),
    (("proposing", "behind"), _PROPOSING),
)
_ANY_CUE = frozenset().union(*(words for _, words in _CUES))


class Features(NamedTuple, Generic[Known]):
    """What speaks for the role of one thing in one paper."""

    #: One of `KINDS`.
    kind: str
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
    sentences = _Sentences(doc_words(doc), own_work(doc), lookup)
    for members in things_of(doc, names):
        type = names[members[0]].type
        kind = _KINDS.get(type, "method")
        of_mentions = tuple([sentences.of_mention(names[n].phrase, kind) for n in members])
        yield Features(kind, members, type, of_mentions, sentences.of_thing([names[n] for n in members], kind))


class _Sentence(NamedTuple):
    """A sentence of a doc, and what it says of each name in it."""

    begin: int
    end: int
    place: list[Feature]
    #: Those of `_CUES` that it holds a word of.
    cues: list[tuple[tuple[str, str], frozenset[str]]]


class _Sentences(Generic[Known]):
    """The sentences of a doc, as they are read for roles."""

    def __init__(self, text: DocWords, own: int, lookup: Callable[[str], Lookup[Known]]) -> None:
        self.text = text
        self.own = own
        self.lookup = lookup
        self._first = text.sentence_of(text.abstract)
        self._read: dict[int, _Sentence] = {}

    def of_mention(self, name: Phrase, kind: str) -> list[Known]:
        """What speaks for the role of a thing in one of its places."""
        number, lookup, words = self.text.sentence_of(name.start), self.lookup(kind), self.text.words
        sentence = self._read.get(number) or self._sentence(number)
        # The network has read the words beyond.
        before = words[max(sentence.begin, name.start - PLACED) : name.start]
        said = words_beside(LEFT, lookup.words(before[::-1]))
        said += words_beside(RIGHT, lookup.words(words[name.end : min(sentence.end, name.end + PLACED)]))
        around: list[Feature] = []
        if name.start < self.text.abstract:
            around.append(("title at", min(name.start, 1)))
        else:
            around += sentence.place
            if name.start_char < self.own:
                around.append(("background", ""))
            around += self._cues(sentence, name)
        said += lookup.features(around)
        return said

    def of_thing(self, names: Sequence[Marked], kind: str) -> list[Known]:
        """What speaks for the role of a thing, wherever it stands."""
        return list(self.lookup(kind).features(self._of_thing(names)))

    def _sentence(self, number: int) -> _Sentence:
        begin, end = self.text.bounds(number)
        words = self.text.words[begin:end]
        place: list[Feature] = [("sentence", min(number - self._first, _MANY))]
        if end == len(self.text.words):
            place.append(("sentence", "last"))
        # Most sentences hold no such word, which is seen at once.
        among = () if _ANY_CUE.isdisjoint(words) else _CUES
        cues = [(cue, of_cue) for cue, of_cue in among if not of_cue.isdisjoint(words)]
        self._read[number] = sentence = _Sentence(begin, end, place, cues)
        return sentence

    def _cues(self, sentence: _Sentence, name: Phrase) -> list[Feature]:
        """Kinds of words anywhere in the sentence."""
        words = self.text.words
        said: list[Feature] = []
        if sentence.cues:
            sides = {"before": words[sentence.begin : name.start], "behind": words[name.end : sentence.end]}
            said += [cue for cue, of_cue in sentence.cues if not of_cue.isdisjoint(sides[cue[1]])]
        if name.start > sentence.begin and words[name.start - 1] in _LISTING:
            said.append(("in a list", int(("comparing", "before") in said)))
        return said

    def _of_thing(self, names: Sequence[Marked]) -> list[Feature]:
        first, abstract = names[0].phrase, self.text.abstract
        said: list[Feature] = [
            ("thing", ""),
            ("mentions", min(len(names), _MANY)),
            ("shape", shape(first.text)),
            ("sure", int(10 * max([name.confidence for name in names]))),
        ]
        if any(name.name for name in names):
            said.append(("known", ""))
        said += [("found by", finder) for finder in sorted({name.finder for name in names})]
        if first.start < abstract:
            said.append(("in title", ""))
            if first.start == 0 and self.text.words[first.end : first.end + 1] in ([":"], ["-"]):
                said.append(("title is its name", ""))
        if in_abstract := [name.phrase.start for name in names if name.phrase.start >= abstract]:
            said.append(("first in", min(self.text.sentence_of(in_abstract[0]) - self._first, _MANY)))
        if len(names) > 1 and len({name.phrase.text.lower() for name in names}) > 1:
            said.append(("several forms", ""))
        return said
