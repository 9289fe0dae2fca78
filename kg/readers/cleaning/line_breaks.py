"""Words that were broken at the end of a line, and white space."""

import re
from collections.abc import Iterator

from kg.alignment import Change

_BREAK = re.compile(r"[-\u2010](?<=\S.)[ \t]*(?:\r\n?|\n)\s*(?=\S)")
_WORD = re.compile(r"[\w-]+")
#: The longest part of a word that is looked at.
_LONGEST = 60
#: Words before which a hyphen waits for its second half: *open- and closed-source*.
_WAITS = frozenset("and or to as nor versus vs but und oder".split())
#: First and last parts of words that are written with a hyphen.
_FIRST = frozenset(
    "above all cross data deep domain end few fine full graph half hand hard high human hyper image in inter "
    "intra label language large last late left light long low machine many mid mixed model multi near new non off "
    "on one open out over part per point post real right risk rule second self semi short single small soft "
    "sparse state step sub task test text third three time token top train two ultra un user value vision well "
    "wide word zero".split()
)
_LAST = frozenset(
    "agent agnostic aided art assisted aware based box by centric class conditioned context cost critical day "
    "dependent depth dimensional domain driven effective efficient end engine feature first flow following form "
    "free friendly generated grained ground guided head hop image in independent informed intensive invariant "
    "label layer learning length level life like line linear lingual long making memory modal model monotone "
    "negative of off only order oriented out parallel party path performing person point policy positive quality "
    "range rank ranking rate ready related resolution resource rich scale set shared shift shot side size solving "
    "source space spatial specific stage standard state step structured style supervised supervision tail tailed "
    "target task temporal term terminal test thought time to token trained training trivial tune tuned tuning "
    "turn type user value variate view vision wide wise word world".split()
)
#: First parts that have their hyphen before any word.
_OWN = frozenset("few high low non self state zero".split())
_SPACES = re.compile(r"\A +| +\Z| {2,}")


def join_words(text: str) -> Iterator[Change]:
    """Join what a hyphen and a line's end part; the hyphen stays where the word has one of its own."""
    breaks = list(_BREAK.finditer(text)) if "\n" in text or "\r" in text else []
    words = set(_WORD.findall(text.lower())) if breaks else set()
    for found in breaks:
        left = _WORD.findall(text[max(0, found.start() - _LONGEST) : found.start()] or " ")[-1:] or [""]
        right = _WORD.match(text, found.end(), found.end() + _LONGEST)
        yield Change(*found.span(), _joint(left[0], right[0] if right else "", words))


def _joint(left: str, right: str, words: set[str]) -> str:
    """What stands between the two parts: nothing, a hyphen, or a hyphen and a space."""
    first, last = left.lower(), right.lower()
    if last in _WAITS:
        return "- "
    if not (left[-1:].islower() and right[:1].islower()) or "-" in first + last:
        return "-"
    if f"{first}-{last}" in words or (first in _FIRST and last in _LAST):
        return "-"
    if f"{first}{last}" in words:
        return ""
    return "-" if first in _OWN or (last in _LAST and len(last) > 3) else ""


def fold_spaces(text: str) -> Iterator[Change]:
    """One space for each run of spaces, none at the ends."""
    if "  " not in text and text == text.strip(" "):
        return
    for run in _SPACES.finditer(text):
        inside = run.start() > 0 and run.end() < len(text)
        yield Change(*run.span(), " " if inside else "")
