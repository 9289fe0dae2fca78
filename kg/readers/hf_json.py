"""Hugging Face's daily papers as its API answers: an array of entries, each with the paper inside, or single papers.

What https://huggingface.co/api/daily_papers and /api/papers give; flat copies of it, with ``arxiv_id`` and
``abstract``, are read, too.
"""

from collections.abc import Iterator
from typing import Any

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.json_paths import at, each, text_at
from kg.readers.json_records import first_records, read_records

NAME = "hf-json"
DESCRIPTION = "Hugging Face's daily papers as its API answers (JSON)"

_OWN = frozenset(
    "upvotes discussionId submittedOnDailyBy submittedOnDailyAt numComments submittedBy isAuthorParticipating "
    "ai_summary ai_keywords githubRepo githubStars mediaUrls".split()
)


def recognises(head: str) -> bool:
    """Whether a record has what only this site counts: votes, comments, who put it on the list."""
    return any(_is_entry(record) for record in first_records(head))


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each entry."""
    return read_records(content, paper_fields)


def paper_fields(entry: dict[str, Any]) -> dict[str, Any]:
    """The fields of a paper from an entry, or from the paper in it."""
    inner = entry.get("paper")
    paper = {**entry, **inner} if isinstance(inner, dict) else entry
    number = text_at(paper, "arxiv_id") or text_at(paper, "id")
    authors = paper.get("authors")
    return {
        "id": number,
        "title": paper.get("title"),
        "abstract": paper.get("summary") or paper.get("abstract"),
        "authors": each(authors, "name") or authors,
        "date": paper.get("publishedAt") or paper.get("published_at") or paper.get("date"),
        "url": f"https://arxiv.org/abs/{number}" if number else None,
        "keywords": paper.get("ai_keywords") or paper.get("keywords"),
        "code": paper.get("githubRepo") or paper.get("github_repo"),
    }


def _is_entry(record: dict[str, Any]) -> bool:
    inner = at(record, "paper")
    known = record.keys() | (inner.keys() if isinstance(inner, dict) else set())
    texts = known & {"summary", "abstract"}
    return bool(known & _OWN and texts and known & {"id", "arxiv_id"})
