"""Papers of Semantic Scholar: answers of its Graph and recommendation APIs, and its bulk data sets.

Specification: https://api.semanticscholar.org/api-docs/. Batches have ``null`` where a paper was not found, which is
reported. The one-sentence summary (``tldr``) was made by a model and is not taken for an abstract.
"""

from collections.abc import Iterator
from typing import Any

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.json_paths import at, each, listed, text_at
from kg.readers.json_records import first_records, read_records

NAME = "semantic-scholar"
DESCRIPTION = "papers of Semantic Scholar (JSON: Graph API, bulk data)"

_NUMBERS = frozenset("paperid corpusid".split())
_OWN = frozenset(
    "externalids citationcount referencecount influentialcitationcount isopenaccess openaccesspdf s2fieldsofstudy "
    "fieldsofstudy publicationvenue publicationvenueid paperabstract tldr publicationtypes openaccessinfo s2url".split()
)


def recognises(head: str) -> bool:
    """Whether a record has a paper id or corpus id, and another key that only Semantic Scholar has."""
    return any(_is_paper(_lowered(_unwrapped(record))) for record in first_records(head))


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each paper."""
    return read_records(content, lambda record: _fields(_lowered(_unwrapped(record))))


def _is_paper(paper: dict[str, Any]) -> bool:
    numbered = paper.keys() & _NUMBERS and (paper.keys() & _OWN or {"title", "abstract"} <= paper.keys())
    return bool(numbered) or "paperabstract" in paper


def _unwrapped(record: dict[str, Any]) -> dict[str, Any]:
    """The paper at the other end, if the record is a citation."""
    for end in ("citingPaper", "citedPaper"):
        if isinstance(record.get(end), dict):
            return dict(record[end])
    return record


def _lowered(record: dict[str, Any]) -> dict[str, Any]:
    # The bulk data write all keys small.
    return {key.lower(): value for key, value in record.items()}


def _fields(paper: dict[str, Any]) -> dict[str, Any]:
    known = at(paper, "externalids")
    numbers = _lowered(known) if isinstance(known, dict) else {}
    own = paper.get("paperid") or paper.get("id") or paper.get("corpusid")
    fields = listed(paper, "fieldsofstudy") or each(paper.get("s2fieldsofstudy"), "category")
    return {
        "id": numbers.get("arxiv") or own,
        "title": paper.get("title"),
        "abstract": paper.get("abstract") or paper.get("paperabstract"),
        "authors": each(paper.get("authors"), "name"),
        "year": paper.get("year"),
        "date": paper.get("publicationdate"),
        "url": paper.get("url") or paper.get("s2url") or text_at(paper, "openaccesspdf", "url"),
        "doi": numbers.get("doi") or paper.get("doi"),
        "venue": paper.get("venue") or text_at(paper, "publicationvenue", "name") or text_at(paper, "journal", "name"),
        "categories": list(dict.fromkeys(field for field in fields if isinstance(field, str))),
        "citations": paper.get("citationcount"),
    }
