import html
import json

import pytest

from kg.errors import UnreadableInput
from kg.readers import hf_page
from kg.readers.content import Content

LONG = "We fold sheets of paper with a policy, and what the policy folds is measured by a careful jury of three. "


def entry(word):
    """An entry of the page's own data."""
    paper = {"id": "2401.0123" + str(len(word)), "title": f'{word} "it"', "summary": f"{word} & more.", "upvotes": 1}
    return {"paper": {**paper, "authors": [{"name": "Ada Lovelace"}], "publishedAt": "2024-01-02T00:00:00Z"}}


def page(body, title="Daily Papers - Hugging Face"):
    """A page around a body."""
    return (
        f'<!doctype html>\n<html><head><title>{title}</title></head><body class="x"><main>{body}</main></body></html>'
    )


def props(data, quote='"', target="DailyPapers"):
    """The element that carries the page's data."""
    text = html.escape(json.dumps(data), quote=quote == '"').replace("'", "&#39;")
    return (
        f'<div class="SVELTE_HYDRATER contents" data-target="{target}" data-props={quote}{text}{quote}><h3>x</h3></div>'
    )


def read(text):
    """The papers of a page."""
    return list(hf_page.read(Content.of_text(text)))


@pytest.mark.parametrize("quote", ['"', "'"])
def test_data_of_the_page_is_read(quote):
    """The list behind the page gives each paper with all that it says."""
    data = {"dateString": "2024-01-02", "dailyPapers": [entry("Folding"), entry("Tear")], "prevDate": "2024-01-01"}
    text = page('<div data-target="MainHeader" data-props="{&quot;isWide&quot;:false}"></div>' + props(data, quote))
    assert hf_page.recognises(text)
    first, second = read(text)
    assert (first.id, first.title, first.abstract) == ("2401.01237", 'Folding "it"', "Folding & more.")
    assert (first.authors, first.date) == (("Ada Lovelace",), "2024-01-02")
    assert second.title == 'Tear "it"'


def test_page_of_one_paper_is_read():
    """A paper's own page carries the paper and its comments."""
    data = {**entry("Folding"), "comments": [{"id": "1", "title": "no paper"}], "upvoters": []}
    (paper,) = read(page(props(data, target="PaperContent"), "Paper page - Folding"))
    assert paper.title == 'Folding "it"'


def test_cut_page_keeps_its_whole_papers():
    """Where the data end too early, the papers before are read, and the end is reported."""
    text = page(props({"dailyPapers": [entry("Folding"), entry("Tear")]}))
    first, rest = read(text[: text.index("Tear")])
    assert first.title == 'Folding "it"'
    assert rest.reason.startswith("cut off")


CARD = """<{box} class="relative flex"><a href="{site}/papers/{number}"><img src="x.png"></a>
<div><h3 class="mb-1 text-lg"><a href="{site}/papers/{number}" class="line-clamp-3">{title}</a></h3>
{abstract}<ul><li title="Ada Lovelace"></li><li>· 3 authors</li></ul><time datetime="2024-01-02T09:00:00">x</time>
<a href="https://github.com/ada/{number}">GitHub</a><p>12</p></div></{box}>"""


@pytest.mark.parametrize("box", ["article", "div"])
@pytest.mark.parametrize("site", ["", "https://huggingface.co"])
def test_visible_page_is_read(box, site):
    """Without its data, the page's cards give title and abstract, in both layouts and with links made whole."""
    cards = [
        ("2401.00001", "Folding", f"<p>{LONG}</p>"),
        ("2401.00002", "Tearing", ""),
        ("2401.00003", "Gluing", f"<p>{LONG * 2}</p>"),
    ]
    body = "<section>" + "".join(
        CARD.format(box=box, site=site, number=number, title=title, abstract=text) for number, title, text in cards
    )
    text = page(f"<h1>Daily Papers</h1><p>{LONG * 3}</p>" + body + "</section>")
    assert hf_page.recognises(text)
    papers = read(text)
    assert [(paper.id, paper.title) for paper in papers] == [(number, title) for number, title, _ in cards]
    assert [paper.abstract for paper in papers] == [LONG.strip(), "", (LONG * 2).strip()]
    assert (papers[0].date, papers[0].code) == ("2024-01-02", "https://github.com/ada/2401.00001")


def test_date_that_is_only_written_is_found():
    """A card may say its date in words."""
    card = CARD.format(box="article", site="", number="2401.00001", title="Folding", abstract=f"<p>{LONG}</p>")
    (paper,) = read(page(card.replace('<time datetime="2024-01-02T09:00:00">x</time>', "<span>Oct 3, 2024</span>")))
    assert paper.date == "2024-10-03"


def test_page_without_papers_says_so():
    """A page of the site on which no paper stands is an error, not an empty list."""
    with pytest.raises(UnreadableInput, match="no paper is found"):
        read(page("<p>Please log in.</p>"))


def test_other_pages_are_not_taken():
    """HTML of other sites is none of this."""
    assert not hf_page.recognises(page("<h3><a href='/x'>y</a></h3>", "My weblog"))
