"""Pages of arXiv saved as HTML."""

from kg.model import Paper
from kg.readers import arxiv_page
from kg.readers.content import Content

LISTED = """<!DOCTYPE html>
<html><body><dl id='articles'>
<dt><a name='item1'>[1]</a> <a href ="/abs/2511.01234" title="Abstract">arXiv:2511.01234</a> [<a href="/pdf/x">pdf</a>]
<dd><div class='meta'>
  <div class='list-title mathjax'><span class='descriptor'>Title:</span>
    Folding $\\alpha$ &amp; More
  </div>
  <div class='list-authors'>AUTHORS</div>
  <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> 3 pages</div>
  <div class='list-journal-ref'><span class='descriptor'>Journal-ref:</span> J. Fold. 3</div>
  <div class='list-subjects'><span class='descriptor'>Subjects:</span>
    <span class="primary-subject">Machine Learning (cs.LG)</span>; High Energy Physics - Theory (hep-th)</div>
  <p class='mathjax'>We fold.</p>
</div>
</dl></body></html>
"""
FOUND = """<html><body><ol>
<li class="arxiv-result">
  <p class="list-title"><a href="https://arxiv.org/abs/2403.01234">arXiv:2403.01234</a></p>
  <span class="tag is-small" data-tooltip="Machine Learning">cs.LG</span> <span class="tag is-small">doi</span>
  <p class="title is-5 mathjax">Searching for <span class="search-hit mathjax">Folds</span></p>
  <p class="authors"><span class="has-text-black-bis">Authors:</span> <a href="/x">Jane Doe</a>,
    <a href="/y">R. Roe</a></p>
  <p class="abstract mathjax"><span class="has-text-black-bis">Abstract</span>:
    <span class="abstract-short">We&hellip; <a>&#9661; More</a></span>
    <span class="abstract-full">We <span class="search-hit mathjax">fold</span>. <a>&#9651; Less</a></span></p>
  <p><span class="has-text-black-bis">Submitted</span> 12 March, 2024; <span>originally announced</span> March 2024.</p>
</li>
</ol></body></html>
"""


def read(text):
    """All records of a page."""
    return list(arxiv_page.read(Content.of_text(text)))


def test_listing():
    """Names are links, or, where a program took these away, a text; a tag that is never closed does no harm."""
    for authors in (
        "<a href='/a'>Jane Doe</a>, <a href='/b'>Rick Roe</a>",
        "<span class='descriptor'>Authors:</span> Jane Doe, Rick Roe",
    ):
        (paper,) = read(LISTED.replace("AUTHORS", authors))
        assert paper == Paper(
            id="2511.01234",
            title="Folding α & More",
            abstract="We fold.",
            authors=("Jane Doe", "Rick Roe"),
            year=2025,
            date="2025-11",
            url="https://arxiv.org/abs/2511.01234",
            categories=("cs.LG", "hep-th"),
            venue="J. Fold. 3",
            title_as_read=paper.title_as_read,
        )


def test_search_results():
    """The whole abstract counts, not its beginning, and the words that were searched stay in their places."""
    (paper,) = read(FOUND)
    assert (paper.title, paper.abstract) == ("Searching for Folds", "We fold.")
    assert (paper.id, paper.authors, paper.date) == ("2403.01234", ("Jane Doe", "R. Roe"), "2024-03-12")
    assert paper.categories == ("cs.LG",)


def test_entry_without_its_number_is_read():
    """Title and abstract stand together; the number stands before them and may be lost."""
    (paper,) = read(LISTED.replace("<dt>", "<p>"))
    assert (paper.id, paper.title, paper.url) == ("", "Folding α & More", None)


def test_other_pages_are_not_taken():
    """HTML of other sites is left to others."""
    assert arxiv_page.recognises(LISTED)
    assert arxiv_page.recognises(FOUND)
    assert not arxiv_page.recognises("<html><body><dl><dt>arXiv<dd>A server of preprints</dl></body></html>")
