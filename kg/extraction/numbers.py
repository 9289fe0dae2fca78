"""The numbers that stand in a text, with their signs and units, but for those that are part of a name or an address."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

_UNIT = (
    r"\\?%|(?:\\,|\s)?\$?(?:\\,|\s)?(?:\\times\b|×)|\s?x\b|-?\s?fold\b|\s?times\b|\s?(?:percentage\s|percent\s)?points?\b|\s?(?:pp|pts?)\b"
    r"|\s?per\s?cent\b|\s?(?:ms|seconds?|hours?|minutes?|days?|FPS|fps|GB|MB|dB|mm|cm|USD)\b"
)
#: A comma before one or two digits and a percent sign is a decimal one (*91,3%*), but not within a list (*1,3,5%*).
_DECIMAL_COMMA = r"(?<![\d.,])\d{1,3},\d{1,2}(?=\s?\$?\s?\\?%)"
_NUMBER = re.compile(
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{_DECIMAL_COMMA}|\d+(?:\.\d+)?|(?<!\d)\.\d+)"
    rf"(?P<unit>\$?(?:{_UNIT})|\$?\s?\\%|\s%)?"
)
_DIGIT = re.compile(r"\d")
#: A sign before the digits; behind a number or its unit, what touches both sides or has a space on either takes away
#: or is the dash of a range.
_SIGN = re.compile(r"(?<![\w.%×\-–])(?<![\d%]\$)(?<!\\times\$)(?:[+\-−]|(?<![\d%x×]\s)(?<!\\times\s)[+\-−]\s)\Z")
#: What stands behind ± says how far a number spreads, and is none of its own.
_SPREAD = re.compile(r"(?:±|\\pm|(?<!\+)\+/?[\-−–])(?:[\s${}~]|\\[,;:!)\s])*\Z")
#: A number that a letter touches is part of a word: *GSM8K*, *v2*; so is one with more dots: *1.2.3*. In *2x-3x* the
#: letter is a unit.
_IN_WORD_BEFORE = re.compile(
    r"(?<!\\si)(?<!appro)(?<!\\ge)(?<!\\le)[A-Za-z_@#^]\Z|[A-Za-z]-(?<!\dx-)\Z|[A-Za-z]/\Z|\d\.\Z"
)
_ADDRESS = re.compile(r"https?://\S+|arxiv:\s?\S+|\b10\.\d{4,9}/\S+", re.IGNORECASE)
_IN_WORD_BEHIND = re.compile(r"(?!(?:st|nd|rd|th|s|k|M)\b)[A-Za-z_]|\.\d|-[A-Za-z]{1,3}\b|\s[MB]\b")
#: Two numbers with a cross between them are a size or a power: *256 × 256*, *2×10^{-3}*.
_CROSSED_BEFORE = re.compile(r"\d(?:[×x]|\s[×x]\s|\s?\\times\s?)\Z")
_CROSSED_BEHIND = re.compile(r"(?:[×x]|\s[×x]\s|\s?\\times\s?)\d")


class Number(NamedTuple):
    """A number in a text: where it stands, with its sign and without its unit, and in which unit."""

    start: int
    #: Where its digits end.
    digits_end: int
    #: Where its unit ends.
    end: int
    #: As in the text, but for a decimal comma, which is a point here.
    digits: str
    sign: str
    #: ``%``, ``x``, ``points`` or the unit's own word; empty if it has none.
    unit: str

    @property
    def digits_start(self) -> int:
        """Where its digits begin."""
        return self.digits_end - len(self.digits)

    @property
    def written(self) -> str:
        """As it is shown: with its sign, and with ``%`` or ``x`` behind it."""
        return self.sign + self.digits + (self.unit if self.unit in ("%", "x") else "")

    @property
    def amount(self) -> float:
        """What it comes to, the sign aside."""
        return float(self.digits.replace(",", ""))


def numbers(text: str, names: Iterable[tuple[int, int]] = ()) -> Iterator[Number]:
    """The numbers of a text in their order, those left out that stand within one of the names (start, end)."""
    matches = list(_matches(text))
    if not matches:
        return
    addresses = _ADDRESS.finditer(text) if _may_hold_address(text) else ()
    taken = sorted([*names, *(match.span() for match in addresses)])
    ends = list(accumulate((end for _, end in taken), max, initial=0))
    for match in matches:
        start, end = match.span("digits")
        if _is_no_value(text, match) or start < ends[bisect_left(taken, (start + 1,))]:
            continue
        sign = _SIGN.search(text[max(0, start - 9) : start])
        begin = start - len(sign[0]) if sign else start
        digits, unit = _with_point(match["digits"]), _usual(match["unit"] or "")
        yield Number(begin, end, match.end(), digits, sign[0].strip() if sign else "", unit)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What `_NUMBER` finds; to look for digits first takes half the time."""
    end = 0
    while digit := _DIGIT.search(text, end):
        begin = digit.start()
        with_point = _NUMBER.match(text, begin - 1) if begin > end and text[begin - 1] == "." else None
        match = with_point or _NUMBER.match(text, begin)
        assert match  # noqa: S101 (a digit is a number)
        yield match
        end = match.end()


def _is_no_value(text: str, match: re.Match[str]) -> bool:
    """Whether it is part of a word, of a size or of a power, or says how far another number spreads."""
    start, end = match.span("digits")
    behind = _CROSSED_BEHIND if match["unit"] else _IN_WORD_BEHIND
    if behind.match(text, end):
        return True
    # Most numbers stand behind a space, which is seen at once.
    if not text[start - 1 : start].isspace() and _IN_WORD_BEFORE.search(text[max(0, start - 7) : start]):
        return True
    before = text[max(0, start - 12) : start]
    return (_SPREAD.search(before) or _CROSSED_BEFORE.search(before)) is not None


def _with_point(digits: str) -> str:
    """A comma before fewer than three digits is a decimal one."""
    whole, comma, rest = digits.rpartition(",")
    return f"{whole}.{rest}" if comma and len(rest) < 3 else digits


def _may_hold_address(text: str) -> bool:
    """Whether there is anything to look for; the look itself takes as long as that for all numbers."""
    return "://" in text or "10." in text or "arxiv:" in text.lower()


def _usual(unit: str) -> str:
    bare = unit.replace("\\", "").replace("$", "").strip(" ,").lower()
    if bare in ("%", "percent", "per cent"):
        return "%"
    if bare in ("times", "×", "x") or "fold" in bare:
        return "x"
    return "points" if "point" in bare or bare in ("pp", "pt", "pts") else bare
