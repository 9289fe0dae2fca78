"""Text → Markdown that shows just this text, whatever stands in it; https://github.github.com/gfm."""

import re
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from kg.names import one_line

#: What Markdown or GitHub takes for more than a letter: emphasis, code, links, tables, mathematics …
_MARKS = re.compile(r"[\\`*_\[\]<>|~$#&]")
#: What GitHub makes a link without being asked.
_ADDRESS = re.compile(r"(?i)(https?|ftp)(?=:)|(www)(?=\.)")
#: What no file can hold, and what turns the direction of the text behind it.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
#: An address in which nothing ends a link or a cell.
_IN_ADDRESS = "/:?#@!$'*+,;=%~"
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def plain(value: Any) -> Markup:
    """The value as text on one line, its marks escaped; Markdown that stands in `Markup` stays what it is."""
    if isinstance(value, Markup):
        return value
    text = _UNSHOWN.sub("\ufffd", one_line(f"{value:,}" if type(value) is int else str(value)))
    text = _MARKS.sub(r"\\\g<0>", text)
    return Markup(_ADDRESS.sub(r"\g<0>\\", text))  # noqa: S704  nothing in it is a mark any more


def cell(value: Any, longest: int = 72) -> Markup:
    """The value as text no longer than ``longest``; a dash where there is none."""
    text = one_line(str(value)) if value not in (None, "") else "–"
    return plain(text if len(text) <= longest else text[: longest - 1].rstrip() + "…")


def link(text: str, address: str | None, longest: int = 72) -> Markup:
    """The text as a link; as text alone if it has no address of the web. No longer than ``longest``."""
    shown = cell(text, longest)
    if not address or not _WEB_ADDRESS.match(address):
        return shown
    safe = quote(address.strip(), safe=_IN_ADDRESS + "&", errors="replace").replace("&", "&amp;")
    return Markup("[{}]({})").format(shown, Markup(safe))  # noqa: S704  quoted
