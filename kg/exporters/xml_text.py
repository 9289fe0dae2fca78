"""What GraphML and GEXF write alike: text and colours."""

import re
from xml.sax.saxutils import escape, quoteattr

#: XML, or the older rules that some readers follow, make line feeds of these unless they are written as references.
_RETURNS = {"\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"}
#: Attribute values keep these only as references, too.
_BREAKS = {"\n": "&#10;", "\t": "&#9;", **_RETURNS}


def quoted(text: str) -> str:
    """The text as the value of an attribute, with its quotes."""
    return quoteattr(text, _BREAKS)


def escaped(text: str) -> str:
    """The text as the content of an element."""
    return escape(text, _RETURNS)


def channels(color: object) -> dict[str, int]:
    """Red, green and blue of a colour as #RRGGBB, 0 to 255; nothing if it is none."""
    match = re.fullmatch(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})", str(color))
    return {name: int(part, 16) for name, part in zip("rgb", match.groups(), strict=True)} if match else {}
