"""One record of any source → a paper, or the reason why it is none. Every reader ends here."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.model import Paper, Place, Skipped
from kg.names import one_line
from kg.readers.cleaning import clean_abstract, clean_name, clean_title
from kg.readers.code_links import code_link
from kg.readers.dates import date_of, year_of
from kg.readers.identifiers import bare_doi
from kg.readers.language import language_of

#: The longest title and the longest abstract that are read, in characters.
LONGEST = 10_000_000
#: So many braces may be open in these at once.
DEEPEST = 1_000
#: A longer name of a person, a journal or a keyword is not cleaned, in characters.
LONGEST_NAME = 10_000

_SURROGATE = re.compile("[\ud800-\udfff]")
#: What sources write in the place of a title or an abstract that they do not have.
_ABSENT = re.compile(
    r"\[?(?:no (?:title|abstract)(?: (?:is )?available)?|(?:title|abstract) (?:is )?not available|n/?a|nan|none|null"
    r"|-+)\]?\.?",
    re.IGNORECASE,
)
#: Subjects as arXiv writes them, parted by spaces: ``cs.LG stat.ML hep-th``.
_ARXIV_SUBJECTS = re.compile(r"\s*[a-z]+[.-][A-Za-z.-]+(?:\s+[a-z]+[.-][A-Za-z.-]+)*\s*")


def paper_of(fields: Mapping[str, Any], place: Place) -> Paper | Skipped:
    """Make a paper of a record's fields: ``title``, ``abstract`` and those of `Paper` that are there.

    Texts are cleaned here and nowhere else. The id stays empty where the record has none (`fold_papers` gives it
    one). An optional field of a type that it cannot have is left out; a title or an abstract of a wrong type, of more
    than `LONGEST` characters or with more than `DEEPEST` levels of braces makes the record Skipped. Without a code
    link of its own the record has the first one that stands in its abstract.
    """
    for name in ("title", "abstract"):
        if reason := _fault(name, fields.get(name)):
            return Skipped(place, reason)
    title, abstract = (_unless_absent(_text(fields.get(name))) for name in ("title", "abstract"))
    paper = clean_paper(_label(fields.get("id")), title, abstract)
    if not paper.title:
        return Skipped(place, "no title")
    return replace(
        paper,
        authors=_names(fields.get("authors"), apart=";"),
        year=year_of(fields.get("year")) or year_of(fields.get("date")),
        date=date_of(fields.get("date")),
        url=_label(fields.get("url")) or None,
        doi=bare_doi(_label(fields.get("doi")) or None),
        categories=_categories(fields.get("categories")),
        venue=_name(fields.get("venue")) or None,
        keywords=_keywords(fields.get("keywords")),
        citations=_count(fields.get("citations")),
        code=_label(fields.get("code")) or _code_link(paper),
        language=language_of(paper.title, paper.abstract),
        place=place,
    )


def clean_paper(id: str, title: str, abstract: str) -> Paper:
    """A paper of these texts, clean, with the way back to them."""
    clean, as_read = clean_title(title)
    clean_text, text_as_read = clean_abstract(abstract)
    return Paper(id, clean, clean_text, title_as_read=as_read, abstract_as_read=text_as_read)


def _fault(name: str, value: Any) -> str | None:
    """Why the field cannot be the paper's title or abstract."""
    if value is not None and not isinstance(value, str):
        return f"its {name} is not a text but {type(value).__name__}"
    if value and len(value) > LONGEST:
        return f"its {name} is too long: {len(value):,} characters, and at most {LONGEST:,} are read"
    if value and _is_deeper_than(DEEPEST, value):
        return f"its {name} is nested too deeply: more than {DEEPEST:,} braces are open at once"
    return None


def _is_deeper_than(most: int, text: str) -> bool:
    """Whether more braces than that are open at once."""
    depth = 0
    for brace in re.finditer("[{}]", text) if text.count("{") > most else ():
        depth += 1 if brace[0] == "{" else -min(depth, 1)
        if depth > most:
            return True
    return False


def _code_link(paper: Paper) -> str | None:
    # A macro may cut short an address in the text as read; of a link in LaTeX the clean text shows the words alone.
    return code_link(paper.abstract) or code_link(paper.text_as_read("abstract"))


def _text(value: Any) -> str:
    # One character for one, so that offsets count as in the source; no file can hold a lone surrogate.
    if not isinstance(value, str):
        return ""
    # No surrogate is printable.
    return value if value.isascii() or value.isprintable() else _SURROGATE.sub("\ufffd", value)


def _unless_absent(text: str) -> str:
    return "" if len(text) < 100 and _ABSENT.fullmatch(text.strip()) else text


def _label(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return one_line(_text(value))


def _name(value: Any) -> str:
    name = _label(value)
    return clean_name(name) if len(name) <= LONGEST_NAME else name


def _names(value: Any, apart: str) -> tuple[str, ...]:
    if not value:
        return ()
    parts = value.split(apart) if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    names = (_name(part.get("name") if isinstance(part, dict) else part) for part in parts)
    return tuple(name for name in names if name)


def _keywords(value: Any) -> tuple[str, ...]:
    return _names(value, apart=";" if isinstance(value, str) and ";" in value else ",")


def _categories(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) and _ARXIV_SUBJECTS.fullmatch(value):
        return tuple(value.split())
    return _keywords(value)


def _count(value: Any) -> int | None:
    if type(value) not in (int, float, str):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    match = re.fullmatch(r"(\d{1,9})(?:\.0)?", str(value).strip().replace(",", ""), re.ASCII)
    return int(match[1]) if match else None
