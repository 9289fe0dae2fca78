"""The encoding that a text declares for itself: XML in its first line, HTML in its head, BibTeX where JabRef wrote it.

UTF-8, Latin-1 and UTF-16 need no declaration, and many a text that declares these is none; see
`kg.readers.encoding`. Labels: https://encoding.spec.whatwg.org/#names-and-labels
"""

import codecs
import re
from typing import NamedTuple

#: So much of a text is looked through, in bytes.
_BEGINNING = 4096
_XML = re.compile(rb"""\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_HTML = re.compile(rb"""<meta\b[^<>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_BIBTEX = re.compile(rb"(?:^|\n)%+[ \t]*Encoding:[ \t]*([\w.:-]{1,40})")
#: Those whose first 128 characters are ASCII's, and in which other bytes are letters.
_USUAL = re.compile(r"iso8859-(?:[2-9]|1\d)|cp\d+|koi8-\w|gb\w+|big5\w*|shift_jis\w*|euc_\w+|johab|mac-\w+|tis-620")
#: Encodings by whose name their larger successors are meant.
_SUCCESSORS = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
_ASCII = bytes(range(0x20, 0x7F))


class Declared(NamedTuple):
    """An encoding by the name that the text gives it, and by Python's."""

    name: str
    codec: str

    def decoder(self) -> codecs.IncrementalDecoder:
        """A decoder to which what is no text in this encoding is U+FFFD."""
        return codecs.getincrementaldecoder(self.codec)("replace")


def declared_in(head: bytes) -> Declared | None:
    """The encoding that the beginning of a text declares; None if it declares none that is known and of use."""
    beginning = head[:_BEGINNING]
    marked_up = beginning.lstrip().startswith(b"<")
    found = _XML.match(beginning) or (_HTML if marked_up else _BIBTEX).search(beginning)
    if not found:
        return None
    name = found[1].decode("ascii", "replace")
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    codec = _SUCCESSORS.get(codec, codec)
    is_usual = _USUAL.fullmatch(codec) and _ASCII.decode(codec, "replace") == _ASCII.decode("ascii")
    return Declared(name, codec) if is_usual and codec != "cp1252" else None
