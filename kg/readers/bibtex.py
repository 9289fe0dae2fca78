"""BibTeX and BibLaTeX, as reference managers and search services write them.

A volume of proceedings is no paper, but gives its title and year to the entries that refer to it by ``crossref``;
those come last. Specification: https://ctan.org/pkg/bibtex, https://ctan.org/pkg/biblatex
"""

import re
from collections.abc import Iterator, Mapping

from kg.model import Paper, Place, Skipped
from kg.readers.bibtex_entries import BrokenEntry, Entry, read_entries
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.record import paper_of

NAME = "bibtex"
DESCRIPTION = "BibTeX and BibLaTeX: Zotero, Mendeley, JabRef, Scopus, Web of Science, ACL Anthology, Google Scholar, …"

_ENTRY = re.compile(
    r"^[^\S\n]*@\s*(?:[A-Za-z]+\s*\{(?:[^={}\"]{0,300}?,)?\s*[\w.:+/-]+\s*=|(?:string|preamble|comment)\s*[{(]"
    r"|(?:article|book|in\w+|misc|online|\w*thesis|techreport|report|unpublished)\s*\([^=\"]{0,300}?,\s*[\w.:+/-]+\s*=)",
    re.IGNORECASE | re.MULTILINE,
)
_VOLUMES = {"proceedings", "mvproceedings", "periodical", "collection", "mvcollection"}
_PARENTS = {*_VOLUMES, "book", "mvbook"}
_NO_RECORDS = {"xdata", "set", "bibnote"}
_VENUE = ("journal", "journaltitle", "booktitle", "maintitle", "eventtitle", "shortjournal", "series")
_PART = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*\{?([^,{}]+)", re.IGNORECASE)
_CITED = re.compile(r"cited[\s-]{1,3}by[\s:]{0,3}(\d+)", re.IGNORECASE)


def recognises(head: str) -> bool:
    """Whether a line begins an entry with a key and a field, or a macro."""
    return "@" in head and _ENTRY.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each entry, a Skipped for each broken one and each volume."""
    parents: dict[str, dict[str, str]] = {}
    children: list[Entry] = []
    for entry in read_entries(content.lines()):
        if isinstance(entry, BrokenEntry):
            yield Skipped(Place(content.name, line=entry.line), entry.reason)
        elif _lacks(entry.fields) and _parent(entry) not in parents:
            children.append(entry)
        else:
            if entry.type in _PARENTS:
                parents[entry.key.lower()] = _inherited(entry.fields)
            yield _paper(entry, parents.get(_parent(entry), {}), content.name)
    for entry in children:
        yield _paper(entry, parents.get(_parent(entry), {}), content.name)


def _lacks(fields: Mapping[str, str]) -> bool:
    """Whether an entry has to wait for its volume."""
    return "crossref" in fields and not ("booktitle" in fields and ("year" in fields or "date" in fields))


def _parent(entry: Entry) -> str:
    return entry.fields.get("crossref", "").strip().lower()


def _inherited(fields: Mapping[str, str]) -> dict[str, str]:
    names = ("year", "date", "month", "series")
    venue = fields.get("booktitle") or fields.get("title", "")
    return {"booktitle": venue, **{name: fields[name] for name in names if name in fields}}


def _paper(entry: Entry, inherited: Mapping[str, str], source: str) -> Paper | Skipped:
    place = Place(source, line=entry.line)
    if entry.type in _VOLUMES:
        return Skipped(place, f"a volume, not a paper: @{entry.type}")
    if entry.type in _NO_RECORDS:
        return Skipped(place, f"not a paper: @{entry.type}")
    found = {name: value for name, value in entry.fields.items() if value.strip()}
    fields = {**inherited, **found}
    title = fields.get("title", "")
    return paper_of(
        {
            "id": _arxiv_id(fields) or entry.key,
            "title": f"{title}: {fields['subtitle']}" if title and "subtitle" in fields else title,
            "abstract": fields.get("abstract"),
            "authors": _names(fields.get("author", "")),
            "year": fields.get("year"),
            "date": fields.get("date") or _date(fields),
            "url": fields.get("url") or fields.get("ee"),
            "doi": fields.get("doi"),
            "categories": _categories(fields),
            "venue": next((fields[name] for name in _VENUE if name in fields), None),
            "keywords": fields.get("author_keywords") or fields.get("keywords") or fields.get("keyword"),
            "citations": fields.get("times-cited") or _cited(fields),
            "code": fields.get("code") or fields.get("github"),
        },
        place,
    )


def _arxiv_id(fields: Mapping[str, str]) -> str | None:
    kind = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    eprint = fields.get("eprint") or fields.get("arxivid", "")
    if kind.strip().lower() in ("arxiv", "") and (found := arxiv_id_in(f"arXiv:{eprint.strip()}")):
        return found
    places = ("doi", "url", "ee", "number", "journal", "journaltitle", "volume", "howpublished")
    return arxiv_id_in(*(fields.get(name) for name in places))


def _names(text: str) -> list[str]:
    from bibtexparser.middlewares.names import split_multiple_persons_names

    return [_name(name) for name in split_multiple_persons_names(text) if name.lower() != "others"]


def _name(name: str) -> str:
    """The name in the usual form where BibLaTeX names its parts: ``family=Berg, given=Ada, prefix=van den``."""
    parts = dict(_PART.findall(name)) if _PART.match(name) else {}
    if "family" not in parts:
        return name
    family = " ".join(filter(None, (parts.get("prefix"), parts["family"])))
    return ", ".join(filter(None, (family, parts.get("suffix"), parts.get("given"))))


def _date(fields: Mapping[str, str]) -> str:
    """Year, month and day as far as they are given."""
    return "-".join(fields[name].strip() for name in ("year", "month", "day") if name in fields)


def _categories(fields: Mapping[str, str]) -> list[str] | str:
    given = fields.get("web-of-science-categories")
    return given.split(";") if given else fields.get("primaryclass", "")


def _cited(fields: Mapping[str, str]) -> str | None:
    match = _CITED.search(f"cited by {fields['cited-by']}" if "cited-by" in fields else fields.get("note", ""))
    return match[1] if match else None
