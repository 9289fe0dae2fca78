"""Pages in a real Chromium, as a person would use them."""

import shutil

import networkx as nx
import pytest

from kg.exporters.html import write

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


@pytest.fixture
def opened(chromium, tmp_path):
    """Open a graph or the file of a page, at an address's fragment, and give Playwright's page once it is drawn.

    However it is used, the page must ask for nothing and end without an error.
    """
    contexts, troubles = [], []

    def opened(graph_or_path, fragment="", **options):
        path = graph_or_path
        if isinstance(graph_or_path, nx.MultiDiGraph):
            path = tmp_path / "opened.html"
            write(graph_or_path, path)
        contexts.append(chromium.new_context(**{"viewport": {"width": 1280, "height": 800}, **options}))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: troubles.append(request.url) if foreign(request.url) else None)
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("body[data-ready]", state="attached", timeout=60_000)
        return page

    yield opened
    # Errors that the page noted itself, among them what its policy has blocked.
    noted = [page.evaluate("document.body.dataset.error") for context in contexts for page in context.pages]
    for context in contexts:
        context.close()
    assert [*troubles, *filter(None, noted)] == []


def foreign(url):
    """Whether an address lies outside the page's own file and what the page itself has made."""
    return not url.startswith(("file:", "data:", "blob:"))


@pytest.fixture
def page_file(example_graph, tmp_path):
    """The page of the example corpus."""
    path = tmp_path / "graph.html"
    write(example_graph, path)
    return path
