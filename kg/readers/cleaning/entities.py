"""Characters that HTML and XML write by name or number: ``&amp;``, ``&#8211;``, ``&amp;lt;``."""

import html
import re
from collections.abc import Iterator

from kg.alignment import Change

#: An ampersand may have been written by its name several times over.
_ENTITY = re.compile(r"&(?:amp;)*(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")


def replace_entities(text: str) -> Iterator[Change]:
    """The characters themselves; what only looks like a name (``H&E;``) stays."""
    if "&" not in text:
        return
    for entity in _ENTITY.finditer(text):
        name = f"&{entity[1]}"
        if (character := html.unescape(name)) != name:
            yield Change(*entity.span(), character)
