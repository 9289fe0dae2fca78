"""RIS, the format in which reference managers and publishers exchange records, in its many dialects.

Tags differ by who wrote them: a title is ``TI`` or ``T1``, an abstract ``AB`` or ``N2``, a journal ``JO``, ``JF`` or
``T2``. Specification: https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.record import paper_of
from kg.readers.tagged_records import Dialect, Tags, tag_value, tag_values, tagged_records

NAME = "ris"
DESCRIPTION = "RIS: EndNote, Zotero, Mendeley, Scopus, IEEE Xplore, ACM, Springer, …"

_BEGINS = re.compile(r"^[ \t]{0,3}TY {1,2}- ?[A-Z]{2,}", re.IGNORECASE | re.MULTILINE)
_STANDARD = Dialect(
    line=re.compile(r"([A-Z][A-Z0-9])  -(?:[ \t]|$)", re.MULTILINE),
    begin="TY",
    end="ER  - ",
    texts=frozenset({"TI", "T1", "AB", "N2"}),
    values=frozenset("AN BT C3 DA DI DO J2 JA JF JO JT L3 M3 PY T2 UR Y1".split()),
    lists=frozenset({"AU", "A1", "KW", "N1", "M1"}),
)
#: With one space, spaces before the tag, or tags in lower case.
_LOOSE = replace(
    _STANDARD, line=re.compile(r"[ \t]{0,3}([A-Z][A-Z0-9]) {1,2}-(?:[ \t]|(?=\w)|$)", re.IGNORECASE | re.MULTILINE)
)
_CITED = re.compile(r"cited\s+by[\s:]{0,3}(\d+)", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")


def recognises(head: str) -> bool:
    """Whether a line begins a record."""
    return _BEGINS.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each record, a Skipped for each broken one."""
    dialect = _STANDARD if re.search(r"^TY  -\s", content.head, re.MULTILINE) else _LOOSE
    for line, tags in tagged_records(content.lines(), dialect):
        place = Place(content.name, line=line)
        yield Skipped(place, tags) if isinstance(tags, str) else paper_of(_fields(tags), place)


def _fields(tags: Tags) -> dict[str, object]:
    notes = " ".join(tag_values(tags, "N1") + tag_values(tags, "M1"))
    cited = _CITED.search(notes)
    doi = tag_value(tags, "DO", "DI") or _doi(tags)
    number = tag_value(tags, "AN") or ""
    return {
        "id": arxiv_id_in(doi, tag_value(tags, "UR"), notes) or (number if number.startswith("WOS:") else ""),
        "title": tag_value(tags, "TI", "T1", "BT"),
        "abstract": tag_value(tags, "AB", "N2"),
        "authors": tag_values(tags, "AU", "A1"),
        "year": tag_value(tags, "PY", "Y1"),
        "date": tag_value(tags, "DA", "Y1", "PY"),
        "url": tag_value(tags, "UR"),
        "doi": doi,
        "venue": tag_value(tags, "JF", "T2", "JO", "JT", "C3", "JA", "J2"),
        "keywords": tag_values(tags, "KW"),
        "citations": cited and cited[1],
    }


def _doi(tags: Tags) -> str | None:
    # Springer and Nature wrote it here before there was a tag for it.
    match = _DOI.search(" ".join(tag_value(tags, name) or "" for name in ("M3", "L3")))
    return match[0] if match else None
