"""arXiv's metadata snapshot, as Kaggle offers it: a JSON object a paper, one a line or in an array.

Specification: https://www.kaggle.com/datasets/Cornell-University/arxiv. The date is that of the first version; where
the versions are missing, year and month come from the id, since ``update_date`` may be years later.
"""

from collections.abc import Iterator
from typing import Any

from kg.model import Paper, Skipped
from kg.readers.arxiv_fields import arxiv_authors, arxiv_date
from kg.readers.code_links import code_link
from kg.readers.content import Content
from kg.readers.json_paths import at, text_at
from kg.readers.json_records import first_records, read_records

NAME = "arxiv-snapshot"
DESCRIPTION = "arXiv's metadata snapshot (JSON Lines or a JSON array)"

_OWN = frozenset("submitter comments journal-ref report-no license versions update_date authors_parsed".split())


def recognises(head: str) -> bool:
    """Whether a record has keys that only the snapshot has."""
    return any("id" in record and len(_OWN & record.keys()) >= 2 for record in first_records(head))


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each object."""
    return read_records(content, _fields)


def _fields(record: dict[str, Any]) -> dict[str, Any]:
    number = text_at(record, "id").strip()
    return {
        "id": number or record.get("id"),
        "title": record.get("title"),
        "abstract": record.get("abstract"),
        "authors": _authors(record),
        "date": text_at(record, "versions", 0, "created") or arxiv_date(number) or record.get("update_date"),
        "url": f"https://arxiv.org/abs/{number}" if number else None,
        "doi": record.get("doi"),
        "venue": record.get("journal-ref"),
        "categories": _categories(record.get("categories")),
        "code": code_link(text_at(record, "comments")),
    }


def _authors(record: dict[str, Any]) -> Any:
    parsed = record.get("authors_parsed")
    if isinstance(parsed, list) and parsed and all(_is_texts(name) and name for name in parsed):
        return [" ".join([*name[1:2], name[0], *name[2:3]]).strip() for name in parsed]
    authors = at(record, "authors")
    return arxiv_authors(authors) if isinstance(authors, str) else authors


def _categories(value: Any) -> Any:
    # Older snapshots have a list of one text.
    return [name for text in value for name in text.split()] if _is_texts(value) else value


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)
