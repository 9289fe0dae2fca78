"""Works of Crossref: answers of its REST API, whole lists or single works, and its public data files.

Specification: https://api.crossref.org/swagger-ui/index.html. Abstracts are JATS; cleaning takes the tags away.
"""

from collections.abc import Iterator
from typing import Any

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.json_paths import listed, text_at
from kg.readers.json_records import first_records, read_records

NAME = "crossref"
DESCRIPTION = "works of Crossref (JSON)"

_OWN = frozenset(
    "is-referenced-by-count references-count reference-count indexed deposited content-domain prefix member "
    "resource".split()
)
_DATES = ("published", "issued", "published-print", "published-online", "posted", "created")


def recognises(head: str) -> bool:
    """Whether a record has a DOI and a list of titles, or keys that only Crossref gives."""
    return any(
        "DOI" in record and (isinstance(record.get("title"), list) or len(record.keys() & _OWN) >= 2)
        for record in first_records(head)
    )


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each work."""
    return read_records(content, _fields)


def _fields(work: dict[str, Any]) -> dict[str, Any]:
    doi = text_at(work, "DOI")
    return {
        "id": arxiv_id_in(doi) or doi,
        "title": _first(work.get("title")),
        "abstract": work.get("abstract"),
        "authors": [name for author in listed(work, "author") if (name := _name(author))],
        "date": next((work[name] for name in _DATES if any(listed(work, name, "date-parts", 0))), None),
        "url": work.get("URL"),
        "doi": doi,
        "venue": _first(work.get("container-title")) or text_at(work, "event", "name"),
        "categories": work.get("subject"),
        "citations": work.get("is-referenced-by-count"),
    }


def _first(value: Any) -> Any:
    return (value[0] if value else None) if isinstance(value, list) else value


def _name(author: Any) -> str:
    parts = " ".join(part for part in (text_at(author, "given"), text_at(author, "family")) if part)
    return parts or text_at(author, "name") or text_at(author, "literal")
