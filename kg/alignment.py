"""A text after changes, and where each of its characters stood before them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of a text give way to ``new``."""

    start: int
    end: int
    new: str


#: One change as it stands in the new text and in the old one: (new start, new end, old start, old end).
Piece = tuple[int, int, int, int]
#: The changes that were made in one go, in the order of the text; all between them stayed as it was.
Step = tuple[Piece, ...]
#: Where in a piece the sides begin.
_NEW, _OLD = 0, 2

_MARKUP = re.compile(r"[{}$<]")
_TAG = re.compile(r"<(/?)[A-Za-z](?:[^<>]*[^/<>])?>")


@dataclass(frozen=True, slots=True)
class AsRead:
    """A text as its source has it, and the way back to it from the clean text."""

    text: str
    #: What was changed, from the text as read to the clean one.
    steps: tuple[Step, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters ``start`` to ``end`` of the clean text stand in the text as read.

        From where the first of them begins to where the last one ends. Markup that this would cut, and that lies
        beside it and shows nothing of its own, is taken along: of ``\\emph{soft} loss`` all for *soft loss*.
        """
        first, last = self._place(start, end)
        if not _MARKUP.search(self.text, first, last) or _is_whole(self.text[first:last]):
            return first, last
        before = min(first, self._place(start - 1, start)[1]) if start else 0
        behind = max(last, self._place(end, end + 1)[0])
        for wider in ((before, last), (first, behind), (before, behind)):
            if _is_whole(self.text[slice(*wider)]):
                return _without_space(self.text, *wider)
        return first, last

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters ``start`` to ``end`` of the text as read stand in the clean text."""
        for step in self.steps:
            start, end = _span(step, start, end, _OLD)
        return start, end

    def _place(self, start: int, end: int) -> tuple[int, int]:
        for step in reversed(self.steps):
            start, end = _span(step, start, end, _NEW)
        return min(start, len(self.text)), min(end, len(self.text))


def apply(text: str, changes: Iterable[Change]) -> tuple[str, Step]:
    """Make the changes, which come in order and do not overlap; one character for one needs no piece."""
    parts, step, at, length = list[str](), list[Piece](), 0, 0
    for start, end, new in changes:
        parts += text[at:start], new
        length += start - at
        if not len(new) == end - start == 1:
            step.append((length, length + len(new), start, end))
        length, at = length + len(new), end
    return "".join(parts) + text[at:], tuple(step)


def _span(step: Step, start: int, end: int, here: int) -> tuple[int, int]:
    first = _moved(step, start, here)[0]
    return (first, _moved(step, end - 1, here)[1]) if end > start else (first, first)


def _moved(step: Step, at: int, here: int) -> tuple[int, int]:
    """Where the one character stands on the other side; all of what stands for it there where it was changed."""
    there = _OLD if here == _NEW else _NEW
    number = bisect_right(step, at, key=lambda piece: piece[here])
    if not number:
        return at, at + 1
    piece = step[number - 1]
    if at < piece[here + 1]:
        return piece[there], piece[there + 1]
    place = piece[there + 1] + at - piece[here + 1]
    return place, place + 1


def _is_whole(text: str) -> bool:
    """Whether each brace, dollar and tag that opens in the text closes in it."""
    tags = [tag[1] for tag in _TAG.finditer(text)]
    braces = text.count("{") == text.count("}")
    return braces and text.count("$") % 2 == 0 and tags.count("/") * 2 == len(tags)


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    cut = text[start:end]
    return start + len(cut) - len(cut.lstrip()), end - len(cut) + len(cut.rstrip())
