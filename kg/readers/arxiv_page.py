"""A page of arXiv saved as HTML: a listing (arxiv.org/list) or the results of a search (arxiv.org/search)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import UnreadableInput
from kg.model import Paper, Place, Skipped
from kg.readers.arxiv_fields import arxiv_authors, arxiv_date
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.record import paper_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "arxiv-page"
DESCRIPTION = "a listing or a search result of arXiv, saved as HTML"

#: No page of arXiv is longer, in bytes.
LONGEST_PAGE = 64_000_000
_ENTRY = re.compile(r"class\s*=\s*[\"'](?:list-title|arxiv-result)\b")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)https?://(?:www\.)?arxiv\.org/(?:list|search)/")
_IN_PARENTHESES = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")
_SUBMITTED = re.compile(r"Submitted\s+(\d{1,2}\s+\w+),?\s+(\d{4})")


def recognises(head: str) -> bool:
    """Whether an entry of such a page stands in it."""
    return _ENTRY.search(head) is not None or _SAVED_FROM.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each entry, a Skipped for each that is broken. Raises UnreadableInput."""
    from lxml import etree, html

    page = content.utf8().read(LONGEST_PAGE + 1)
    if len(page) > LONGEST_PAGE:
        raise UnreadableInput(f"longer than any page of arXiv: more than {LONGEST_PAGE // 1_000_000} MB")
    try:
        root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as exc:
        raise UnreadableInput(f"a broken page: {exc}") from exc
    entries = root.xpath("//dd[.//*[contains(@class, 'list-title')]] | //li[contains(@class, 'arxiv-result')]")
    for number, entry in enumerate(entries, start=1):
        place = Place(content.name, record=number)
        titles = _having(entry, "list-title" if entry.tag == "dd" else "title")
        if len(titles) > 1:
            yield Skipped(place, "a broken entry: more than one title")
        else:
            yield paper_of(_listed(entry) if entry.tag == "dd" else _found(entry), place)


def _listed(entry: "HtmlElement") -> dict[str, object]:
    """The fields of an entry of a listing; its number stands in the element before."""
    head = entry.getprevious()
    number = _number(head) if head is not None and head.tag == "dt" else ""
    return {
        "id": number,
        "title": _value(entry, "list-title"),
        "abstract": _value(entry, "mathjax", "p"),
        "authors": _names(entry, "list-authors"),
        "date": arxiv_date(number),
        "url": number and f"https://arxiv.org/abs/{number}",
        "venue": _value(entry, "list-journal-ref"),
        "categories": _IN_PARENTHESES.findall(_value(entry, "list-subjects")),
    }


def _found(entry: "HtmlElement") -> dict[str, object]:
    """The fields of a search result."""
    number, submitted = _number(entry), _SUBMITTED.search(entry.text_content())
    return {
        "id": number,
        "title": _value(entry, "title"),
        "abstract": _value(entry, "abstract-full").removesuffix("△ Less"),
        "authors": _names(entry, "authors"),
        "date": " ".join(submitted.groups()) if submitted else arxiv_date(number),
        "url": number and f"https://arxiv.org/abs/{number}",
        "categories": [tag.text_content() for tag in _having(entry, "tag") if "." in tag.text_content()],
    }


def _number(element: "HtmlElement") -> str:
    addresses = (link.get("href") or "" for link in element.iter("a"))
    return arxiv_id_in(element.text_content(), *addresses) or ""


def _having(element: "HtmlElement", name: str, tag: str = "*") -> list["HtmlElement"]:
    """The elements within that are of a class."""
    return [part for part in element.iterfind(f".//{tag}") if name in (part.get("class") or "").split()]


def _value(element: "HtmlElement", name: str, tag: str = "*") -> str:
    """The text of the first element of a class, without the label before it."""
    for part in _having(element, name, tag)[:1]:
        label = next((str(label.text_content()) for label in part.iter("span") if _is_label(label)), "")
        return str(part.text_content()).strip().removeprefix(label).strip()
    return ""


def _is_label(element: "HtmlElement") -> bool:
    return bool({"descriptor", "has-text-black-bis"} & set((element.get("class") or "").split()))


def _names(element: "HtmlElement", name: str) -> list[str]:
    linked = [str(link.text_content()) for part in _having(element, name)[:1] for link in part.iter("a")]
    return linked or arxiv_authors(_value(element, name))
