"""A listing of arXiv as text: a page saved or copied from arxiv.org/list, or the mail with the new submissions.

Each entry begins with a line like ``[7] arXiv:2501.00001 [pdf, html]``, followed by ``Title:``, ``Authors:``,
``Subjects:`` and, in listings of new submissions, the abstract; entries of other listings are read by their titles.

A list of arXiv ids and nothing else is known, too, but holds nothing to read.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from kg.errors import UnknownFormat
from kg.model import Paper, Place, Skipped
from kg.readers.arxiv_fields import arxiv_authors, arxiv_date
from kg.readers.content import Content
from kg.readers.identifiers import arxiv_id_in
from kg.readers.record import paper_of
from kg.readers.record_lines import RecordLines, record_lines

NAME = "arxiv-listing"
DESCRIPTION = "a listing of arXiv, saved as plain text, or the mail with its new submissions"

_ID = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_BEGINS = re.compile(rf"[ \t]*(?:(?:\[\d+\][ \t]*){{1,2}}arXiv:{_ID}|arXiv:{_ID}[ \t]*$)")
_ENTRY = re.compile(rf"^{_BEGINS.pattern}", re.MULTILINE)
_LABEL = re.compile(
    r"\s*(Title|Authors?|Comments?|Subjects?|Categories|Date|Journal-ref|DOI|Report-no|Report number|[AM][CS][MC]-class"
    r"|License)\s*:\s*"
)
_TITLE = re.compile(r"^[ \t]*Title:", re.MULTILINE)
_BARE_ID = re.compile(
    rf"(?:arXiv:|https?://(?:[\w-]+\.)?arxiv\.org/(?:abs|pdf|html)/|(?:https?://doi\.org/)?10\.48550/arXiv\.)?{_ID}"
    r"(?:\.pdf)?[,;]?",
    re.IGNORECASE,
)
_HEADER = re.compile(r"^\s*(?:arxiv[ _-]?)?ids?\b", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")
_NAME = r"[^\W\da-z_][\w.'’-]*\s+(?:[^\W\d_][\w.'’-]*\s+){0,4}[^\W\da-z_][\w.'’-]*"
#: A line of authors: names of two words or more, parted by commas.
_NAMES = re.compile(rf"\s*{_NAME}(?:,\s*{_NAME})*,?\s*")
#: What the page itself says between and behind its entries.
_OF_PAGE = re.compile(
    r"\s*(?:Total of \d|Showing |(?:New|Cross|Replacement) submissions|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d)"
)
#: Parts the fields of an entry from its abstract in the mail.
_RULE = "\\\\"
#: A shorter paragraph is no abstract but the page's own, in characters.
PROSE = 100
#: A longer entry has lost its end, in lines.
MOST_LINES = 5_000


def recognises(head: str) -> bool:
    """Whether entries with titles stand in it, or nothing but arXiv ids."""
    has_entry = "arXiv:" in head and _ENTRY.search(head) is not None
    return (has_entry and _TITLE.search(head) is not None) or bool(_bare_ids(head))


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper for each entry, a Skipped for each that is broken. Raises UnknownFormat for ids alone."""
    if ids := _bare_ids(content.head):
        some = ",".join(ids[:3]) + (",…" if len(ids) > 3 else "")
        raise UnknownFormat(
            "arXiv ids without titles and abstracts, and kg asks no network: give what "
            f"https://export.arxiv.org/api/query?max_results={len(ids)}&id_list={some} answers"
        )
    for entry in record_lines(content.lines(), _BEGINS.match):
        if entry.begun:
            yield _paper(entry, content.name)
        else:
            titles = (line for line in entry.lines if _TITLE.match(line))
            yield from (Skipped(Place(content.name, line=1), "a broken entry: no arXiv id") for _ in titles)


def _bare_ids(head: str) -> list[str]:
    """The ids, if there is nothing else but remarks behind ``#``."""
    lines = [line.partition(" #")[0].strip() for line in head.splitlines() if not line.lstrip().startswith("#")]
    words = _HEADER.sub("", " ".join(lines)).split()
    if not words or not all(_BARE_ID.fullmatch(word) for word in words[:-1] or words):
        return []
    return [found[0] for word in words if (found := re.search(_ID, word))]


def _paper(entry: RecordLines, source: str) -> Paper | Skipped:
    place = Place(source, line=entry.line)
    if entry.too_long or len(entry.lines) > MOST_LINES:
        return Skipped(place, "a broken entry: it does not end")
    fields, rest = _fields(entry.lines[1:])
    if len(fields.get("Title", [])) > 1:
        return Skipped(place, "a broken entry: more than one title")
    number = arxiv_id_in(entry.lines[0]) or ""
    title, names = _title_and_names(fields)
    return paper_of(
        {
            "id": number,
            "title": title,
            "abstract": _abstract(rest),
            "authors": arxiv_authors(names),
            "date": arxiv_date(number),
            "url": f"https://arxiv.org/abs/{number}",
            "doi": _one(fields, "DOI"),
            "venue": _one(fields, "Journal-ref"),
            "categories": _IN_PARENTHESES.findall(_one(fields, "Subjects", "Subject")) or _one(fields, "Categories"),
        },
        place,
    )


def _fields(lines: list[str]) -> tuple[dict[str, list[str]], list[str]]:
    """The values of each label, "" for lines that have none but stand before one; and the lines behind them all."""
    fields: dict[str, list[str]] = {}
    label, end = "", 0
    for number, line in enumerate(lines, start=1):
        if match := _LABEL.match(line):
            if loose := "".join(lines[end : number - 1]).strip().strip(_RULE):
                fields.setdefault("", []).append(loose)
            label, end = match[1], number
            fields.setdefault(label, []).append(line[match.end() :])
        elif not line.strip() or line.startswith(_RULE):
            # Some pages put what belongs to a label below an empty line.
            label = label if label and not fields[label][-1].strip() else ""
        elif label:
            fields[label][-1] += line
            end = number
    return fields, lines[end:]


def _title_and_names(fields: dict[str, list[str]]) -> tuple[str, str]:
    """Title and authors; pages of today put no label before the authors, who stand in the lines below the title."""
    if "Authors" in fields or "Author" in fields:
        return _one(fields, "Title"), _one(fields, "Authors", "Author")
    if "" in fields:
        return _one(fields, "Title"), _one(fields, "")
    lines = "".join(fields.get("Title", [])).splitlines()
    first = next((n for n, line in enumerate(lines) if n and _NAMES.fullmatch(line)), len(lines))
    return " ".join(lines[:first]), " ".join(lines[first:])


def _one(fields: dict[str, list[str]], *labels: str) -> str:
    return " ".join(next((fields[label][0] for label in labels if label in fields), "").split())


def _abstract(lines: list[str]) -> str:
    """The first paragraph if it is prose; in the mail, all between the rules."""
    ruled = next((number for number, line in enumerate(lines) if line.startswith(_RULE)), None)
    if ruled is not None:
        return "".join(takewhile(lambda line: not line.startswith(_RULE), lines[ruled + 1 :]))
    begin = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    paragraph = "".join(takewhile(lambda line: line.strip() and not _OF_PAGE.match(line), lines[begin:]))
    return paragraph if len(paragraph) >= PROSE else ""
