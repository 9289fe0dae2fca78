"""Numbers by which a paper is known in the world: arXiv id and DOI, wherever its record holds them."""

import re

from kg.model import Paper

_ARXIV = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"
_ARXIV_ID = re.compile(rf"(?:arxiv:)?({_ARXIV})(?:v\d+)?", re.IGNORECASE)
_ARXIV_URL = re.compile(rf"https?://(?:[\w-]+\.)?arxiv\.org/(?:abs|pdf|html)/({_ARXIV})(?:v\d+)?\b", re.IGNORECASE)
_ARXIV_DOI = re.compile(rf"10\.48550/arxiv\.({_ARXIV})(?:v\d+)?", re.IGNORECASE)
#: The id where a text names it: ``arXiv:2301.00001``, ``arXiv preprint arXiv:…``, an address, ``abs/2301.00001``.
_ARXIV_NAMED = re.compile(rf"(?:\barxiv[:.\s]\s*|\barxiv\.org/(?:abs|pdf|html)/|\babs/)({_ARXIV})(?!\d)", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def arxiv_id(paper: Paper) -> str | None:
    """The paper's arXiv id without its version, from its id, its URL or its DOI."""
    for pattern, value in ((_ARXIV_ID, paper.id), (_ARXIV_DOI, bare_doi(paper.doi)), (_ARXIV_URL, paper.url)):
        match = (pattern.match if pattern is _ARXIV_URL else pattern.fullmatch)(value or "")
        if match:
            return match[1].lower()
    return None


def doi(paper: Paper) -> str | None:
    """The paper's DOI in lower case; one that only says that it is on arXiv does not count."""
    found = bare_doi(paper.doi)
    return found.lower() if found and not _ARXIV_DOI.fullmatch(found) else None


def arxiv_id_in(*texts: str | None) -> str | None:
    """The first arXiv id, without its version, that one of these texts names as such."""
    for text in texts:
        if text and (match := _ARXIV_NAMED.search(text)):
            return match[1].lower()
    return None


def bare_doi(text: str | None) -> str | None:
    """The DOI without the address or the word before it; the text as it is, if it is none."""
    match = _DOI.fullmatch((text or "").strip())
    return match[1] if match else text
