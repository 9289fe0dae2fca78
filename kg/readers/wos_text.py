"""Web of Science's plain text: two letters a tag, lines indented by three spaces continue one, ``ER`` ends a record.

Field tags: https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html
"""

import re
from collections.abc import Iterator

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.record import paper_of
from kg.readers.tagged_records import Dialect, Tags, tag_value, tag_values, tagged_records

NAME = "wos"
DESCRIPTION = "Web of Science's plain text (`savedrecs.txt`)"

_BEGINS = re.compile(r"^PT [A-Z]\s*$", re.MULTILINE)
_FIELD = re.compile(r"^(?:AU|TI|SO) \S", re.MULTILINE)
_DIALECT = Dialect(
    line=re.compile(r"([A-Z][A-Z0-9])(?:[ \t]|$)", re.MULTILINE),
    begin="PT",
    end="ER",
    texts=frozenset({"TI", "AB"}),
    values=frozenset("DE DI EA EY ID PD PY SC SO TC UT WC Z9".split()),
    lists=frozenset({"AF", "AU"}),
)


def recognises(head: str) -> bool:
    """Whether a line begins a record and fields follow."""
    return "PT " in head and _BEGINS.search(head) is not None and _FIELD.search(head) is not None


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each record, a Skipped for each broken one."""
    for line, tags in tagged_records(content.lines(), _DIALECT):
        place = Place(content.name, line=line)
        yield Skipped(place, tags) if isinstance(tags, str) else paper_of(_fields(tags), place)


def _fields(tags: Tags) -> dict[str, object]:
    doi, day = tag_value(tags, "DI"), tag_value(tags, "PD")
    return {
        "id": arxiv_id_in(doi) or tag_value(tags, "UT"),
        "title": tag_value(tags, "TI"),
        "abstract": tag_value(tags, "AB"),
        "authors": tag_values(tags, "AF", "AU"),
        "year": tag_value(tags, "PY", "EY", "EA"),
        "date": f"{tag_value(tags, 'PY')} {day}" if day else tag_value(tags, "EA"),
        "doi": doi,
        "categories": (tag_value(tags, "WC", "SC") or "").split("; "),
        "venue": tag_value(tags, "SO"),
        "keywords": tag_value(tags, "DE", "ID"),
        "citations": tag_value(tags, "Z9", "TC"),
    }
