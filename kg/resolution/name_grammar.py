"""The grammar of versioned names: family, version, line, size, tuning, date.

*Qwen2.5-Math-7B-Instruct* is of the family *Qwen*, version *2.5*, line *Math*, size *7B*, tuned as *Instruct*. A name
without its last part is what it is a variant of. Parts are read from the left; whatever stands before the first
part that is no family word is the family.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import takewhile

from kg.resolution.surface import Words


class Kind(IntEnum):
    """What a part of a name says, in the order in which names are best written."""

    FAMILY = 0
    VERSION = 1
    LINE = 2
    SIZE = 3
    TUNING = 4
    DATE = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a name: what it says and where it stands, in characters."""

    kind: Kind
    text: str
    start: int
    end: int


_LINES = frozenset(
    (
        "air audio code coder embedding flash guard haiku lite math max omni opus plus pro reward sonnet turbo ultra "
        "verified vision vl"
    ).split()
)
_SIZES = frozenset("b/16 base big giant giga huge l/14 large medium mini nano pico small tiny xl xlarge xs xxl".split())
_TUNINGS = frozenset(
    (
        "alpha awq beta chat distill distilled dpo exp experimental fp8 gptq grpo hf high instruct instruction int4 "
        "int8 it low ppo preview quantized rlhf sft thinking xhigh zero"
    ).split()
)
#: Of all parameters, *30B-A3B*, those that are active are told with them.
_OF_WHICH_ACTIVE = r"\d+(?:\.\d+)?b-a\d+(?:\.\d+)?b"
_SIZE = re.compile(rf"(?:\d+x)?\d+(?:\.\d+)?[bmkt]|{_OF_WHICH_ACTIVE}|a\d+(?:\.\d+)?b|[nsmlx]", re.IGNORECASE)
#: A year, a day (*2024-12-17*, *0613*) or a month (*2507*).
_DATE = re.compile(r"(?:19|20)\d\d(?:-[01]\d-[0-3]\d)?|\d{8}|[01]\d-?[0-3]\d|2[3-9](?:0[1-9]|1[0-2])")
#: Behind a size or a tuning it says which release it is: *Mistral-7B-v0.1*.
_RELEASE = re.compile(r"v0\.\d", re.IGNORECASE)
_V = re.compile(r"(?<!\d)v(?=\d)", re.IGNORECASE)
_VERSION = re.compile(r"(?!v2[vxi]$)v?\d+(?:\.\d+)*[a-z]?", re.IGNORECASE)
#: A version without a space before it: *Qwen2.5*, *DreamerV3*; after fewer letters it is part of the name: *T5*, *S4*.
_GLUED = re.compile(
    r"(?!.*(?:[a-z](?!V)[A-Z]\d|[vV]2[VXI])$)"
    r"(?P<family>[^\W\d_]{3,}?)(?P<version>[vV]?\d+(?:\.\d+)*[a-ko-rt-wyz]?)(?P<size>[nsmlx]?)"
)
#: What stands behind *distill* says from which model and of what size; together they say how it was tuned.
_PIECE = re.compile(
    r"distill(?:ed)?\b.*|(?<![^\s\-_:])(?:(?:19|20)\d\d-)?[01]\d-[0-3]\d(?![^\s\-_:])"
    rf"|(?<![^\s\-_:]){_OF_WHICH_ACTIVE}(?![^\s\-_:])|[^\s\-_:]+",
    re.IGNORECASE | re.DOTALL,
)
_TWO_DIGITS = re.compile(r"([A-Za-z]{2,})(\d\d)")
_FIRST_YEAR, _LAST_YEAR = 5, 39
#: What is longer is no name of a model.
_LONGEST = 200


def parts_of(name: str) -> list[Part]:
    """The parts of a name in the order in which they stand; the family is one part, though it have several words."""
    parts: list[Part] = []
    for match in _PIECE.finditer(name):
        parts += _parts_of_piece(match[0], match.start(), parts)
    return _family_as_one(name, parts)


def is_versioned(name: str) -> bool:
    """Whether the name says more than a family: a version, a size, a year."""
    return len(name) <= _LONGEST and any(part.kind is not Kind.FAMILY for part in parts_of(name))


def kinds_of(name: str) -> frozenset[Kind]:
    """What the parts of a name say; nothing of what is too long to be one."""
    return frozenset(part.kind for part in parts_of(name)) if len(name) <= _LONGEST else frozenset()


@lru_cache(maxsize=1 << 16)
def parent_names(name: str) -> tuple[str, ...]:
    """The names above this one, the nearest first: *Llama 3.1 70B Instruct* → *Llama 3.1 70B*, *Llama 3.1*, *Llama*."""
    parts = parts_of(name) if len(name) <= _LONGEST else []
    parents = []
    while len(parts) > 1 and parts[0].kind is Kind.FAMILY:
        last = _last(parts)
        parts = parts[:last] + parts[last + 1 :]
        parents.append(_written(name, parts))
    return tuple(parents)


@lru_cache(maxsize=1 << 16)
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a family that a name has, as models are called for short: *Opus* of *Claude Opus 4.6*."""
    parts = parts_of(name) if len(name) <= _LONGEST else []
    return tuple(part.text for part in parts if part.kind is Kind.LINE and part.text.lower() in _LINES)


def ends_in_known_part(name: str) -> bool:
    """Whether what parts the name from the one above it is a word of the grammar: *7B* is, *Physician* is not."""
    parts = parts_of(name)
    last = parts[_last(parts)]
    return last.kind is not Kind.LINE or last.text.lower() in _LINES


def _last(parts: list[Part]) -> int:
    """Which part tells a name from the one above it: the last of the highest kind, where all kinds are known."""
    if any(part.kind is Kind.LINE and part.text.lower() not in _LINES for part in parts):
        return max(range(len(parts)), key=lambda n: parts[n].start)
    return max(range(len(parts)), key=lambda n: (parts[n].kind, n))


def in_order(words: Words) -> Words:
    """The words of a name in the order of their kinds: *70B Llama 2 Chat* → *Llama 2 70B Chat*; *3.5* is two words."""
    kinds = [_kind_of_word(word) for word in words]
    if kinds and kinds[0] is not Kind.SIZE:
        # As in `_kind`, what begins a name is its family: R1-Omni is not Omni-R1, MambaVision not Vision Mamba.
        kinds[0] = Kind.FAMILY
    if Kind.FAMILY not in kinds:
        return words
    return tuple(words[n] for n in sorted(range(len(words)), key=lambda n: (kinds[n], n)))


def without_v(word: str) -> str:
    """The word without the letter of a version: *YOLOv11* → *YOLO11*, *v1.5* → *1.5*, but *T5v1.1* stays."""
    return _V.sub("", word)


def with_full_year(words: Words) -> Words:
    """A year in two digits behind a name in four: *AIME25*, *AIME 25* → *AIME 2025*."""
    if not words:
        return words
    glued = _TWO_DIGITS.fullmatch(words[-1])
    if glued and _is_year(glued[2]):
        return (*words[:-1], glued[1], "20" + glued[2])
    if len(words) == 2 and len(words[-1]) == 2 and words[-1].isdigit() and words[0].isalpha() and _is_year(words[-1]):
        return (*words[:-1], "20" + words[-1])
    return words


def _is_year(digits: str) -> bool:
    return _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _parts_of_piece(piece: str, start: int, before: list[Part]) -> Iterable[Part]:
    kind = _kind(piece, before)
    glued = _GLUED.fullmatch(piece)
    if kind is Kind.FAMILY and glued:
        kinds = {"family": Kind.FAMILY, "version": Kind.VERSION, "size": Kind.SIZE}
        for group, kind in kinds.items():
            if glued[group]:
                yield Part(kind, glued[group], start + glued.start(group), start + glued.end(group))
    else:
        yield Part(kind, piece, start, start + len(piece))


def _kind(piece: str, before: list[Part]) -> Kind:
    lower = piece.lower()
    kinds = {part.kind for part in before}
    if not before:
        # A size may come first (70B Llama 2); nothing else that begins a name is told from its family.
        return Kind.SIZE if _SIZE.fullmatch(piece) and len(piece) > 2 else Kind.FAMILY
    if lower in _TUNINGS or lower.startswith("distill"):
        return Kind.TUNING
    if lower in _SIZES or (_SIZE.fullmatch(piece) and (len(piece) > 1 or Kind.VERSION in kinds)):
        return Kind.SIZE
    if _DATE.fullmatch(piece) or (_RELEASE.fullmatch(piece) and kinds & {Kind.SIZE, Kind.TUNING}):
        return Kind.DATE
    if _VERSION.fullmatch(piece):
        return Kind.VERSION
    return Kind.LINE if lower in _LINES or kinds - {Kind.FAMILY, Kind.SIZE} else Kind.FAMILY


def _family_as_one(name: str, parts: list[Part]) -> list[Part]:
    """The family's words joined; those behind another part are a line of it: *Llama 2 Guard*."""
    head = list(takewhile(lambda part: part.kind is Kind.SIZE, parts))
    family = list(takewhile(lambda part: part.kind is Kind.FAMILY, parts[len(head) :]))
    if not family:
        return parts
    start, end = family[0].start, family[-1].end
    rest = (
        Part(Kind.LINE, part.text, part.start, part.end) if part.kind is Kind.FAMILY else part
        for part in parts[len(head) + len(family) :]
    )
    return [Part(Kind.FAMILY, name[start:end], start, end), *rest, *head]


def _written(name: str, parts: list[Part]) -> str:
    """The parts as the name has them, with the marks that stood before each."""
    text = ""
    for part in parts:
        if not text or part.start == 0:
            text += (" " if text else "") + part.text
        else:
            glued = part.start and name[part.start - 1] not in " -_:"
            text += ("" if glued else name[part.start - 1]) + part.text
    return text


def _kind_of_word(word: str) -> Kind:
    lower = word.lower()
    if lower in _TUNINGS:
        return Kind.TUNING
    if lower in _SIZES or (_SIZE.fullmatch(word) and len(word) > 1):
        return Kind.SIZE
    if lower in _LINES:
        return Kind.LINE
    return Kind.VERSION if _VERSION.fullmatch(word) else Kind.FAMILY
