"""One paper that several sources list is one paper."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from hashlib import blake2b

from kg.model import Paper
from kg.names import name_key, slug

#: Longest part of a title in an id, in characters.
ID_LENGTH = 80


def fold_papers(papers: Iterable[Paper]) -> list[Paper]:
    """Papers sorted by id, those that are one folded into one, whatever the order they come in.

    Two records are one paper if their titles agree (case, spaces and marks aside) and neither id, DOI nor
    first author contradicts it. The fields of one complete those of the other. A paper without an id is
    given one made of its title; where two papers claim one id, the later titles get ``~2``, ``~3``, ….
    """
    by_title: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_title[name_key(paper.title) or paper.title].append(paper)
    folded = [paper for title in sorted(by_title) for paper in _fold_title(by_title[title])]
    return sorted(_unique_ids(folded), key=lambda paper: paper.id)


def _fold_title(papers: list[Paper]) -> Iterator[Paper]:
    groups: list[Paper] = []
    for paper in sorted(papers, key=_order):
        home = next((n for n, group in enumerate(groups) if not _contradict(group, paper)), None)
        if home is None:
            groups.append(paper)
        else:
            groups[home] = _complete(groups[home], paper)
    yield from groups


def _order(paper: Paper) -> tuple[bool, str]:
    # Records with an id come first, so that those without one join them.
    return not paper.id, repr(astuple(paper))


def _contradict(one: Paper, other: Paper) -> bool:
    pairs = (
        (one.id, other.id),
        (one.doi and one.doi.casefold(), other.doi and other.doi.casefold()),
        (_family_name(one), _family_name(other)),
    )
    return any(a and b and a != b for a, b in pairs)


def _family_name(paper: Paper) -> str:
    if not paper.authors:
        return ""
    first = paper.authors[0].casefold()
    return first.split(",")[0].strip() if "," in first else first.split()[-1]


def _complete(one: Paper, other: Paper) -> Paper:
    return Paper(
        id=one.id or other.id,
        title=one.title,
        abstract=max(one.abstract, other.abstract, key=len),
        authors=max(one.authors, other.authors, key=len),
        year=one.year or other.year,
        date=max(one.date, other.date, key=lambda date: len(date or "")),
        url=one.url or other.url,
        doi=one.doi or other.doi,
        categories=max(one.categories, other.categories, key=len),
        venue=one.venue or other.venue,
    )


def _unique_ids(papers: Iterable[Paper]) -> Iterator[Paper]:
    taken: dict[str, int] = defaultdict(int)
    for paper in sorted(papers, key=lambda paper: (not paper.id, name_key(paper.title), _order(paper))):
        wanted = paper.id or _title_id(paper.title)
        taken[wanted] += 1
        yield replace(paper, id=wanted if taken[wanted] == 1 else f"{wanted}~{taken[wanted]}")


def _title_id(title: str) -> str:
    full = slug(title)
    if full and len(full) <= ID_LENGTH:
        return full
    digest = blake2b(title.encode(), digest_size=4).hexdigest()
    return f"{full[:ID_LENGTH].rpartition('-')[0] or full[:ID_LENGTH]}-{digest}".lstrip("-")
