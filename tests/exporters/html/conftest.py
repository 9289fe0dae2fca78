"""Pages in a real Chromium, as a person would use them."""

import shutil

import networkx as nx
import pytest

from kg.exporters.html import write
from kg.graph import assemble, measure, place

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"]


@pytest.fixture(scope="session")
def chromium():
    """The system's browser, started once."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on the PATH to open the page in")
    driver = pytest.importorskip("playwright.sync_api", reason="Playwright, which drives the browser, is missing")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab(chromium):
    """Give a tab of the browser and the list of its troubles; each set of options has one, for tabs take time."""
    tabs = {}

    def tab(options):
        key = repr(sorted(options.items()))
        if key not in tabs:
            page = chromium.new_context(**{"viewport": {"width": 1280, "height": 800}, **options}).new_page()
            tabs[key] = page, troubles_of(page)
        return tabs[key]

    return tab


def troubles_of(page):
    """A list to which is added what must not happen in a tab."""
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: troubles.append(request.url) if foreign(request.url) else None)
    return troubles


@pytest.fixture
def opened(tab, tmp_path):
    """Open a graph or the file of a page, at an address's fragment, and give Playwright's page once it is drawn.

    However it is used, the page must ask for nothing and end without an error. A second page of the same options
    takes the place of the first.
    """
    used = []

    def opened(graph_or_path, fragment="", **options):
        path = graph_or_path
        if isinstance(graph_or_path, nx.MultiDiGraph):
            path = tmp_path / "opened.html"
            write(graph_or_path, path)
        page, troubles = tab(options)
        leave(page, troubles)
        used.append((page, troubles))
        page.emulate_media(media="screen")
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("body[data-ready]", state="attached", timeout=60_000)
        return page

    yield opened
    for page, troubles in used:
        leave(page, troubles)


def leave(page, troubles):
    """Leave what a tab shows, if nothing went wrong there; the page notes errors itself, as what its policy blocks."""
    noted = page.evaluate("document.body?.dataset.error")
    found = [*troubles, *filter(None, [noted])]
    troubles.clear()
    page.mouse.move(0, 0)
    page.goto("about:blank")
    assert found == []


def foreign(url):
    """Whether an address lies outside the page's own file and what the page itself has made."""
    return not url.startswith(("file:", "data:", "blob:", "about:"))


@pytest.fixture(scope="session")
def page_file(example_entities, tmp_path_factory):
    """The page of the example corpus."""
    graph = assemble(example_entities)
    measure(graph)
    place(graph)
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write(graph, path)
    return path
