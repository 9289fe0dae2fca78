"""Articles in JATS, the XML in which PubMed Central and many publishers give whole papers; only their front is read.

Specification: https://jats.nlm.nih.gov. Of several abstracts the one without a type is taken, as others are for
graphics, for the press or in other languages.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.xml_records import read_elements, text_of, texts_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "jats"
DESCRIPTION = "articles in JATS (XML of PubMed Central and publishers)"

_ARTICLE = re.compile(r"<article[\s>]")
_FRONT = re.compile(r"<(?:article-meta|journal-meta|front|pmc-articleset)[\s>]|//NLM//DTD (?:JATS|Journal)")


def recognises(head: str) -> bool:
    """Whether an article begins in it and has a front, or names the document type."""
    return _ARTICLE.search(head) is not None and _FRONT.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each article."""
    return read_elements(content, "article", _fields)


def _fields(article: "Element") -> dict[str, Any]:
    meta = article.find("{*}front/{*}article-meta")
    if meta is None:
        return {}
    numbers = {number.get("pub-id-type"): text_of(number).strip() for number in meta.iterfind("{*}article-id")}
    doi, pmid = numbers.get("doi"), numbers.get("pmid")
    contributors = meta.iterfind("{*}contrib-group/{*}contrib")
    return {
        "id": f"pmid:{pmid}" if pmid else doi or numbers.get("pmc") or numbers.get("pmcid"),
        "title": text_of(meta.find("{*}title-group/{*}article-title")),
        "abstract": _abstract(meta),
        "authors": [name for person in contributors if _is_author(person) and (name := _name(person))],
        # The earliest, and of those in one year the fullest.
        "date": min(filter(None, _dates(meta)), default=None, key=lambda date: (date[:4], -len(date))),
        "url": f"https://doi.org/{doi}" if doi else None,
        "doi": doi,
        "venue": text_of(article.find("{*}front/{*}journal-meta//{*}journal-title")),
        "categories": list(dict.fromkeys(texts_of(meta.iterfind("{*}article-categories//{*}subject")))),
        "keywords": texts_of(meta.iterfind("{*}kwd-group/{*}kwd")),
    }


def _abstract(meta: "Element") -> str:
    abstracts = sorted(meta.iterfind("{*}abstract"), key=lambda abstract: abstract.get("abstract-type") is not None)
    if not abstracts:
        return ""
    blocks = [block for block in abstracts[0].iter("{*}title", "{*}p") if block.getparent().tag != block.tag]
    texts = [f"{text_of(block)}:" if str(block.tag).endswith("title") else text_of(block) for block in blocks]
    return " ".join(texts) or text_of(abstracts[0])


def _is_author(person: "Element") -> bool:
    return bool(person.get("contrib-type", "author") == "author")


def _name(person: "Element") -> str:
    family, given = text_of(person.find("{*}name/{*}surname")), text_of(person.find("{*}name/{*}given-names"))
    return f"{given} {family}".strip() or text_of(person.find("{*}collab")) or text_of(person.find("{*}string-name"))


def _dates(meta: "Element") -> Iterator[str]:
    for place in meta.iterfind("{*}pub-date"):
        yield "-".join(texts_of(place.find("{*}" + name) for name in ("year", "month", "day")))
