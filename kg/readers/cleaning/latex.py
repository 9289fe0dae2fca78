"""LaTeX in running text: accents, typefaces, simple macros, braces, dashes, quotes, formulas on one line.

A macro that is not known (``\\ourmodel``) stays as it is, and so does a formula that holds one. Dollars that enclose
no formula are money.
"""

import re
import unicodedata
from collections.abc import Iterator

from kg.alignment import Change
from kg.readers.cleaning.latex_math import readable
from kg.readers.cleaning.latex_symbols import symbols
from kg.readers.cleaning.latex_tokens import SIGN, TOKEN

_SPACE_BEFORE = re.compile(r"[~\s]+\Z")
#: What has an argument in braces that stays as it is; an index of one word needs no braces.
_MACRO_BEFORE = re.compile(r"(?:\\[A-Za-z]+\*?|[\^_])\Z")
_PLAIN_INDEX = re.compile(r"[\^_]\{[\w.+-]{1,20}\}")
#: How far back these look, in characters.
_NEAR = 40
_COMBINING = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "b": "\u0331", "c": "\u0327", "d": "\u0323", "H": "\u030b", "k": "\u0328", "r": "\u030a", "t": "\u0361",
    "u": "\u0306", "v": "\u030c",
}  # fmt: skip
#: An apostrophe that a program escaped: *it\'s* has no accent.
_APOSTROPHE = re.compile(r"\\'(?:s|t|re|ve|ll|d|m)\b")
_MACRO = re.compile(r"\\[A-Za-z]+")
#: Three words in a row: no formula.
_PROSE = re.compile(r"[A-Za-z]{3,}\s+[A-Za-z]{2,}\s+[A-Za-z]{2,}")
_TWO_WORDS = re.compile(r"[A-Za-z]{2,}\s+[A-Za-z]{2,}")
#: Before a price there is none: *p $<$0.05*.
_COMPARISON = re.compile(r"[<>=]{1,2}")
_WORDS_IN_FORMULA = re.compile(r"\\[A-Za-z]+\s*\{[^{}]*\}")
#: A pair of braces around these is a set, a list, a piece of a program.
_NO_GROUP = re.compile(r"[,:;\"=|<>/]")
_DASHES = frozenset("- -- --- – —".split())
_ESCAPE = re.compile(r"\\\W")
_LONGEST_GROUP = 400
#: What tokens of these kinds show, whatever they are.
_ALWAYS = {"space": " ", "linebreak": " ", "tie": " ", "comma": ",", "nothing": "", "unseen": "", "loose_switch": ""}


def replace_latex(text: str) -> Iterator[Change]:
    """What the macros show; braces that only group go."""
    return iter(_Walk(text).changes() if SIGN.search(text) else ())


class _Walk:
    """One way through a text, with the braces that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Change] = []
        #: Kind and place of what opened each brace, and where what it encloses begins.
        self.open: list[tuple[str, int, int]] = []
        #: Where the argument of an unknown macro ended, for its next argument.
        self.argument_end = -1

    def changes(self) -> list[Change]:
        """All changes, in the order of the text."""
        at = 0
        while sign := SIGN.search(self.text, at):
            token = TOKEN.match(self.text, sign.start())
            at = self._take(token) if token else sign.end()
        for kind, start, end in self.open:
            if kind not in ("open", "argument"):  # the text was cut off before it closed
                self.found.append(Change(start, end, " (" if kind == "note" else ""))
        return sorted(self.found)

    def _take(self, token: re.Match[str]) -> int:
        """Note what becomes of the token; where to go on."""
        kind = str(token.lastgroup)
        if kind == "formula":
            return self._formula(token)
        if kind == "lone" and self._is_argument(token.start()):
            return token.end()
        if kind in ("typeface", "note", "switch", "open"):
            self._begin(kind, token)
        elif kind == "close":
            self._end(token)
        elif (new := _shown(kind, token)) is not None:
            start = self._with_space(token) if kind in ("unseen", "linebreak") else token.start()
            self.found.append(Change(start, token.end(), new))
        return token.end()

    def _with_space(self, token: re.Match[str]) -> int:
        """Where the white space and ties before the token begin, which go with it."""
        space = _SPACE_BEFORE.search(self.text, max(0, token.start() - _NEAR), token.start())
        start = space.start() if space else token.start()
        while self.found and self.found[-1].end > start:
            start = min(start, self.found.pop().start)
        return start

    def _formula(self, token: re.Match[str]) -> int:
        width = 2 if token[0].startswith(("$$", "\\(", "\\[")) else 1
        inner = token[0][width:-width]
        if width == 1 and not _is_formula(inner, self.text[token.end() : token.end() + 1]):
            return token.start() + 1
        new = readable(inner)
        if new is not None:
            self.found.append(Change(*token.span(), new))
        return token.end()

    def _begin(self, kind: str, token: re.Match[str]) -> None:
        if kind == "open" and (self.argument_end == token.start() or self._is_argument(token.start())):
            kind = "argument"
        self.open.append((kind, self._with_space(token) if kind == "note" else token.start(), token.end()))

    def _is_argument(self, brace: int) -> bool:
        before = _MACRO_BEFORE.search(self.text, max(0, brace - _NEAR), brace)
        return bool(before) and not _PLAIN_INDEX.match(self.text, brace - 1)

    def _end(self, token: re.Match[str]) -> None:
        if not self.open:
            return
        kind, start, end = self.open.pop()
        if kind == "argument":
            self.argument_end = token.end()
        elif kind != "open" or self._is_group(start, token.end()):
            self.found.append(Change(start, end, " (" if kind == "note" else ""))
            self.found.append(Change(*token.span(), ")" if kind == "note" else ""))

    def _is_group(self, start: int, end: int) -> bool:
        """Whether a pair of braces only keeps its content together."""
        if start == 0 and end == len(self.text):
            return True
        if end - start > _LONGEST_GROUP:
            return False
        inner = self.text[start + 1 : end - 1]
        shows = any(map(str.isalnum, inner)) or inner in _DASHES
        return shows and not _NO_GROUP.search(_ESCAPE.sub("", inner))


def _is_formula(inner: str, behind: str) -> bool:
    """Whether what stands between two dollars is a formula and not the text between two prices."""
    words = _WORDS_IN_FORMULA.sub("", inner)
    if not inner.strip() or _PROSE.search(words):
        return False
    if _COMPARISON.fullmatch(inner):
        return True
    if inner[:1].isspace() != inner[-1:].isspace():
        return bool(_MACRO.search(inner)) and not _TWO_WORDS.search(_MACRO.sub("", words))
    return bool(re.search(r"[\\^_{]", inner)) or not (inner[:1].isspace() or behind.isdigit())


def _shown(kind: str, token: re.Match[str]) -> str | None:
    """What the token shows; None if it stays as it is."""
    if kind in _ALWAYS:
        return _ALWAYS[kind]
    if kind == "accent":
        return _accented(token["mark"], token["within"] or token["dotless"] or token["bare"], token)
    if kind == "named_accent":
        return _accented(token["name_of_mark"], token["named_within"] or token["named_bare"], token)
    if kind == "hyphen":
        return "" if _is_within_word(token) else "-"
    if kind in ("escaped", "lone"):
        return token[0][1] if kind == "escaped" else token[0].strip("{\\}")
    if kind == "dash":
        return "—" if len(token[0]) == 3 else "–"
    if kind == "quote":
        return "“" if token[0] == "``" else "”" if "``" in token.string else None
    if kind == "unicode":
        return _character(token["code"])
    if kind == "letter":
        return symbols()[token["named_letter"]]
    return symbols().get(token["name"], f"\\{token['name']}")


def _is_within_word(token: re.Match[str]) -> bool:
    """Whether ``\\-`` shows where a word may be broken; beside a capital or a parenthesis it was meant as a hyphen."""
    text = token.string
    return text[token.start() - 1 : token.start()].islower() and text[token.end() : token.end() + 1].islower()


def _accented(mark: str, letter: str, token: re.Match[str]) -> str | None:
    """The letter with its accent as one character; None where there is none."""
    if mark == "'" and _APOSTROPHE.match(token.string, token.start()):
        return f"'{letter}"
    composed = unicodedata.normalize("NFC", letter.lstrip("\\") + _COMBINING[mark])
    return composed if len(composed) == 1 else None


def _character(code: str) -> str | None:
    number = int(code[1:], 16) if code.startswith("x") else int(code) if code.isdigit() else 0
    return chr(number) if 0x1F < number < 0x110000 and not 0xD800 <= number < 0xE000 else None
