"""PubMed's XML: sets of journal articles and of book chapters, as its site and E-utilities save them.

Specification: https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html. The parts of a structured abstract are
joined, each behind its label. Abstracts in further languages (``OtherAbstract``) are passed over.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.xml_records import read_elements, text_of, texts_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "pubmed"
DESCRIPTION = "PubMed's XML"

_RECORD = re.compile(r"<Pubmed(?:Article|BookArticle|ArticleSet|BookArticleSet)[\s>]")
#: Where a record may have its title, its venue and its date, the best place first.
_TITLES = ("{*}Article/{*}ArticleTitle", "{*}ArticleTitle", "{*}Book/{*}BookTitle", "{*}Article/{*}VernacularTitle")
_VENUES = ("{*}Article/{*}Journal/{*}Title", "{*}Book/{*}BookTitle")
_DATES = ("{*}Article/{*}Journal/{*}JournalIssue/{*}PubDate", "{*}Article/{*}ArticleDate", "{*}Book/{*}PubDate")


def recognises(head: str) -> bool:
    """Whether a set of PubMed's, or a record of one, begins in it."""
    return _RECORD.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each article and book chapter."""
    return read_elements(content, "PubmedArticle|PubmedBookArticle", _fields)


def _fields(record: "Element") -> dict[str, Any]:
    found = record.find("{*}MedlineCitation")
    citation = found if found is not None else record.find("{*}BookDocument")
    if citation is None:
        return {}
    number = text_of(citation.find("{*}PMID")).strip()
    return {
        "id": f"pmid:{number}" if number else None,
        "title": next((text for path in _TITLES if (text := text_of(citation.find(path))).strip()), ""),
        "abstract": _abstract(citation),
        "authors": [name for author in citation.iterfind(".//{*}AuthorList/{*}Author") if (name := _name(author))],
        "date": _date(citation),
        "url": f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if number else None,
        "doi": _doi(record, citation),
        "venue": text_of(citation.find("{*}Article/{*}Journal/{*}Title"))
        or text_of(citation.find("{*}Book/{*}BookTitle")),
        "categories": texts_of(citation.iterfind("{*}MeshHeadingList/{*}MeshHeading/{*}DescriptorName")),
        "keywords": texts_of(citation.iterfind("{*}KeywordList/{*}Keyword")),
    }


def _abstract(citation: "Element") -> str:
    abstract = citation.find("{*}Article/{*}Abstract")
    abstract = abstract if abstract is not None else citation.find("{*}Abstract")
    if abstract is None:
        return ""
    parts = [(part.get("Label"), text_of(part)) for part in abstract.iterfind("{*}AbstractText")]
    return " ".join(f"{label}: {text}" if label else text for label, text in parts if text.strip())


def _name(author: "Element") -> str:
    family = text_of(author.find("{*}LastName"))
    given = text_of(author.find("{*}ForeName")) or text_of(author.find("{*}Initials"))
    return f"{given} {family}".strip() or text_of(author.find("{*}CollectiveName"))


def _doi(record: "Element", citation: "Element") -> str | None:
    places = [*citation.iterfind("{*}Article/{*}ELocationID"), *record.iterfind("*/{*}ArticleIdList/{*}ArticleId")]
    return next((text_of(place) for place in places if "doi" in (place.get("EIdType"), place.get("IdType"))), None)


def _date(citation: "Element") -> str | None:
    """The date of the issue or, if there is none, of what stood on the web first: ``2018-May-17``, ``2018 May-Jun``."""
    dates = ("-".join(texts_of(place)) for path in _DATES if (place := citation.find(path)) is not None)
    return next(filter(None, dates), None)
