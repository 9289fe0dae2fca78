"""Tags of HTML, JATS and MathML. What only stands between angle brackets (``<think>``, *a < b*) is text."""

import re
from collections.abc import Iterator

from kg.alignment import Change

#: Tags around words.
_INLINE = frozenset(
    "a abbr b big bold cite code del dfn em ext-link font i inf ins italic kbd monospace named-content nobr overline "
    "q roman s samp sans-serif sc scp small smallcaps span strike strong styled-content sub sup tt u underline uri "
    "var xref".split()
)
#: Tags between which words stand apart.
_BLOCK = frozenset(
    "abstract article blockquote body br dd div dl dt h1 h2 h3 h4 h5 h6 head header hr html li list list-item ol p "
    "para pre sec section simple-para table tbody td th thead title tr trans-abstract ul".split()
)
#: Tags of formulas.
_FORMULA = frozenset(
    "alternatives disp-formula formula graphic inline-formula inline-graphic img math mathml menclose merror mfenced "
    "mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup "
    "mtable mtd mtext mtr munder munderover none semantics tex-math".split()
)
_KNOWN = _INLINE | _BLOCK | _FORMULA
#: Words that stand between angle brackets for other reasons, too, as tokens, vectors and variables: where such a tag
#: has no attribute it must be closed.
_ALSO_WORDS = frozenset(
    "a abstract article b body code del head header i img list math none p q s section span table title u var".split()
)
_ATTRIBUTE = r"""\s+[\w:.-]{1,60}\s*=\s*(?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^\s"'<>=]{1,2000})"""
_TAG = re.compile(
    r"<(?P<end>/?)(?P<prefix>[A-Za-z][\w.]{0,20}:)?(?P<name>[A-Za-z][A-Za-z0-9-]{0,20})"
    rf"(?P<attributes>(?:{_ATTRIBUTE}){{0,40}})\s*/?>"
)
#: What is no text at all: comments, instructions, scripts, style sheets.
_NO_TEXT = re.compile(
    r"<!--(?:[^-<]|-(?!->)|<(?!!--)){0,20000}-->|<\?(?:[^?<]|\?(?!>)){0,2000}\?>|<!DOCTYPE[^<>]{0,2000}>"
    r"|<!\[CDATA\[|\]\]>|<(script|style)\b[^<>]{0,2000}>(?:[^<]|<(?!/?(?:script|style)\b)){0,20000}</\1\s*>",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+−–]?\s?\d")


def drop_no_text(text: str) -> Iterator[Change]:
    """A space for each comment, instruction, script and style sheet."""
    if "<" in text or "]]>" in text:
        yield from (Change(*found.span(), " ") for found in _NO_TEXT.finditer(text))


def remove_tags(text: str) -> Iterator[Change]:
    """Nothing for tags around words, a space for those between them, ``: `` behind a heading, ``^`` for a power."""
    if "<" not in text:
        return
    tags = [tag for tag in _TAG.finditer(text) if tag["name"].lower() in _KNOWN]
    closed = {tag["name"].lower() for tag in tags if tag["end"]}
    for tag in tags:
        name = tag["name"].lower()
        if name not in _ALSO_WORDS or name in closed or tag["attributes"] or tag["prefix"]:
            yield Change(*tag.span(), _instead(text, tag, name))


def _instead(text: str, tag: re.Match[str], name: str) -> str:
    before = text[max(0, tag.start() - 20) : tag.start()]
    if name == "title" and tag["end"]:
        return " " if before.rstrip()[-1:] in ("", ":", ".", "?", "!") else ": "
    if name == "sup" and not tag["end"] and before[-1:].isalnum() and _NUMBER.match(text, tag.end()):
        return "^"
    return " " if name in _BLOCK else ""
