"""MEDLINE, the text that PubMed saves (``.nbib``): a tag of four places, lines indented by six continue it.

Field tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

import re
from collections.abc import Iterator

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.record import paper_of
from kg.readers.tagged_records import Dialect, Tags, tag_value, tag_values, tagged_records

NAME = "medline"
DESCRIPTION = "MEDLINE text, as PubMed saves it (`.nbib`)"

_BEGINS = re.compile(r"^PMID- ?\d+", re.MULTILINE)
_DIALECT = Dialect(
    line=re.compile(r"([A-Z][A-Z0-9 ]{3})-(?:[ \t]|$)", re.MULTILINE),
    begin="PMID",
    end="ER  - ",
    texts=frozenset({"TI", "AB"}),
    values=frozenset({"PMID", "BTI", "DP", "JT", "TA"}),
    lists=frozenset({"AID", "AU", "FAU", "LID", "MH", "OT"}),
    parted=True,
)
_DOI = re.compile(r"(\S+) \[doi\]")


def recognises(head: str) -> bool:
    """Whether a line begins a record."""
    return "PMID-" in head and _BEGINS.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each record, a Skipped for each broken one."""
    for line, tags in tagged_records(content.lines(), _DIALECT):
        place = Place(content.name, line=line)
        yield Skipped(place, tags) if isinstance(tags, str) else paper_of(_fields(tags), place)


def _fields(tags: Tags) -> dict[str, object]:
    doi = _DOI.search(" ".join(tag_values(tags, "LID") + tag_values(tags, "AID")))
    number = tag_value(tags, "PMID")
    return {
        "id": number and f"pmid:{number}",
        "title": tag_value(tags, "TI", "BTI"),
        "abstract": tag_value(tags, "AB"),
        "authors": tag_values(tags, "FAU", "AU"),
        "date": tag_value(tags, "DP"),
        "url": number and f"https://pubmed.ncbi.nlm.nih.gov/{number}/",
        "doi": doi and doi[1],
        "categories": [heading.lstrip("*") for heading in tag_values(tags, "MH")],
        "venue": tag_value(tags, "JT", "TA"),
        "keywords": tag_values(tags, "OT"),
    }
