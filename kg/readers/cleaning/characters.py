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
#: White space of any kind and controls → space; half characters and what Unicode calls none → U+FFFD.
_ONE_FOR_ONE = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA1), *range(0x2000, 0x200B)], " "),
    **dict.fromkeys([0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000], " "),
    **dict.fromkeys([*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF], "\ufffd"),
}
#: Zero-width joiners belong to the spelling of many scripts and to emoji.
_JOINED = re.compile("(?<=[^\x00-\u024f])[\u200c\u200d](?=[^\x00-\u024f])")
_JAMO = range(0x1161, 0x1200)


def drop_hidden(text: str) -> Iterator[Change]:
    """Take out what does not show."""
    if not text.isascii():
        for hidden in _HIDDEN.finditer(text):
            if not _JOINED.match(text, hidden.start()):
                yield Change(*hidden.span(), "")


def one_for_one(text: str) -> str:
    """The text with a space for each white space and control, U+FFFD for what is no character."""
    # None of those that change is printable.
    return text if text.isprintable() else text.translate(_ONE_FOR_ONE)


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
