"""Panel and views for everyone: keyboard, screen reader, light and dark, narrow screens, hostile text."""

import pytest
from exporters.html.birds import bird_graph, hostile_birds
from strategies import HOSTILE

pytestmark = pytest.mark.browser

VIEWS = ("table", "results", "trend", "compare")


ADDRESSES = (
    "#method:lark",
    "#paper:larks",
    "#view=table",
    "#view=results",
    "#view=trend",
    "#view=compare&compared=method:lark,method:owl",
)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(scheme, width, opened):
    """axe-core, which checks names, roles, order and contrast, has nothing to say of any view, all unfolded."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    size = {"width": width, "height": 800}
    page = opened(bird_graph(), color_scheme=scheme, viewport=size, bypass_csp=True, reduced_motion="reduce")
    for address in ADDRESSES:
        page.evaluate("address => { location.hash = address }", address)
        page.wait_for_timeout(150)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        found = axe.run(page).response["violations"]
        told = [(rule["id"], node["html"], node.get("failureSummary")) for rule in found for node in rule["nodes"]]
        assert told == [], address


def test_everything_is_done_by_keyboard(opened):
    """Tab and Enter alone lead to the table, to a row's panel, and to the comparison."""
    page = opened(bird_graph())

    def tab_to(text):
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText") == text:
                return page.keyboard.press("Enter")
        pytest.fail(f"Tab does not lead to {text}")

    tab_to("Table")
    tab_to("Lark")
    assert page.evaluate("document.activeElement.tagName + document.activeElement.innerText") == "H2Lark"
    tab_to("Compare")
    assert "compared=method:lark" in page.evaluate("location.hash")


def test_theme_is_kept_in_the_address(opened):
    """The chosen theme holds against the system's, and a link brings it back."""
    page = opened(bird_graph(), color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_label("Colours of the page").select_option("dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    again = opened(bird_graph(), page.evaluate("location.hash"), color_scheme="light")
    assert again.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    assert again.get_by_label("Colours of the page").input_value() == "dark"


def test_nothing_overflows_a_phone(opened):
    """At the width of a phone no view makes the page scroll sideways."""
    page = opened(bird_graph(), viewport={"width": 360, "height": 740})
    for address in ADDRESSES:
        page.evaluate("address => { location.hash = address }", address)
        page.wait_for_timeout(100)
        for part in ("documentElement", "querySelector('#view')", "querySelector('#panel')"):
            assert page.evaluate(f"document.{part}.scrollWidth") <= 360, (address, part)


def test_hostile_text_stays_text(opened):
    """Names, sentences, results and places that try to become code stand in every view and run in none."""
    page = opened(hostile_birds())
    for number in range(len(HOSTILE)):
        for kind in ("paper", "method"):
            page.evaluate("address => { location.hash = address }", f"#{kind}:{number}")
            page.locator("#details h2").wait_for()
    for view in VIEWS:
        page.evaluate("address => { location.hash = address }", f"#view={view}&compared=method:0,method:1")
        page.locator(f".{view}-view").wait_for()
    page.wait_for_timeout(200)
    assert page.locator("main img, aside img, main script, aside script, main iframe").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
