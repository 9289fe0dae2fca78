"""What a reported value comes to, and in which unit it is given."""

import re

_VALUE = re.compile(r"(?P<sign>[+\-−]?)\s*(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)\s*[%x]?")
_UNIT_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
#: A score of 36.5 points is a score of 36.5.
_POINTS = {"point", "points", "pp", "pt", "pts"}


def amount(value: str) -> float | None:
    """The number: ``1,234.5`` → 1234.5, ``−.5`` → -0.5; None where there is none."""
    match = _VALUE.fullmatch(value.strip())
    if not match:
        return None
    number = float(match["digits"].replace(",", ""))
    return number if match["sign"] in ("", "+") else -number


def unit(value: str, written: str) -> str:
    """``%``, ``x``, or the word behind the number as it is written (*24 hours* → ``hours``); empty if it has none."""
    if value.endswith(("%", "x")):
        return value[-1]
    word = _UNIT_WORD.search(written)
    name = word[0].lower() if word else ""
    return "" if name in _POINTS else name
