"""A page of Hugging Face's daily papers, or of one paper, saved as HTML.

Both layouts carry the papers as JSON in an attribute (``data-props``), from which the page is drawn: that is read where
it is there. Else the visible page is: a heading with a link to ``/papers/…`` is a title, and the text below it, in the
same card (``<article>``, or in the older layout the box around one heading), the abstract.
"""

import html
import re
from collections.abc import Container, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kg.errors import UnreadableInput
from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.hf_json import paper_fields
from kg.readers.json_records import read_objects
from kg.readers.record import paper_of
from kg.readers.text_window import LONGEST_RECORD

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "hf-page"
DESCRIPTION = "a page of Hugging Face's daily papers, saved as HTML"

#: A paragraph of at least so many characters is an abstract.
PROSE = 80

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|main|article|div)\b", re.IGNORECASE)
_OURS = re.compile(
    r"""huggingface\.co/papers|href="/papers/\d|data-target=["'](?:DailyPapers|PaperContent)|Daily Papers - Hugging"""
)
# A quote inside, which only damage leaves there, does not end it.
_PROPS = re.compile(r"""\bdata-props=(?:"((?:[^"]|"(?![\s/>]))*+)|'((?:[^']|'(?![\s/>]))*+))""")
_HEADINGS = ("h1", "h2", "h3", "h4")
_NUMBER = re.compile(r"/papers/(\d{4}\.\d{4,5})")
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}\b")


def recognises(head: str) -> bool:
    """Whether it is HTML and speaks of the site's papers."""
    return (
        head.lstrip("\ufeff \t\r\n").startswith("<") and bool(_PAGE.search(head[:5_000])) and bool(_OURS.search(head))
    )


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each paper on the page. Raises UnreadableInput."""
    page = content.utf8().read(LONGEST_RECORD + 1)
    if len(page) > LONGEST_RECORD:
        raise UnreadableInput(f"a page of more than {LONGEST_RECORD // 1_000_000} MB; save it without its pictures")
    entries = list(_entries(page.decode())) or list(_cards(page))
    if page.strip() and not entries:
        raise UnreadableInput("no paper is found on this page; save the list of papers, or one paper's page")
    for number, entry in enumerate(entries, start=1):
        place = Place(content.name, record=number)
        yield Skipped(place, entry) if isinstance(entry, str) else paper_of(entry, place)


def _entries(page: str) -> Iterator[dict[str, Any] | str]:
    """The fields of each paper in the page's own data, or the reason why an entry cannot be read."""
    for match in _PROPS.finditer(page):
        props = html.unescape(match[1] or match[2] or "")
        if '"paper":' in props or '"dailyPapers":' in props:
            for value in read_objects(Content.of_text(props)):
                yield value if isinstance(value, str) else paper_fields(value)


def _cards(page: bytes) -> Iterator[dict[str, Any]]:
    """The fields of each paper that the page shows."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    root = etree.fromstring(page.replace(b"\0", b" "), parser) if page.strip() else None
    if root is None:
        return
    headings = {link.getparent(): None for link in root.iterfind(".//a[@href]") if _is_heading(link)}
    for heading in headings or dict.fromkeys(root.iterfind(".//h1")):
        yield _card(heading, _around(heading, headings))


def _is_heading(link: "Element") -> bool:
    return link.getparent().tag in _HEADINGS and _NUMBER.search(link.get("href")) is not None


def _around(heading: "Element", headings: Container["Element"]) -> "Element":
    """The card of a heading: the article around it, or the largest box that holds no other heading."""
    box = heading
    for parent in heading.iterancestors():
        if parent.tag in ("body", "html") or any(
            tag is not heading and tag in headings for tag in parent.iter(*_HEADINGS)
        ):
            break
        box = parent
        if parent.tag == "article":
            break
    return box


def _card(heading: "Element", card: "Element") -> dict[str, Any]:
    texts = [" ".join("".join(paragraph.itertext()).split()) for paragraph in card.iter("p")]
    number = next((match[1] for link in card.iter("a") if (match := _NUMBER.search(link.get("href", "")))), None)
    links = (link.get("href", "") for link in card.iter("a"))
    return {
        "id": number,
        "title": "".join(heading.itertext()),
        "abstract": max((text for text in texts if len(text) >= PROSE), key=len, default=""),
        "date": next((time.get("datetime") for time in card.iter("time")), None) or _day(" ".join(card.itertext())),
        "url": f"https://arxiv.org/abs/{number}" if number else None,
        "code": next((link for link in links if link.startswith("https://github.com/")), None),
    }


def _day(text: str) -> str | None:
    match = _DAY.search(text)
    try:
        return datetime.strptime(match[0], "%b %d, %Y").date().isoformat() if match else None
    except ValueError:
        return None
