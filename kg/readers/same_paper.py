"""One paper that several sources list is one paper."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from kg.model import Paper
from kg.names import name_key, slug
from kg.readers.arxiv_fields import arxiv_date
from kg.readers.identifiers import arxiv_id, doi

#: Longest part of a title in an id, in characters.
ID_LENGTH = 80
#: Two abstracts of one paper have so much of the different words of the shorter one in common, if it has so many.
_ALIKE, _TELLING = 0.5, 10


def fold_papers(papers: Iterable[Paper]) -> list[Paper]:
    """Papers sorted by id, those that are one folded into one, whatever the order they come in.

    Records are one paper if they have one arXiv id (the version aside) or one DOI; or one title (case, spaces and
    marks aside), if neither arXiv id, DOI nor first author contradicts it, nor, where an author is not known, an id of
    another kind or another abstract. The fields of one complete those of the other, and a paper without a date is of
    the month that its arXiv id tells. A paper without an id is given one made of its title; where two papers claim one
    id, the later titles get ``~2``, ``~3``, ….
    """
    folded = sorted(papers, key=_order)
    while True:
        # What a record takes from another can make it one with a third.
        before = len(folded)
        for fold in (_by_number(arxiv_id), _by_number(doi), _by_title):
            folded = sorted(fold(folded), key=_order)
        if len(folded) == before:
            return sorted(_unique_ids(map(_dated, folded)), key=lambda paper: paper.id)


def _dated(paper: Paper) -> Paper:
    month = None if paper.date or paper.year else arxiv_date(arxiv_id(paper) or "")
    return replace(paper, date=month, year=int(month[:4])) if month else paper


def _by_number(number_of: Callable[[Paper], str | None]) -> Callable[[Iterable[Paper]], Iterator[Paper]]:
    def fold(papers: Iterable[Paper]) -> Iterator[Paper]:
        by_number: dict[str, Paper] = {}
        for paper in papers:
            number = number_of(paper)
            if number is None:
                yield paper
            else:
                by_number[number] = _complete(by_number[number], paper) if number in by_number else paper
        yield from by_number.values()

    return fold


def _by_title(papers: Iterable[Paper]) -> Iterator[Paper]:
    by_title: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        groups = by_title[name_key(paper.title) or paper.title]
        home = next((n for n, group in enumerate(groups) if not _contradict(group, paper)), None)
        if home is None:
            groups.append(paper)
        else:
            groups[home] = _complete(groups[home], paper)
    for groups in by_title.values():
        yield from groups


def _order(paper: Paper) -> tuple[bool, str, str]:
    # Records with an id come first, so that those without one join them.
    return not paper.id, repr(replace(paper, place=None)), repr(paper.place)


def _contradict(one: Paper, other: Paper) -> bool:
    """Whether two papers of one title are two: their numbers or first authors differ, or else what they say."""
    authors = _family_name(one), _family_name(other)
    pairs = [(arxiv_id(one), arxiv_id(other)), (doi(one), doi(other)), authors]
    if not all(authors):
        pairs.append((one.id, other.id))
    return any(a and b and a != b for a, b in pairs) or (not all(authors) and _say_other_things(one, other))


def _say_other_things(one: Paper, other: Paper) -> bool:
    """Whether abstracts have few words in common: two editorials, not one paper's abstract in two versions."""
    words, others = (set(paper.abstract.casefold().split()) for paper in (one, other))
    fewest = min(len(words), len(others))
    return fewest >= _TELLING and len(words & others) < _ALIKE * fewest


def _family_name(paper: Paper) -> str:
    if not paper.authors:
        return ""
    first = paper.authors[0].casefold()
    return first.split(",")[0].strip() if "," in first else first.split()[-1]


def _complete(one: Paper, other: Paper) -> Paper:
    told = max(one, other, key=lambda paper: len(paper.abstract))
    return Paper(
        id=_id(one, other),
        title=one.title,
        title_as_read=one.title_as_read,
        abstract=told.abstract,
        abstract_as_read=told.abstract_as_read,
        authors=max(one.authors, other.authors, key=len),
        year=one.year or other.year,
        date=max(one.date, other.date, key=lambda date: len(date or "")),
        url=one.url or other.url,
        doi=one.doi if doi(one) else other.doi or one.doi,
        categories=max(one.categories, other.categories, key=len),
        venue=one.venue or other.venue,
        keywords=max(one.keywords, other.keywords, key=len),
        citations=max((count for count in (one.citations, other.citations) if count is not None), default=None),
        code=one.code or other.code,
        language=one.language or other.language,
        place=one.place or other.place,
    )


def _id(one: Paper, other: Paper) -> str:
    """The id that either has; of two the arXiv id, without a version that only one of them has."""
    if one.id == other.id:
        return one.id
    number = arxiv_id(one) or arxiv_id(other)
    ids = [paper.id for paper in (one, other) if paper.id]
    if number and any(arxiv_id(Paper(id, "", "")) == number for id in ids):
        return number
    return ids[0] if ids else ""


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
