"""A harvest from arXiv by OAI-PMH, with metadata as ``arXiv``, ``arXivRaw`` or Dublin Core (``oai_dc``).

Specification: https://info.arxiv.org/help/oa/. Dublin Core records of other archives are read, too. A record that was
deleted is skipped, since nothing of it is left but its number.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.model import Paper, Skipped
from kg.readers.arxiv_fields import arxiv_authors, arxiv_date
from kg.readers.code_links import code_link
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.xml_records import read_elements, text_of, texts_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "oai"
DESCRIPTION = "a harvest by OAI-PMH (arXiv's own metadata or Dublin Core)"

_RECORD = re.compile(r"<(?:[\w.-]+:)?(?:OAI-PMH|ListRecords|GetRecord|record)[\s>]")
_METADATA = re.compile(r"(?:openarchives|arxiv)\.org/OAI/")


def recognises(head: str) -> bool:
    """Whether it holds records in the envelope of OAI-PMH."""
    return _RECORD.search(head) is not None and _METADATA.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each record."""
    return read_elements(content, "record", _fields)


def _fields(record: "Element") -> dict[str, Any] | str:
    metadata = record.find("{*}metadata")
    if metadata is None or not len(metadata):
        header = record.find("{*}header")
        deleted = header is not None and header.get("status") == "deleted"
        return "a record that was deleted" if deleted else "a record without metadata"
    found = metadata[0]
    return _arxiv(found) if found.find("{*}abstract") is not None else _dublin_core(found)


def _arxiv(found: "Element") -> dict[str, Any]:
    def field(name: str) -> str:
        return text_of(found.find("{*}" + name))

    number = field("id").strip()
    people = [_name(author) for author in found.iterfind("{*}authors/{*}author")]
    return {
        "id": number,
        "title": field("title"),
        "abstract": field("abstract"),
        "authors": people or arxiv_authors(field("authors")),
        "date": field("created") or text_of(found.find("{*}version/{*}date")) or arxiv_date(number),
        "url": f"https://arxiv.org/abs/{number}",
        "doi": field("doi"),
        "venue": field("journal-ref"),
        "categories": field("categories").split(),
        "code": code_link(field("comments")),
    }


def _name(author: "Element") -> str:
    return " ".join(text_of(author.find("{*}" + part)) for part in ("forenames", "keyname", "suffix")).strip()


def _dublin_core(found: "Element") -> dict[str, Any]:
    def fields(name: str) -> list[str]:
        return texts_of(found.iterfind("{*}" + name))

    identifiers, descriptions = fields("identifier"), fields("description")
    number = arxiv_id_in(*identifiers)
    address = next((text for text in identifiers if text.strip().startswith("http")), None)
    return {
        "id": number,
        "title": next(iter(fields("title")), ""),
        "abstract": max((text for text in descriptions if not text.startswith("Comment:")), key=len, default=""),
        "authors": fields("creator"),
        "date": min((text.strip() for text in fields("date")), default=None),
        "url": f"https://arxiv.org/abs/{number}" if number else address,
        "doi": next((text.strip()[4:] for text in identifiers if text.strip().lower().startswith("doi:")), None),
        "categories": fields("subject"),
        "code": code_link(" ".join(descriptions)),
    }
