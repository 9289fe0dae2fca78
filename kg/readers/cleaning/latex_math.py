"""A LaTeX formula as a line of text: ``O(n^{2})`` → *O(n^2)*, ``\\frac{1}{k+1}`` → *1/(k+1)*."""

import re
import unicodedata
from functools import lru_cache

from kg.readers.cleaning.latex_symbols import symbols

#: Longer formulas stay as they are, in characters.
LONGEST = 300
_ROUNDS = 20
_TYPEFACE = (
    r"\\(?:math(?:rm|bf|it|sf|tt|bb|cal|scr|frak|normal|bbm|ds|op|rel|bin|ord)|text(?:rm|bf|it|sf|tt|sc|up|normal|md)?"
    r"|boldsymbol|bm|pmb|mbox|hbox|emph|underline|underbar|operatorname\*?|ensuremath|rm|bf)"
)
_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0304", "dot": "\u0307", "ddot": "\u0308", "vec": "\u20d7", "check": "\u030c", "acute": "\u0301",
    "grave": "\u0300",
}  # fmt: skip
_GROUP = r"\{([^{}]*)\}"
#: One thing, which needs no parentheses.
_ATOM = re.compile(r"\\?\w+|[^\w\s]?|[-+−]?\d+(?:\.\d+)?|\([^()]*\)")
_WRAPPED = re.compile(rf"{_TYPEFACE}\s*{_GROUP}")
_OLD_TYPEFACE = re.compile(r"\{\s*\\(?:rm|bf|it|sf|tt|cal|em|sc)\s+([^{}]*)\}")
_ACCENTED = re.compile(rf"\\({'|'.join(_ACCENTS)})\s*(?:\{{\s*(\\?\w+)\s*\}}|\s(\w)|(\\[A-Za-z]+))")
_FRACTION = re.compile(rf"\\[dt]?frac\s*(?:{_GROUP}\s*{_GROUP}|(\d)(\d))")
_ROOT = re.compile(rf"\\sqrt\s*(?:{_GROUP}|(\w))")
_SCRIPT = re.compile(rf"\s*([\^_])\s*{_GROUP}")
_ANY_GROUP = re.compile(rf"(?P<macro>\\[A-Za-z]+|[\^_])?(?<![}}\]]){_GROUP}")
_MACRO = re.compile(r"(\s*)\\([A-Za-z]+)(\s*)")
#: What parts the thousands of a number: ``15{,}000``, ``15\\,000``.
_THOUSANDS = re.compile(r"(?<=\d)(?:\\,|\{,\})(?=\d{3})")
_SPACE = re.compile(r"\\[,;:> \\]|~")
_NO_SPACE = re.compile(r"\\[!/@]|\\color\s*\{\w{1,20}\}")
_BEFORE_GROUP = re.compile(r"(\\[A-Za-z]+)\s+\{")
_ESCAPED = re.compile(r"\\([%&_#$|])")


@lru_cache(maxsize=1 << 14)
def readable(formula: str) -> str | None:
    """The formula without macros and braces; None if one of its macros is not known, or it is too long."""
    if len(formula) > LONGEST or "&" in formula.replace("\\&", ""):
        return None
    text = _THOUSANDS.sub(lambda mark: "," if "{" in mark[0] else "", formula.strip())
    text = _SPACE.sub(" ", _NO_SPACE.sub("", _BEFORE_GROUP.sub(r"\1{", text)))
    text = text.replace("\\not\\in", "\\notin").replace("\\not=", "\\neq ")
    # Braces that are shown step aside while those that are not are worked off.
    text = text.replace("\\{", "\x01").replace("\\}", "\x02")
    for _ in range(_ROUNDS):
        before = text
        text = _one_group_less(text)
        if text == before:
            break
    shown = _macros(_ESCAPED.sub(lambda mark: mark[1].replace("|", "‖"), text))
    if shown is None or re.search(r"[\\{}$]", shown):
        return None
    text = shown.replace("^∘", "°").replace("^′", "′").replace("\x01", "{").replace("\x02", "}")
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _one_group_less(text: str) -> str:
    text = _OLD_TYPEFACE.sub(r"\1", _WRAPPED.sub(r"\1", text))
    text = _ACCENTED.sub(_accented, text)
    text = _FRACTION.sub(lambda found: f"{_atom(found[1] or found[3])}/{_atom(found[2] or found[4])}", text)
    text = _ROOT.sub(lambda found: f"√{_atom(found[1] or found[2])}", text)
    text = _SCRIPT.sub(lambda found: f"{found[1]}{_atom(found[2])}", text)
    return _ANY_GROUP.sub(lambda found: found[0] if found["macro"] else found[2], text)


def _atom(part: str) -> str:
    """The part, in parentheses if it is more than one thing."""
    part = part.strip()
    return part if _ATOM.fullmatch(part) else f"({part})"


def _accented(found: re.Match[str]) -> str:
    letter = (found[2] or found[3] or found[4]).strip()
    if letter.startswith("\\"):
        letter = symbols().get(letter[1:], "") or letter
    mark = _ACCENTS[found[1]]
    return letter + mark if len(letter) == 1 else found[0] if letter.startswith("\\") else letter


def _macros(text: str) -> str | None:
    """The symbols themselves; the names of functions stand apart from what they are of."""
    known = symbols()
    if any(found[2] not in known for found in _MACRO.finditer(text)):
        return None

    def symbol(found: re.Match[str]) -> str:
        shown, before, behind = known[found[2]], found[1], found[3]
        if shown.isalpha() and len(shown) > 1:
            before = before or (" " if text[: found.start()][-1:].isalnum() else "")
            behind = behind or (" " if text[found.end() :][:1].isalnum() else "")
            return f"{before}{shown}{behind}"
        return f"{before and ' '}{shown}{behind if before else ''}"

    return _MACRO.sub(symbol, text)
