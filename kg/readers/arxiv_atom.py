"""What arXiv gives as a feed: the answer of its API (Atom), and the new submissions of a day (Atom or RSS).

Specification: https://info.arxiv.org/help/api/user-manual.html and https://info.arxiv.org/help/rss.html; other feeds
are no papers. The date is that of the first version; a link to code is taken from the authors' comment.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.model import Paper, Skipped
from kg.readers.arxiv_fields import arxiv_authors
from kg.readers.code_links import code_link
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.xml_records import read_elements, text_of, texts_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "arxiv-atom"
DESCRIPTION = "an answer of arXiv's API, or a feed of its new submissions (Atom, RSS)"

_FEED = re.compile(r"<(?:[\w.-]+:)?(?:feed|entry|rss)[\s>]")
_ANNOUNCED = re.compile(r"\s*arXiv:\S+\s+Announce Type:.*?Abstract:\s*", re.DOTALL)


def recognises(head: str) -> bool:
    """Whether it is a feed and arXiv's."""
    return _FEED.search(head) is not None and "arxiv.org/" in head and ("/2005/Atom" in head or "<rss" in head)


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each entry."""
    return read_elements(content, "entry|item", _fields)


def _fields(entry: "Element") -> dict[str, Any] | str:
    def field(*names: str) -> str:
        return next((text for name in names if (text := text_of(entry.find("{*}" + name)))), "")

    link = entry.find("{*}link")
    address = field("id", "link", "guid")
    if "/api/errors" in address:
        return f"an error that arXiv's API reports: {field('summary').strip()}"
    number = arxiv_id_in(address, link.get("href") if link is not None else None, field("link"))
    return {
        "id": number or address.rpartition("/abs/")[2],
        "title": field("title"),
        "abstract": _unannounced(field("summary", "description")),
        "authors": texts_of(entry.iterfind("{*}author/{*}name")) or arxiv_authors(field("creator")),
        "date": field("published", "pubDate", "updated"),
        "url": f"https://arxiv.org/abs/{number}" if number else address,
        "doi": field("doi", "DOI"),
        "venue": field("journal_ref", "journal_reference"),
        "categories": [
            term for category in entry.iterfind("{*}category") if (term := category.get("term") or text_of(category))
        ],
        "code": code_link(field("comment")),
    }


def _unannounced(text: str) -> str:
    """The abstract without what a feed says before it."""
    return _ANNOUNCED.sub("", text) if "Announce Type:" in text else text
