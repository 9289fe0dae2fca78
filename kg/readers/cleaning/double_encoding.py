"""Text that was encoded twice: the bytes of UTF-8 read as Windows-1252, *Ã¼* for *ü*."""

import re
from collections.abc import Iterator

from kg.alignment import Change

#: First the letter that such bytes begin with, then what Windows-1252 and Latin-1 make of 0x80 to 0xBF.
_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_RUN = re.compile(r"[^\x00-\x7f]+")


def decode_twice(text: str) -> Iterator[Change]:
    """Decode the runs of letters beyond ASCII that make sense only when decoded once more."""
    if text.isascii() or not _TWICE.search(text):
        return
    from ftfy import fix_encoding

    for run in _RUN.finditer(text):
        # A long run is a text in a script of its own.
        if len(run[0]) <= 200 and _TWICE.search(run[0]) and (fixed := fix_encoding(run[0])) != run[0]:
            yield Change(*run.span(), fixed)
