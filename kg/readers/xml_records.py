"""The records of an XML source, one element after the other, each parsed on its own.

The text is parted at the tags of its records, and lxml parses each part: so a broken record leaves its neighbours
whole, a title never meets another's abstract, and memory holds one record, whatever the size. A document type is
never read; one that defines entities is refused, for a few of them can stand for gigabytes of text.
"""

import html.entities
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.errors import UnreadableInput
from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.record import paper_of
from kg.readers.text_window import LONGEST_RECORD, TextWindow

if TYPE_CHECKING:
    from lxml.etree import XMLParser
    from lxml.etree import _Element as Element

_ENTITY = re.compile(r"<!ENTITY\b")
#: Why a source that `defines_entities` is not read.
OWN_ENTITIES = "defines entities of its own, which kg does not expand; save the file without them"
_NAMESPACE = re.compile(r"""\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[\w.-]+(?=[\s=>/])")
_AMPERSAND = re.compile(r"&(?:(#\d+|#x[0-9A-Fa-f]+|amp|lt|gt|quot|apos)|([A-Za-z]\w*))?(;?)")
_INDENT = re.compile(r"\n[ \t]*\Z")
#: What lxml adds to its messages: places within the record, and advice that nobody can follow here.
_ADDED = re.compile(r",? line \d+(?:, column \d+)?|, use XML_PARSE_HUGE option")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_elements(
    content: Content, names: str, fields: "Callable[[Element], Mapping[str, Any] | str]"
) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each element of one of these names, which are parted by ``|``.

    The function finds the fields of a paper in its element, or says why there is none. Raises UnreadableInput.
    """
    for number, (wrapper, text) in enumerate(_parts(TextWindow(content.pieces()), names), start=1):
        place = Place(content.name, record=number)
        element = _parsed(wrapper, text) if wrapper else text
        found = element if isinstance(element, str) else fields(element)
        yield Skipped(place, found) if isinstance(found, str) else paper_of(found, place)


def defines_entities(preamble: str) -> bool:
    """Whether a document type in what stands before the records defines entities."""
    return _ENTITY.search(preamble) is not None


def text_of(element: "Element | None") -> str:
    """All text in an element, without a formula's other forms."""
    if element is None:
        return ""
    if not len(element):
        return element.text or ""
    return "".join(_texts(element))


def texts_of(elements: "Iterable[Element | None]") -> list[str]:
    """The text of each element that has any."""
    return [text for text in map(text_of, elements) if text.strip()]


def _texts(element: "Element") -> Iterator[str]:
    text = element.text or ""
    for child in element:
        # An entity that nothing defines is an element without a name.
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        # Where a record is printed for reading, an index stands in the line below what it belongs to.
        yield _INDENT.sub("", text) if name in ("sub", "sup") else text
        if name and name not in ("annotation", "annotation-xml", "tex-math"):
            yield from _texts(child)
        text = child.tail or ""
    yield text


def _parts(window: TextWindow, names: str) -> Iterator[tuple[str, str]]:
    """The start of the wrapping element and the text of each record; nothing and the reason where it is broken."""
    begins = re.compile(rf"<((?:[\w.-]+:)?(?:{names}))(?=[\s/>])")
    window.grow()
    first = begins.search(window.text)
    while not first and window.grow():
        first = begins.search(window.text)
    preamble = window.text[: first.start()] if first else window.text
    if defines_entities(preamble):
        raise UnreadableInput(OWN_ENTITIES)
    wrapper = "<kg" + "".join(dict.fromkeys(_NAMESPACE.findall(preamble))) + ">"
    while match := window.find(begins):
        window.at = match.start()
        window.move_on()
        text = _element(window, match[1], begins)
        yield (wrapper, text) if text.startswith("<") else ("", text)


def _element(window: TextWindow, name: str, begins: re.Pattern[str]) -> str:
    """The element that begins here, or the reason why it has no end; the window stands behind it then."""
    stop = re.compile(rf"</{re.escape(name)}\s*>|{begins.pattern}")
    start, seen = window.at, window.at + 1
    while not (match := stop.search(window.text, seen)):
        seen = max(seen, len(window.text) - 200)
        if not window.grow():
            too_long = window.too_long()
            window.at = seen
            return (
                f"a record of more than {LONGEST_RECORD // 1_000_000} million characters"
                if too_long
                else "cut off: the source ends inside this record"
            )
    if match[1]:
        window.at = match.start()
        return "not XML: the next record begins before this one ends"
    window.at = match.end()
    return window.text[start : match.end()]


def _parsed(wrapper: str, text: str) -> "Element | str":
    """The element of a record's text, or the reason why it is none."""
    element = _element_of(wrapper, text)
    if isinstance(element, str):
        prefixes = sorted(set(_PREFIX.findall(text)) - {"xml", "xmlns"})
        declared = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in prefixes if f"xmlns:{prefix}" not in wrapper)
        return _element_of(wrapper[:-1] + declared + ">", _mended(text))
    return element


def _element_of(wrapper: str, text: str) -> "Element | str":
    from lxml import etree

    try:
        wrapped: Element = etree.fromstring(f"{wrapper}{text}</kg>", _parser())
    except (etree.XMLSyntaxError, ValueError) as exc:
        return f"not XML: {_ADDED.sub('', getattr(exc, 'msg', None) or str(exc))}"
    return wrapped[0]


@cache
def _parser() -> "XMLParser":
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _mended(text: str) -> str:
    """The text with the entities of HTML as characters, bare ampersands as such, and no control characters."""

    def mend(match: re.Match[str]) -> str:
        known, name, end = match.groups()
        if known and end:
            return match[0]
        character = html.entities.html5.get(f"{name};") if name and end else None
        return html.escape(character) if character else f"&amp;{match[0][1:]}"

    return _NOT_XML.sub("\ufffd", _AMPERSAND.sub(mend, text))
