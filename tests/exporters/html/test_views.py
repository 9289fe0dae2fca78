"""The views beside the map, as a person uses them in a real browser."""

from itertools import pairwise

import pytest
from exporters.html.birds import bird_graph, crowd, texts

pytestmark = pytest.mark.browser


class TestCompare:
    """Entities side by side."""

    def test_comparison_from_the_panel(self, opened):
        """Two entities that are chosen in their panels stand side by side with all they share."""
        page = opened(bird_graph(), "#method:lark")
        page.get_by_role("button", name="Compare", exact=True).last.click()
        page.locator("#details").get_by_text("Owl", exact=True).first.click()
        page.locator("#details .compare").click()
        page.get_by_role("button", name="Open comparison (2)").click()
        view = page.locator(".compare-view")
        assert texts(view.locator(".chip bdi")) == ["Lark", "Owl"]
        shared = view.locator("details.section", has_text="Shared papers")
        assert texts(shared.locator("li.proof > .go bdi")) == ["Owl looks twice", "Lark sings"]
        assert "used together with" in view.inner_text()
        path = view.locator(".path")
        path.locator("mark").nth(1).wait_for()
        assert len(texts(path.locator("li"))) == 3
        assert "71%" in view.locator("table", has_text="Nest").inner_text()

    def test_entity_is_added_by_keyboard(self, opened):
        """Typing an alias, the arrow keys and Enter add an entity; its cross takes it away."""
        page = opened(bird_graph(), "#view=compare&compared=method:owl")
        field = page.get_by_role("combobox", name="Add an entity")
        field.fill("skyl")
        page.locator(".suggestions [role=option]").first.wait_for()
        field.press("Enter")
        assert texts(page.locator(".chip bdi")) == ["Owl", "Lark"]
        page.get_by_role("button", name="Remove Owl").click()
        assert texts(page.locator(".chip bdi")) == ["Lark"]
        assert "compared=method:lark" in page.evaluate("location.hash")

    def test_filters_hold_here_too(self, opened):
        """A paper that the filters hide ties nothing together."""
        page = opened(bird_graph(), "#view=compare&compared=method:owl,method:lark&years=2022-2022")
        shared = page.locator("details.section", has_text="Shared papers")
        assert texts(shared.locator("li.proof > .go bdi")) == ["Owl looks twice"]

    def test_sentence_that_names_both_stands_once(self, opened):
        """A sentence behind two edges is quoted once, with both names marked."""
        page = opened(bird_graph(), "#view=compare&compared=method:owl,benchmark:nest")
        shared = page.locator("details.section", has_text="Shared papers").locator("li.proof").first
        shared.locator("summary").click()
        shared.locator("mark").nth(1).wait_for()
        assert shared.locator("blockquote").count() == 1
        assert texts(shared.locator("mark")) == ["Nest", "Owl"]

    def test_unconnected_entities_are_said_to_be_so(self, opened):
        """Where no paper names both and no path leads from one to the other the view says it."""
        graph = bird_graph()
        graph.add_node("model:wren", label="Wren", kind="MODEL", papers=1, x=0.0, y=200.0)
        page = opened(graph, "#view=compare&compared=method:owl,model:wren")
        assert "Nothing connects them." in page.locator(".compare-view").inner_text()
        assert "No paper names two of them." in page.locator(".compare-view").inner_text()


class TestResults:
    """What is reported for each benchmark."""

    def test_scores_stand_best_first_and_apart_from_gains(self, opened):
        """A table a kind of result, the best score first; the sentence opens below its row."""
        page = opened(bird_graph(), "#view=results")
        tables = page.locator(".results-view table")
        tables.first.wait_for()
        assert texts(tables.first.locator("th.value")) == ["71%", "64%"]
        assert texts(tables.nth(1).locator("th.value")) == ["3%"]
        sentence = tables.first.locator("tr.sentence").first
        assert not sentence.is_visible()
        page.get_by_role("button", name="Sentence of 71%").click()
        assert sentence.inner_text() == "On Nest Lark reaches 71%."
        assert sentence.locator("mark").inner_text() == "71%"

    def test_filters_hold_here_too(self, opened):
        """What a paper of another year reports is hidden; to clear the map of papers hides no result."""
        page = opened(bird_graph(), "#view=results&years=2022-2022")
        page.get_by_text("No abstract reports a number").wait_for()
        page.evaluate("location.hash = '#view=results&kinds=PAPER'")
        page.get_by_role("rowheader", name="71%").wait_for()

    def test_graph_without_results_says_so(self, opened):
        """Where nothing is reported the view has a sentence instead of an empty table."""
        page = opened(crowd(3), "#view=results")
        page.get_by_text("No abstract reports a number").wait_for()


class TestTrend:
    """Papers over time."""

    def test_lines_of_the_most_named_entities_with_their_numbers(self, opened):
        """A line an entity; the table below holds the same numbers, and undated papers are told."""
        page = opened(bird_graph(), "#view=trend")
        view = page.locator(".trend-view")
        assert view.locator("polyline").count() == 4
        assert "Counted are 2 of the 3 papers" in view.inner_text()
        view.get_by_text("As a table").click()
        first = texts(view.locator("tbody tr"))[0]
        assert first.split() == ["2021-02", "1", "1", "1", "1", "1"]

    def test_share_is_of_the_papers_of_each_period(self, opened):
        """The switch turns counts into shares and stands in the address."""
        page = opened(bird_graph(), "#view=trend&trended=method:lark")
        page.get_by_role("button", name="Share").click()
        assert "share=true" in page.evaluate("location.hash")
        assert "100%" in page.locator(".line-chart").text_content()

    def test_filters_hold_here_too(self, opened):
        """A paper that the filters hide does not count."""
        page = opened(bird_graph(), "#view=trend&trended=method:lark&years=2022-2022")
        page.get_by_text("As a table").click()
        assert texts(page.locator(".trend-view tbody th")) == ["2022-05"]

    def test_graph_without_dates_says_so(self, opened):
        """Where no paper has a date there is no chart."""
        page = opened(crowd(3), "#view=trend")
        assert "has a date" in page.locator(".trend-view").inner_text()


class TestTable:
    """All nodes as a table."""

    def test_heading_sorts_and_says_so(self, opened):
        """Pressing a heading sorts by it and turns at the next press; the focus stays on it."""
        page = opened(bird_graph(), "#view=table")
        names = page.locator(".rows tbody th")
        for order in ("ascending", "descending"):
            page.locator(".rows thead").get_by_role("button", name="Name").click()
            assert page.locator("thead th").first.get_attribute("aria-sort") == order
            shown = [name.casefold() for name in texts(names)]
            assert sorted(shown, reverse=order == "descending") == shown
        assert page.evaluate("document.activeElement.innerText") == "Name"

    def test_text_and_kind_narrow_the_rows(self, opened):
        """The box finds names, aliases and authors; the buttons leave one kind."""
        page = opened(bird_graph(), "#view=table")
        page.locator(".table-view").get_by_role("searchbox").fill("wren")
        assert texts(page.locator(".rows tbody th")) == ["Lark sings"]
        page.locator(".table-view").get_by_role("searchbox").fill("")
        page.locator(".table-view").get_by_role("button", name="Metrics").click()
        assert texts(page.locator(".rows tbody th")) == ["accuracy"]
        assert "tableKind=METRIC" in page.evaluate("location.hash")

    def test_row_is_opened_by_keyboard(self, opened):
        """Arrow keys move between rows, and Enter opens the panel, whose heading has the focus."""
        page = opened(bird_graph(), "#view=table")
        page.locator(".rows tbody [tabindex='0']").focus()
        page.keyboard.press("ArrowDown")
        name = page.evaluate("document.activeElement.innerText")
        assert name == texts(page.locator(".rows tbody th"))[1]
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName + document.activeElement.innerText") == f"H2{name}"

    def test_thousands_of_rows_scroll_with_few_in_the_page(self, opened):
        """Only rows in sight are there; their numbers tell where they stand, and End leads to the last."""
        page = opened(crowd(4_000), "#view=table")
        rows = page.locator(".rows tbody tr:not(.spacer)")
        assert rows.count() < 100
        page.locator(".rows tbody [tabindex='0']").focus()
        page.keyboard.press("End")
        assert page.evaluate("document.activeElement.innerText") == "Paper 3999"
        assert page.evaluate("document.activeElement.closest('tr').ariaRowIndex") == "4002"
        assert rows.count() < 100
        numbers = [int(row.get_attribute("aria-rowindex")) for row in rows.all()]
        assert all(two - one == 1 for one, two in pairwise(numbers))
