"""CSL-JSON, which citation processors take: Zotero, Better BibTeX, Mendeley, pandoc; and DOI services' answers in it.

Specification: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.json_records import first_records, read_records

NAME = "csl-json"
DESCRIPTION = "CSL-JSON: Zotero, Better BibTeX, Mendeley, pandoc"

_OWN = frozenset(
    "container-title issued title-short container-title-short citation-key citation-label event-title "
    "collection-title number-of-pages publisher-place accessed original-title".split()
)
#: An id that only its library knows: an address there, or a number.
_LOCAL_ID = re.compile(r"https?://\S+|\d+|ITEM-\d+|\d+/\w+")
_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")


def recognises(head: str) -> bool:
    """Whether a record has a type and a title, and a key or a name in the way of CSL."""
    return any(
        isinstance(record.get("type"), str)
        and isinstance(record.get("title"), str)
        and (bool(record.keys() & _OWN) or any("family" in name for name in _objects(record.get("author"))))
        for record in first_records(head)
    )


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each item."""
    return read_records(content, _fields)


def _fields(item: Mapping[str, Any]) -> dict[str, Any]:
    texts = (item.get(key) for key in ("DOI", "number", "URL", "note", "archive_location"))
    return {
        "id": arxiv_id_in(*(text for text in texts if isinstance(text, str))) or _id(item),
        "title": item.get("title"),
        "abstract": item.get("abstract"),
        "authors": [name for author in _objects(item.get("author")) if (name := _name(author))],
        "date": item.get("issued"),
        "url": item.get("URL"),
        "doi": item.get("DOI"),
        "categories": item.get("categories"),
        "venue": item.get("container-title") or item.get("event-title") or item.get("event"),
        "keywords": item.get("keyword"),
        "citations": item.get("is-referenced-by-count"),
    }


def _id(item: Mapping[str, Any]) -> str:
    ids = (str(item.get(key) or "") for key in ("citation-key", "citation-label", "id"))
    return next((id for id in ids if id and not _LOCAL_ID.fullmatch(id)), "")


def _objects(value: Any) -> list[dict[str, Any]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _name(author: Mapping[str, Any]) -> str:
    parts = " ".join(str(author[part]) for part in _PARTS if author.get(part))
    return parts or str(author.get("literal") or author.get("name") or "")
