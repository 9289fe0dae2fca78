"""What speaks for the role of a thing: the words around each of its mentions, where they stand, and what it looks like.

A feature is a slot and what fills it. The same features say another thing of a method or model, a benchmark or a
metric. Those of a mention are kept by mention, so that the one that says most is known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extraction.doc_things import things_of
from kg.extraction.doc_words import DocWords, doc_words
from kg.extraction.linear_model import Feature
from kg.extraction.marked_names import Marked
from kg.extraction.own_work import own_work
from kg.extraction.word_features import shape
from kg.model import EntityType

_KINDS: dict[str, str] = {EntityType.BENCHMARK: "benchmark", EntityType.METRIC: "metric"}
#: So many words on either side have a place; those beyond count wherever they stand in the sentence.
_NEAR, _PLACED = 6, 3
_MANY = 4
_LISTING = frozenset({"and", "or", ","})


class _Slots(NamedTuple):
    """The slots of the words on one side."""

    placed: tuple[str, ...]
    near: tuple[str, ...]
    pair: str
    far: str


_LEFT, _RIGHT = (
    _Slots(tuple(f"{side} {n}" for n in range(_PLACED)), (side,) * _NEAR, f"{side} pair", f"{side} far")
    for side in ("left", "right")
)
_COMPARING = frozenset(
    "baseline baselines beat beating beats comparable compared comparing comparison exceed exceeding exceeds outperform"
    " outperformed outperforming outperforms over rival surpass surpasses surpassing than unlike versus vs".split()
)
_PROPOSING = frozenset(
    "call called contribute design develop dubbed introduce introduces introducing named novel present presents propose"
    " proposed proposes release termed".split()
)


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for the role of one thing in one paper."""

    #: Positions of its mentions among the doc's marked names.
    mentions: tuple[int, ...]
    #: ``method`` (models, too, and what a user adds), ``benchmark`` or ``metric``.
    kind: str
    of_mentions: tuple[list[Feature], ...]
    of_thing: list[Feature]

    @property
    def all(self) -> dict[Feature, None]:
        """Each feature once, in order."""
        return dict.fromkeys(chain(*self.of_mentions, self.of_thing))


def features(doc: Doc, names: Sequence[Marked]) -> Iterator[Features]:
    """The features of each thing that the names name."""
    if not names:
        return
    text = doc_words(doc)
    own = own_work(doc)
    for members in things_of(doc, names):
        kind = _KINDS.get(names[members[0]].span.label_, "method")
        of_mentions = tuple(_of_mention(text, own, names[n]) for n in members)
        yield Features(members, kind, of_mentions, list(_of_thing(text, [names[n] for n in members])))


def _of_mention(text: DocWords, own: int, name: Marked) -> list[Feature]:
    span = name.span
    number = text.sentence_of(span.start)
    begin, end = text.bounds(number)
    before, behind = text.words[begin : span.start][::-1], text.words[span.end : end]
    found = _words_around(_LEFT, before) + _words_around(_RIGHT, behind)
    if span.start < text.abstract:
        return [*found, ("title at", min(span.start, 1))]
    found.append(("sentence", min(number - text.sentence_of(text.abstract), _MANY)))
    if end == len(text.words):
        found.append(("sentence", "last"))
    if span.start_char < own:
        found.append(("background", ""))
    return [*found, *_cues(before, behind)]


def _words_around(slots: _Slots, near: list[str]) -> list[Feature]:
    """The words on one side within the sentence, the nearest first."""
    found: list[Feature] = [*zip(slots.placed, near, strict=False), *zip(slots.near, near, strict=False)]
    if len(near) > 1:
        found.append((slots.pair, f"{near[0]} {near[1]}"))
    found += zip(repeat(slots.far), near[_NEAR:], strict=False)
    return found


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
    first = names[0].span
    yield "thing", ""
    yield "mentions", min(len(names), _MANY)
    yield "shape", shape(names[0].text)
    yield "sure", int(10 * max(name.confidence for name in names))
    if any(name.span.kb_id_ for name in names):
        yield "known", ""
    for finder in sorted({name.span.id_ for name in names}):
        yield "found by", finder
    if first.start < text.abstract:
        yield "in title", ""
        if first.start == 0 and text.words[first.end : first.end + 1] in ([":"], ["-"]):
            yield "title is its name", ""
    in_abstract = next((name.span.start for name in names if name.span.start >= text.abstract), None)
    if in_abstract is not None:
        yield "first in", min(text.sentence_of(in_abstract) - text.sentence_of(text.abstract), _MANY)
    if len({name.text.lower() for name in names}) > 1:
        yield "several forms", ""
