"""The map, the search and the filters, used as a person would."""

import networkx as nx
import pytest
from exporters.html.pages import hostile_graph, small_graph, until

pytestmark = pytest.mark.browser

DRAWN = "window.nodes.getIds().sort()"
LINES = "window.edges.length"


def large_graph():
    """More nodes than are drawn at first: papers in a row, each naming one entity of its own and a common one."""
    graph = nx.MultiDiGraph()
    graph.add_node("method:hub", label="Hub", kind="METHOD", papers=900, x=0.0, y=0.0, size=60.0)
    for number in range(900):
        paper, model = f"paper:{number}", f"model:{number}"
        place = {"x": 30.0 * (number % 30), "y": 30.0 * (number // 30)}
        graph.add_node(paper, label=f"Paper {number}", kind="PAPER", year=2000 + number % 20, **place)
        graph.add_node(model, label=f"Model {number}", kind="MODEL", papers=1, **place)
        graph.add_edge(paper, "method:hub", "USES", role="USES")
        graph.add_edge(paper, model, "PROPOSES", role="PROPOSES")
    return graph


def search(page, text):
    """Type into the search box, and give the rows that come."""
    page.fill("#query", text)
    page.wait_for_selector("#results li")
    return page.locator("#results li").all_inner_texts()


class TestMap:
    """What is drawn."""

    def test_example_is_drawn_whole(self, page_file, example_graph, opened):
        """A small graph opens with every node, and says so."""
        page = opened(page_file)
        assert sorted(example_graph) == page.evaluate(DRAWN)
        assert f"All {example_graph.number_of_nodes()} nodes" in page.inner_text("#counts")

    def test_large_graph_opens_at_a_part(self, opened):
        """The most connected entities are drawn with some of their papers, and how many of how many is told."""
        page = opened(large_graph())
        drawn = page.evaluate(DRAWN)
        assert 100 < len(drawn) < 1500
        assert "method:hub" in drawn
        assert f"Showing {len(drawn)} of 1,801 nodes" in page.inner_text("#counts")

    def test_limit_draws_more(self, opened):
        """The slider goes from few nodes to all."""
        page = opened(large_graph())
        slider = page.get_by_role("slider", name="most connected nodes")
        slider.focus()
        page.keyboard.press("End")
        until(page, "window.nodes.length === 1801")
        page.keyboard.press("Home")
        until(page, "window.nodes.length === 50")

    @pytest.mark.parametrize("count", [1, 3])
    def test_nodes_without_edges_are_drawn(self, count, opened):
        """One node, or some that nothing ties together, make a map."""
        graph = nx.MultiDiGraph()
        for number in range(count):
            graph.add_node(f"method:{number}", label="Same name", kind="METHOD", papers=1, x=50.0 * number, y=0.0)
        page = opened(graph)
        assert count == len(page.evaluate(DRAWN))
        assert page.evaluate(LINES) == 0

    def test_empty_graph_says_so(self, opened):
        """A page without a node has a sentence instead of a map."""
        assert "This graph is empty" in opened(nx.MultiDiGraph()).inner_text("#message")

    def test_nodes_with_nothing_known_are_drawn(self, opened):
        """Neither label nor place nor kind is needed."""
        graph = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "b")])
        assert opened(graph).evaluate(DRAWN) == ["a", "b"]

    def test_hostile_text_does_not_run(self, opened):
        """Text that tries to become code is shown as text, in the map, the search and the panel."""
        page = opened(hostile_graph())
        rows = search(page, "onerror")
        assert any("<img src=x onerror=__xss(2)>" in row for row in rows)
        for row in range(min(len(rows), 4)):
            search(page, "s")
            page.locator("#results li").nth(row).click()
            page.wait_for_timeout(100)
        assert page.locator("img, iframe, object").count() == 0
        assert page.evaluate("window.__xss === undefined")

    def test_click_chooses_and_escape_leaves(self, opened):
        """A click on a node opens its panel and puts its id into the address; Escape closes it."""
        page = opened(small_graph())
        box = page.locator("#map canvas").bounding_box()
        place = page.evaluate("network.canvasToDOM(network.getPosition('method:lark'))")
        page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
        page.wait_for_selector("#panel:not([hidden])")
        assert "Lark" in page.inner_text("#details h2")
        assert page.evaluate("location.hash") == "#method:lark"
        page.keyboard.press("Escape")
        assert page.locator("#panel").is_hidden()

    def test_pointer_over_a_node_is_told_its_name(self, opened):
        """The tooltip says name, kind and papers."""
        page = opened(small_graph())
        box = page.locator("#map canvas").bounding_box()
        place = page.evaluate("network.canvasToDOM(network.getPosition('method:lark'))")
        page.mouse.move(box["x"] + place["x"], box["y"] + place["y"])
        page.wait_for_selector("#tooltip:not([hidden])")
        assert "Lark" in page.inner_text("#tooltip")
        assert "Method, 2 papers" in page.inner_text("#tooltip")

    def test_keys_move_and_zoom(self, opened):
        """With the focus on the map, arrows move it, plus and minus zoom, and 0 shows the whole again."""
        page = opened(small_graph())
        whole = page.evaluate("network.getScale()")
        left = page.evaluate("network.getViewPosition().x")
        page.locator("#map canvas").focus()
        page.keyboard.press("-")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("network.getScale()") < whole - 0.01
        assert page.evaluate("network.getViewPosition().x") > left + 1
        page.keyboard.press("0")
        until(page, f"Math.abs(network.getScale() - {whole}) < 0.01")

    def test_buttons_zoom(self, opened):
        """What keys do, buttons do as well."""
        page = opened(small_graph())
        whole = page.evaluate("network.getScale()")
        page.click("#zoom-out")
        until(page, f"network.getScale() < {whole} - 0.01")
        page.click("#fit")
        until(page, f"Math.abs(network.getScale() - {whole}) < 0.01")

    def test_pointer_over_the_map_leaves_the_focus(self, opened):
        """Who types in the search box goes on typing when the mouse is moved over the map."""
        page = opened(small_graph())
        page.focus("#query")
        page.mouse.move(600, 400)
        page.mouse.move(700, 500)
        page.wait_for_timeout(100)
        assert page.evaluate("document.activeElement.id") == "query"


class TestView:
    """Which part of the map is in sight."""

    def test_line_from_an_address_lies_beside_the_panel(self, opened):
        """A link to a line brings in both its ends, and the panel covers neither."""
        page = opened(large_graph(), "#edge=paper:899,PROPOSES,model:899")
        for end in ("paper:899", "model:899"):
            until(page, f"nodes.get('{end}') !== null")
            self.until_beside_the_panel(page, end)

    def test_fit_shows_the_whole_beside_the_panel(self, opened):
        """Every node is in sight though the panel is open."""
        page = opened(small_graph(), "#method:lark")
        page.click("#fit")
        for node in small_graph():
            self.until_beside_the_panel(page, node)

    def test_what_is_clicked_comes_out_from_under_the_panel(self, opened):
        """A node at the right edge moves to where it can be seen."""
        page = opened(small_graph())
        far = page.evaluate("nodes.getIds().sort((a, b) => network.getPosition(b).x - network.getPosition(a).x)[0]")
        box = page.locator("#map canvas").bounding_box()
        page.evaluate("network.moveTo({ scale: 1.6 })")
        place = page.evaluate(f"network.canvasToDOM(network.getPosition('{far}'))")
        assert place["x"] < box["width"]
        page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
        page.wait_for_selector("#panel:not([hidden])")
        self.until_beside_the_panel(page, far)

    def until_beside_the_panel(self, page, node):
        """Wait until a node lies in the part of the map that the panel leaves free."""
        place = f"network.canvasToDOM(network.getPosition('{node}'))"
        left = "document.querySelector('#panel').getBoundingClientRect().left"
        free = f"{left} - document.querySelector('#map').getBoundingClientRect().left"
        until(page, f"(({{ x, y }}) => x > 0 && y > 0 && x < {free} && y < innerHeight)({place})")

    def test_hint_goes_with_the_first_deed(self, opened):
        """The map says what one can do, until one does something."""
        page = opened(small_graph())
        assert "Click a node" in page.inner_text("#hint")
        page.get_by_role("checkbox", name="Papers").uncheck()
        assert page.locator("#hint").is_hidden()


class TestMany:
    """What would be slow, or would cover the map, is not done without a question."""

    def test_link_to_very_many_nodes_asks(self, opened):
        """The map opens as ever; one button draws all, as the link says, and none asks again."""
        graph = nx.MultiDiGraph()
        for number in range(5_100):
            graph.add_node(f"model:{number}", kind="MODEL", papers=1, x=9.0 * (number % 80), y=9.0 * (number // 80))
        page = opened(graph, "#limit=100000")
        assert 100 < page.evaluate("nodes.length") < 1_500
        page.get_by_role("button", name="Draw 5,100 nodes").click()
        until(page, "nodes.length === 5100")
        assert page.locator("#notice").is_hidden()
        assert page.evaluate("location.hash") == "#limit=5100"

    def test_question_can_be_left(self, opened):
        """Without a yes the map stays as it is."""
        graph = nx.MultiDiGraph()
        graph.add_nodes_from((f"model:{number}" for number in range(5_100)), kind="MODEL", papers=1)
        page = opened(graph)
        drawn = page.evaluate("nodes.length")
        page.get_by_role("slider", name="most connected nodes").press("End")
        page.get_by_role("button", name="Not now").click()
        assert drawn == page.evaluate("nodes.length")
        assert "most connected" in page.locator("#filters label").first.inner_text()

    def test_neighbours_of_a_hub_come_in_parts(self, opened):
        """Two hundred are added at a time, and the page says how many are left."""
        page = opened(large_graph(), "#method:hub")
        drawn = page.evaluate("nodes.length")
        page.get_by_role("button", name="Add neighbours").click()
        until(page, f"nodes.length === {drawn + 200}")
        assert "200 nodes were added; " in page.inner_text("#status")
        assert page.locator("#status").is_visible()


class TestSearch:
    """The box that leads to each node."""

    def test_alias_leads_to_its_node(self, opened):
        """Arrow keys and Enter choose; the row says which alias matched; case and accents do not matter."""
        page = opened(small_graph())
        assert "as Skylark" in search(page, "SKÝLARK")[0]
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#method:lark"

    def test_arrow_keys_go_through_the_matches(self, opened):
        """Down goes to the next match, and Escape closes the list without a choice."""
        page = opened(small_graph())
        assert len(search(page, "lark")) == 3
        page.keyboard.press("ArrowDown")
        assert page.get_attribute("#query", "aria-activedescendant") == "result-1"
        page.keyboard.press("Escape")
        assert page.locator("#results").is_hidden()
        assert page.evaluate("location.hash") == ""

    def test_paper_is_found_by_its_author(self, opened):
        """An author's name finds the papers."""
        [row] = search(opened(small_graph()), "oster")
        assert "Larks over the reef" in row
        assert "by Ada Öster" in row

    def test_nothing_found_is_told(self, opened):
        """A name that the graph does not have is answered by a sentence."""
        assert search(opened(small_graph()), "walrus") == ["Nothing of this name is in the graph."]

    def test_what_is_not_drawn_is_found_and_brought_in(self, opened):
        """The whole graph is searched, and a hit is drawn and stands in the middle of the free part."""
        page = opened(large_graph())
        target = page.evaluate("[...Array(900).keys()].map((n) => `model:${n}`).find((id) => !nodes.get(id))")
        search(page, target.replace("model:", "Model "))
        page.keyboard.press("Enter")
        until(page, f"nodes.get('{target}') !== null")
        page.wait_for_timeout(600)
        place = page.evaluate(f"network.canvasToDOM(network.getPosition('{target}'))")
        size = page.locator("#map").bounding_box()
        assert 0 < place["x"] < size["width"]
        assert 0 < place["y"] < size["height"]

    def test_hidden_hit_is_marked_and_can_be_shown(self, opened):
        """What a filter hides is found all the same, marked as hidden; choosing it offers to reset the filters."""
        page = opened(small_graph(), "#kinds=METHOD")
        assert "hidden by filters" in search(page, "lark")[0]
        page.keyboard.press("Enter")
        page.click("#notice button")
        assert "method:lark" in page.evaluate(DRAWN)
        assert page.locator("#notice").is_hidden()


class TestFilters:
    """What is hidden, and how it comes back."""

    def test_kind_is_hidden_and_reset(self, opened):
        """An unticked kind leaves the map and the counts; one button brings all back."""
        page = opened(small_graph())
        page.get_by_role("checkbox", name="Papers").uncheck()
        assert page.evaluate(DRAWN) == ["benchmark:reef", "method:lark", "model:alone"]
        assert "Showing 3 of 5 nodes" in page.inner_text("#counts")
        assert page.get_attribute("#reset", "title") == "The filters hide 2 nodes"
        assert page.evaluate("location.hash") == "#kinds=PAPER"
        page.click("#reset")
        assert page.evaluate("window.nodes.length") == 5
        assert page.evaluate("location.hash") == ""

    def test_year_slider_hides_other_years(self, opened):
        """The thumbs bound the years; what only papers of other years name goes with them."""
        page = opened(small_graph())
        page.get_by_role("slider", name="First year").focus()
        page.keyboard.press("End")
        until(page, "location.hash === '#years=2023-2023'")
        assert page.evaluate(DRAWN) == ["method:lark", "model:alone", "paper:new"]

    def test_role_hides_lines(self, opened):
        """An unticked role takes its lines along."""
        page = opened(small_graph())
        page.get_by_role("checkbox", name="Evaluates on").uncheck()
        assert page.evaluate(LINES) == 2
        assert "benchmark:reef" not in page.evaluate(DRAWN)

    def test_confidence_and_papers_hide(self, opened):
        """The sliders for papers and confidence hide what has less."""
        page = opened(small_graph())
        page.get_by_role("slider", name="confidence").press("ArrowRight")
        page.get_by_role("slider", name="confidence").press("ArrowRight")
        until(page, "!nodes.get('benchmark:reef')")
        page.get_by_role("slider", name="number of papers").press("End")
        until(page, "!nodes.get('model:alone')")

    def test_community_is_shown_alone(self, opened):
        """Choosing a community leaves its nodes."""
        page = opened(small_graph())
        page.get_by_role("combobox", name="Communities").select_option("2")
        assert page.evaluate(DRAWN) == ["benchmark:reef", "model:alone"]

    def test_colours_and_sizes_can_be_changed(self, opened):
        """Nodes take the colours of their communities, and the legend lists these."""
        page = opened(small_graph())
        before = page.evaluate("nodes.get('method:lark').color")
        page.get_by_role("combobox", name="Colour by").select_option("community")
        assert before != page.evaluate("nodes.get('method:lark').color")
        assert "Birds 1" in page.inner_text("#filters .colors")

    def test_lines_follow_the_theme(self, opened):
        """The map is drawn in the colours of the theme as soon as it is chosen."""
        page = opened(small_graph())
        color = "Object.values(network.body.edges)[0].options.color.color"
        light = page.evaluate(color)
        node = "nodes.get('method:lark').color"
        bright = page.evaluate(node)
        page.select_option("#theme", "dark")
        assert light != page.evaluate(color)
        assert bright != page.evaluate(node)

    def test_limit_takes_away_what_was_added(self, opened):
        """After the slider is moved, so many nodes are drawn as it says, and the one that is chosen."""
        page = opened(large_graph(), "#model:888&added=model:888,model:887,paper:886")
        slider = page.get_by_role("slider", name="most connected nodes")
        slider.press("Home")
        until(page, "window.nodes.length === 51")
        assert "model:888" in page.evaluate(DRAWN)

    def test_view_comes_back_from_its_address(self, opened):
        """A link shows what was chosen and hidden when it was copied."""
        page = opened(small_graph())
        page.get_by_role("checkbox", name="Papers").uncheck()
        search(page, "reef")
        page.keyboard.press("Enter")
        address, drawn = page.evaluate("location.hash"), page.evaluate(DRAWN)
        again = opened(small_graph(), address)
        assert drawn == again.evaluate(DRAWN)
        assert "Reef" in again.inner_text("#details h2")

    def test_back_returns_to_what_was_chosen_before(self, opened):
        """Each choice is a step that the browser's back button undoes."""
        page = opened(small_graph())
        for name in ("reef", "alone"):
            search(page, name)
            page.keyboard.press("Enter")
        page.go_back()
        until(page, "location.hash === '#benchmark:reef'")
        assert "Reef" in page.inner_text("#details h2")

    @pytest.mark.parametrize("fragment", ["#%E0%A4%A", "#view=<img>&years=9-1", "#__proto__=1", "#paper:none", "#&&=&"])
    def test_odd_addresses_do_no_harm(self, fragment, opened):
        """What an address says wrongly is left aside."""
        assert opened(small_graph(), fragment).evaluate("window.nodes.length") == 5


class TestNarrow:
    """On a telephone."""

    def test_everything_fits(self, page_file, opened):
        """Nothing is wider than the screen; filters are a drawer that opens and closes."""
        page = opened(page_file, viewport={"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.locator("#filters").is_hidden()
        page.click("#toggle-filters")
        page.get_by_role("checkbox", name="Papers").uncheck()
        page.click("#toggle-filters")
        assert page.locator("#filters").is_hidden()
        assert page.locator("#map canvas").bounding_box()["width"] == 390

    def test_map_lies_on_its_side(self, opened):
        """Layouts are wider than high; where the map is higher than wide they are turned to fill it."""
        page = opened(small_graph(), viewport={"width": 390, "height": 800})
        spread = "(axis) => Math.max(...nodes.get().map((node) => node[axis]))"
        assert page.evaluate(spread, "y") > 3 * page.evaluate(spread, "x")
