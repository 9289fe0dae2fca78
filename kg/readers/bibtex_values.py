"""Values of BibTeX fields → text: macros and the pieces between ``#`` put together, outer braces and quotes off."""

import re
from collections.abc import Iterator, Mapping

#: Longer texts come of macros that double each other, in characters.
LONGEST_MACRO = 10_000
LONGEST_VALUE = 16_000_000
#: So many braces around a value are taken off, each at the cost of reading it all.
MOST_BRACES = 8

_MARK = re.compile(r"(?<!\\)[{}\"#]")
_BRACE = re.compile(r"(?<!\\)[{}]")
_QUOTE_OR_BRACE = re.compile(r"(?<!\\)[{}\"]")
_BARE = re.compile(r"[^{}\"=]*")


def plain_value(raw: str, macros: Mapping[str, str]) -> str | None:
    """The text of a value; a word that is no macro stands for itself.

    None if it is no value: two of them, as where a comma is missing, or one of `LONGEST_VALUE`.
    """
    bare = raw.strip()
    # Most are one pair of braces around plain text.
    if bare[:1] == "{" and bare[-1:] == "}" and bare.count("{") == bare.count("}") == 1:
        return bare[1:-1] if len(bare) - 2 <= LONGEST_VALUE else None
    text, length = list[str](), 0
    for piece in _pieces(raw):
        part = _text(piece.strip(), macros)
        if part is None or (length := length + len(part)) > LONGEST_VALUE:
            return None
        text.append(part)
    return "".join(text)


def _pieces(raw: str) -> Iterator[str]:
    depth, quoted, begin = 0, False, 0
    for mark in _MARK.finditer(raw) if "#" in raw else ():
        if mark[0] == "#" and not depth and not quoted:
            yield raw[begin : mark.start()]
            begin = mark.end()
        elif mark[0] == '"' and not depth:
            quoted = not quoted
        elif mark[0] in "{}":
            depth += 1 if mark[0] == "{" else -1
    yield raw[begin:]


def _text(piece: str, macros: Mapping[str, str]) -> str | None:
    if piece[:1] == '"':
        return piece[1:-1] if piece[-1] == '"' and len(piece) > 1 and _is_quotable(piece[1:-1]) else None
    if not _is_braced(piece):
        return macros.get(piece.lower(), piece) if _BARE.fullmatch(piece) else None
    # Web of Science puts two braces around everything; nobody puts many.
    for _ in range(MOST_BRACES):
        inner = piece.strip()
        if not _is_braced(inner):
            break
        piece = inner[1:-1]
    return piece


def _is_braced(piece: str) -> bool:
    """Whether the brace at the beginning is closed at the end, and not before."""
    return len(piece) > 1 and piece[0] == "{" and piece[-1] == "}" and _is_balanced(piece[1:-1])


def _is_balanced(text: str) -> bool:
    depth = 0
    for brace in _BRACE.finditer(text) if "{" in text or "}" in text else ():
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _is_quotable(text: str) -> bool:
    """Whether no quote stands outside braces."""
    depth = 0
    for mark in _QUOTE_OR_BRACE.finditer(text):
        if mark[0] == '"' and depth == 0:
            return False
        depth += (mark[0] == "{") - (mark[0] == "}")
    return True
