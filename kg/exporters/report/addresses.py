"""Where a paper is on the web."""

from collections.abc import Mapping
from typing import Any


def address(paper: Mapping[str, Any]) -> str | None:
    """Its page, else by its DOI or its arXiv id; None where its node knows none of these."""
    if url := paper.get("url"):
        return str(url)
    if doi := paper.get("doi"):
        return f"https://doi.org/{doi}"
    return f"https://arxiv.org/abs/{paper['arxiv']}" if paper.get("arxiv") else None
