"""Characters that show nothing, that no file should hold, or that are written in two ways."""

import re
import unicodedata
from collections.abc import Iterator

from kg.alignment import Change

#: Soft hyphen, zero-width characters, marks of direction, byte order mark, fillers of the language tags.
_HIDDEN_ONE = (
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
#: In a word that is broken at the end of its line the soft hyphen goes with the break.
_HIDDEN = re.compile(rf"\u00ad[ \t]*\r?\n[ \t]*(?=\w)|{_HIDDEN_ONE}+")
#: White space of any kind and controls.
_SPACE = re.compile("[\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
#: Hyphens of other sets of characters: publishers write *GPT‑4* with one at which no line breaks.
_HYPHEN = re.compile("[\u2010\u2011\ufe63\uff0d]")
#: Half characters, and what Unicode calls none.
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: Zero-width joiners belong to the spelling of many scripts and to emoji.
_JOINED = re.compile("(?<=[^\x00-\u024f])[\u200c\u200d](?=[^\x00-\u024f])")
_JAMO = range(0x1161, 0x1200)


def drop_hidden(text: str) -> Iterator[Change]:
    """Take out what does not show."""
    # None of these is printable.
    if not text.isprintable() and not text.isascii():
        for hidden in _HIDDEN.finditer(text):
            if not _JOINED.match(text, hidden.start()):
                yield Change(*hidden.span(), "")


def one_for_one(text: str) -> str:
    """The text with a space for each white space and control, one hyphen for all, U+FFFD for what is no character."""
    if not text.isascii():
        text = _HYPHEN.sub("-", text)
    # None of the others that change is printable.
    return text if text.isprintable() else _NO_CHARACTER.sub("\ufffd", _SPACE.sub(" ", text))


def compose(text: str) -> Iterator[Change]:
    """Write a letter and its accents as one character where there is one (NFC)."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    letters = set(text)
    marks = {letter for letter in letters if unicodedata.category(letter)[0] == "M" or ord(letter) in _JAMO}
    alone = {letter for letter in letters - marks if unicodedata.normalize("NFC", letter) != letter}
    classes = [f"[{''.join(map(re.escape, sorted(some)))}]" for some in (marks, alone) if some]
    pattern = rf"[\s\S]?{classes[0]}+" + (f"|{classes[1]}" if len(classes) > 1 else "") if marks else classes[0]
    for cluster in re.finditer(pattern, text):
        if (composed := unicodedata.normalize("NFC", cluster[0])) != cluster[0]:
            yield Change(*cluster.span(), composed)
