"""Text in the report stays text; the reader is GitHub's own, cmark-gfm."""

from html.parser import HTMLParser

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from strategies import HOSTILE, hostile_text

from kg.exporters.report.markdown import cell, link, plain
from kg.names import one_line

#: Text that Markdown gives a meaning.
MARKS = (
    "*a* _b_ __c__ ~~d~~ `e` ``f``",
    "a | b || c \\| d",
    "[text](http://127.0.0.1) ![image](x.png) [note][1] [^1]",
    "<b>bold</b> <!-- gone --> <http://127.0.0.1>",
    "&amp; &lt; &#42; &copy; &",
    "https://127.0.0.1/a_b www.localhost.org ftp://localhost HTTPS://x",
    "ends in \\",
    "| a | b |\\",
    "$O(n)$ and $$x$$",
    "# no heading #",
    "- 1. > no list",
    "trailing spaces  ",
)


class Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, markdown):
        super().__init__()
        self.tags, self.links, self.text = [], [], ""
        self.feed(cmarkgfm.github_flavored_markdown_to_html(markdown))

    def handle_starttag(self, tag, attributes):
        """Keep the element and where it links to."""
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name == "href"]

    def handle_data(self, data):
        """Keep the text."""
        self.text += data


def shown(text):
    """What is left of a text on one line, in a file."""
    unseen = {*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    hidden = {*unseen, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
    return "".join("\ufffd" if ord(letter) in hidden else letter for letter in one_line(text))


@pytest.mark.parametrize("text", [*MARKS, *(text for text in HOSTILE if "@" not in text)])
@pytest.mark.parametrize("form", ["In a line: {}", "# Heading: {}", "| a | b |\n|---|---|\n| {} | behind |"])
def test_hostile_text_is_shown_as_it_is(text, form):
    """Wherever it stands, text adds no element and loses no letter."""
    page, empty = Page(form.format(plain(text))), Page(form.format("x"))
    assert page.tags == empty.tags
    assert shown(text) in page.text


@given(st.one_of(hostile_text, st.text("\\`*_[]<>|~$#&!:/.w@ htps(){}\n\tab", max_size=30)))
def test_any_text_is_shown_as_it_is(text):
    """A cell with the text before another has its letters, and the other stays a cell of its own."""
    page = Page(f"| a | b |\n|---|---|\n| x{plain(text)}x | behind |")
    assert page.tags.count("td") == 2
    assert set(page.tags) <= {"table", "thead", "tbody", "tr", "th", "td", "a"}
    # An address of mail becomes a link of the same letters.
    assert all(link.startswith("mailto:") for link in page.links)
    assert f"x{shown(text)}x" in page.text


def test_readable_text_is_not_escaped():
    """What needs no escape reads as it was written."""
    text = 'Llama 3.1-8B (instruct), 50% of F1; it\'s – "fine" + 漢字!'
    assert plain(text) == text


def test_markdown_is_not_escaped_twice():
    """What is Markdown already stays as it is."""
    assert plain(Markup("[a](b)")) == "[a](b)"
    assert plain(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("value", "expected"), [(None, "–"), ("", "–"), ("kites and owls", "kites…"), ("kites", "kites")]
)
def test_cell_is_short(value, expected):
    """Long text is cut where it shows, and a dash stands for nothing."""
    assert cell(value, 6) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/a_b?c=d&copy;=e#f",
        "http://127.0.0.1/(a)/[b]<c>|d e\\`*f*",
        "https://127.0.0.1/漢字%20\n\ud800",
    ],
)
def test_address_becomes_one_link(address):
    """No character of an address ends the link or the cell."""
    page = Page(f"| a | b |\n|---|---|\n| {link('te]xt', address)} | behind |")
    assert page.tags.count("td") == 2
    assert len(page.links) == 1
    assert page.links[0].startswith(address[:16])
    assert "te]xt" in page.text


@pytest.mark.parametrize("address", [None, "", "javascript:alert(1)", "data:text/html,x", "//x", " file:///etc"])
def test_only_addresses_of_the_web_are_links(address):
    """Anything else is text alone."""
    assert link("text", address) == "text"
