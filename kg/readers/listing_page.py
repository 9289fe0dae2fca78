"""A listing page of Hugging Face's daily papers, saved as plain text.

A few header lines, then for each paper its title, its abstract and, on newer pages, a line of credits:
``• 7 authors · Oct 3, 2024`` or an organisation and a date, in one line or broken into three. A vote count
may follow the date; a date of the running year has no year, and then the paper gets none.

The page marks nothing as title or abstract: length tells them apart (`PROSE`). Where the order title,
abstract, credits breaks, the pieces are reported and skipped; an abstract is only ever given to the title
that stands right above it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.record import paper_of

NAME = "hf-listing"
DESCRIPTION = "a listing page of Hugging Face's daily papers, saved as plain text"

#: A text of at least so many characters is an abstract,
PROSE = 250
#: and so is one of at least so many that ends with a full stop; anything else is a title.
SENTENCE = 80
#: No page is so long, in characters.
LONGEST_BLOCK = 10_000_000

_MONTH_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}"
_DATE = re.compile(rf"(?P<date>{_MONTH_DAY}(?:, (?P<year>\d{{4}}))?)(?: \d+)?")
_AUTHORS = re.compile(r"•?\s*\d+ authors?")
_CREDITS = re.compile(rf"(?:•?\s*\d+ authors?|.{{1,100}}?)\s*·\s*{_DATE.pattern}")
_HEADER = re.compile(
    r"new|get trending papers in your email inbox!?|subscribe|daily papers|trending papers"
    r"|by\s*ak and the research community|" + _MONTH_DAY,
    re.IGNORECASE,
)
_DOT = "·"


class _Kind(Enum):
    TITLE = auto()
    ABSTRACT = auto()
    CREDITS = auto()


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: _Kind
    line: int
    text: str


def recognises(head: str) -> bool:
    """Whether the page's own header or lines of credits stand in it."""
    lines = [line.strip() for line in head.splitlines()]
    return any("ak and the research community" in line.lower() for line in lines[:40]) or any(
        _CREDITS.fullmatch(line) or (_AUTHORS.fullmatch(line) and line.startswith("•")) for line in lines
    )


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each title with its abstract and credits, a Skipped for each piece that has lost its own."""
    title: _Piece | None = None
    abstract: _Piece | None = None
    for piece in _pieces(content.lines()):
        if piece.kind is _Kind.ABSTRACT and title and not abstract:
            abstract = piece
        elif piece.kind is _Kind.CREDITS:
            yield from _entry(title, abstract, piece, content.name)
            title = abstract = None
        elif piece.kind is _Kind.TITLE:
            yield from _entry(title, abstract, None, content.name)
            title, abstract = piece, None
        else:
            yield Skipped(Place(content.name, line=piece.line), f"an abstract without a title: {_short(piece.text)}")
    yield from _entry(title, abstract, None, content.name)


def _entry(
    title: _Piece | None, abstract: _Piece | None, credits: _Piece | None, source: str
) -> Iterator[Paper | Skipped]:
    if not title:
        return
    place = Place(source, line=title.line)
    if abstract:
        yield paper_of({"title": title.text, "abstract": abstract.text, "date": _date(credits)}, place)
    else:
        yield Skipped(place, f"a title without an abstract: {_short(title.text)}")


def _date(credits: _Piece | None) -> str | None:
    match = _DATE.search(credits.text) if credits else None
    if not match or not match["year"]:
        return None
    try:
        return datetime.strptime(match["date"], "%b %d, %Y").date().isoformat()
    except ValueError:
        return None


def _short(text: str) -> str:
    return f"“{text[:60].rstrip()}…”" if len(text) > 60 else f"“{text}”"


def _pieces(lines: Iterable[str]) -> Iterator[_Piece]:
    """The page without its header, cut into pieces, each with its kind and the number of its first line."""
    for number, block in _blocks(lines):
        for line, text in _joined(number, block):
            yield _Piece(_kind(text), line, text)


def _blocks(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not blank, each with the number of its first line; an endless run comes in parts."""
    number, block, size = 0, list[str](), 0
    for number, line in enumerate(lines, start=1):
        if text := line.strip():
            block.append(text)
            size += len(text)
        if block and (not text or size > LONGEST_BLOCK):
            yield number + bool(text) - len(block), block
            block, size = [], 0
    if block:
        yield number + 1 - len(block), block


def _joined(number: int, block: list[str]) -> Iterator[tuple[int, str]]:
    """The texts of a block: credits in three lines become one, and so do the short lines of a broken text."""
    texts = list[tuple[int, str]]()
    after_dot = False
    for line, text in enumerate(block, start=number):
        if texts and (text == _DOT or after_dot):
            texts[-1] = texts[-1][0], f"{texts[-1][1]} {text}"
            after_dot = not after_dot
        else:
            texts.append((line, text))
    texts = [(line, text) for line, text in texts if not _HEADER.fullmatch(text)]
    if any(_kind(text) is not _Kind.TITLE for _, text in texts):
        yield from texts
    elif texts:
        yield texts[0][0], " ".join(text for _, text in texts)


def _kind(text: str) -> _Kind:
    if _CREDITS.fullmatch(text) or _AUTHORS.fullmatch(text):
        return _Kind.CREDITS
    sentence = len(text) >= SENTENCE and text.endswith(".")
    return _Kind.ABSTRACT if sentence or len(text) >= PROSE else _Kind.TITLE
