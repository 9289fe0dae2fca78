"""Works of OpenAlex: single ones, pages of results, JSON Lines snapshots.

Specification: https://docs.openalex.org/api-entities/works/work-object. The abstract comes as an index of its words
and is put together again; its line breaks are lost there.
"""

from collections.abc import Iterator
from typing import Any

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.json_paths import at, each, listed, text_at
from kg.readers.json_records import first_records, read_records

NAME = "openalex"
DESCRIPTION = "works of OpenAlex (JSON: single works, pages of results, snapshots)"


def recognises(head: str) -> bool:
    """Whether a record is a work of OpenAlex."""
    return any(_is_work(record) for record in first_records(head))


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each work."""
    return read_records(content, _fields)


def indexed_text(index: Any) -> str:
    """The text of an inverted index: word → the positions at which it stands."""
    if not isinstance(index, dict):
        return ""
    index = index.get("InvertedIndex", index)
    places = [
        (place, word)
        for word, places in (index.items() if isinstance(index, dict) else ())
        for place in (places if isinstance(places, list) else ())
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(places))


def _is_work(record: dict[str, Any]) -> bool:
    number = text_at(record, "id")
    return "abstract_inverted_index" in record or "authorships" in record or "openalex.org/W" in number


def _fields(work: dict[str, Any]) -> dict[str, Any]:
    number, doi = text_at(work, "id").rpartition("/")[2], text_at(work, "doi")
    addresses = [address for place in listed(work, "locations") if (address := text_at(place, "landing_page_url"))]
    best = text_at(work, "primary_location", "landing_page_url")
    return {
        "id": arxiv_id_in(doi, best, *addresses) or number,
        "title": work.get("title") or work.get("display_name"),
        "abstract": indexed_text(work.get("abstract_inverted_index")) or work.get("abstract"),
        "authors": _authors(work.get("authorships")),
        "year": work.get("publication_year"),
        "date": work.get("publication_date"),
        "url": best or doi or text_at(work, "id"),
        "doi": doi,
        "venue": at(work, "primary_location", "source", "display_name") or at(work, "host_venue", "display_name"),
        "categories": each(work.get("topics"), "display_name") or each(work.get("concepts"), "display_name"),
        "keywords": each(work.get("keywords"), "display_name") or each(work.get("keywords"), "keyword"),
        "citations": work.get("cited_by_count"),
    }


def _authors(authorships: Any) -> list[str]:
    people = listed(authorships)
    names = (text_at(person, "author", "display_name") or text_at(person, "raw_author_name") for person in people)
    return [name for name in names if name]
