"""The panel, as a person uses it in a real browser."""

import networkx as nx
import pytest
from exporters.html.birds import ABSTRACTS, bird_graph, crowd, texts
from exporters.html.pages import until

from kg.graph.projections import project_entities, project_papers
from kg.resolution.curation import Action, Rule, read_curation

pytestmark = pytest.mark.browser


class TestPanel:
    """What the panel tells of the node or edge that is chosen."""

    def test_entity_has_its_names_years_and_papers_with_the_name_marked(self, opened):
        """An entity's panel holds aliases, a chart by year, and its papers by role with their sentences."""
        page = opened(bird_graph(), "#method:lark")
        panel = page.locator("#details")
        assert panel.locator("h2").inner_text() == "Lark"
        assert "Skylark" in panel.inner_text()
        assert panel.locator(".bars svg[role=img]").get_attribute("aria-label") == "Papers by year: 2021: 1, 2022: 1"
        assert {"Papers that propose it", "Papers that compare with it"} <= set(texts(panel.locator("h3")))
        panel.locator("mark").nth(1).wait_for()
        assert set(texts(panel.locator("mark"))) == {"Lark"}

    def test_paper_has_every_name_in_its_abstract_marked(self, opened):
        """All places of all entities are links in the abstract, and lead to the entity; the text stays whole."""
        page = opened(bird_graph(), "#paper:owls")
        abstract = page.locator("#details .abstract > p").first
        abstract.wait_for()
        assert abstract.inner_text() == ABSTRACTS["paper:owls"]
        assert texts(abstract.locator("a")) == ["Owl", "Lark", "Lark"]
        abstract.locator("a").nth(2).click()
        assert page.locator("#details h2").inner_text() == "Lark"

    def test_paper_has_its_links(self, opened):
        """Authors and the addresses of page and DOI stand above the abstract; links open apart from the page."""
        page = opened(bird_graph(), "#paper:larks")
        links = page.locator("#details .links a")
        links.first.wait_for()
        assert [link.get_attribute("href") for link in links.all()] == [
            "https://example.org/larks",
            "https://doi.org/10.1000/lark",
        ]
        assert links.first.get_attribute("rel") == "noopener noreferrer"
        assert "Ada Finch, Bo Wren" in page.locator("#details").inner_text()

    def test_edge_has_its_sentence_and_the_paper(self, opened):
        """An edge's panel shows the role, both ends, the sentence with the name marked, and how sure it is."""
        page = opened(bird_graph(), "#edge=paper:larks,EVALUATES_ON,benchmark:nest")
        panel = page.locator("#details")
        panel.locator("mark").wait_for()
        assert panel.locator("h2").inner_text() == "Evaluates on"
        assert texts(panel.locator(".ends button")) == ["Lark sings", "Nest"]
        assert panel.locator("mark").inner_text() == "Nest"
        assert "Confidence 90%" in panel.inner_text()
        assert panel.locator(".links a").first.get_attribute("href") == "https://example.org/larks"

    def test_long_lists_grow_in_steps(self, opened):
        """A hub's papers come a few at a time, and the keyboard goes on at the first new one."""
        page = opened(crowd(60), "#method:lark")
        rows = page.locator("#details li.proof")
        assert rows.count() == 5
        page.locator("#details .more").first.click()
        assert rows.count() == 25
        assert page.evaluate("document.activeElement.closest('li').innerText").startswith(
            texts(rows)[5].split(" We")[0]
        )

    def test_results_open_to_their_sentence(self, opened):
        """A reported result in the panel opens to its sentence, with the value marked."""
        page = opened(bird_graph(), "#method:owl")
        result = page.locator("#details .reported details").first
        result.locator("summary").click()
        result.locator("mark").wait_for()
        assert texts(result.locator("mark")) == ["64%"]

    def test_spellings_that_differ_in_case_stand_once(self, opened):
        """An alias that is the name or another alias in other case is not listed again."""
        graph = bird_graph()
        graph.nodes["method:lark"]["aliases"] = "LARK; Skylark; SkyLark; Sky lark"
        panel = opened(graph, "#method:lark").locator("#details")
        assert "Also written Skylark; Sky lark\n" in panel.inner_text()

    def test_projected_entities_are_named_together(self, opened):
        """Without papers an entity's panel lists what the same papers name, and the line says in how many."""
        page = opened(project_entities(bird_graph()), "#method:lark")
        panel = page.locator("#details")
        assert texts(panel.locator("h3"))[-2:] == ["Used together with", "Named in the same papers"]
        assert "Variants" not in panel.inner_text()
        page.evaluate("address => { location.hash = address }", "#edge=method:lark,NAMED_TOGETHER,method:owl")
        until(page, "document.querySelector('#details h2').innerText === 'Is named together with'")
        panel.get_by_text("2 papers name both").wait_for()

    def test_projected_papers_name_the_same(self, opened):
        """Without entities a paper's panel lists the papers that name the same, and the line says how many things."""
        page = opened(project_papers(bird_graph()), "#paper:larks")
        panel = page.locator("#details")
        assert texts(panel.locator("h3"))[-1] == "Papers that name the same"
        assert "Owl looks twice 2 things" in " ".join(panel.inner_text().split())
        page.evaluate("address => { location.hash = address }", "#edge=paper:larks,NAMES_THE_SAME,paper:owls")
        panel.get_by_text("Both papers name 2 things").wait_for()

    def test_unknown_role_has_words_of_its_own(self, opened):
        """A graph with roles and kinds that kg does not have is told in their own words."""
        graph = nx.MultiDiGraph()
        graph.add_node("robot:r2", label="R2", kind="ROBOT", x=0.0, y=0.0)
        graph.add_node("paper:1", label="One", kind="PAPER", x=9.0, y=9.0)
        graph.add_edge("paper:1", "robot:r2", key="BUILT_BY", role="BUILT_BY", evidence="R2 is built.")
        page = opened(graph, "#robot:r2")
        assert "Built by" in texts(page.locator("#details h3"))


class TestCorrection:
    """The line that the panel writes for `curation.tsv`."""

    def test_copied_line_is_a_rule(self, opened, tmp_path):
        """What is copied, saved as a file, is the rule that was meant."""
        page = opened(bird_graph(), "#method:owl", permissions=["clipboard-read", "clipboard-write"])
        form = page.locator(".correction")
        form.locator("summary").click()
        form.get_by_label("New name").fill("Barn Owl")
        form.get_by_role("button", name="Copy the line").click()
        page.locator("#status", has_text="Copied").wait_for(state="attached")
        (tmp_path / "curation.tsv").write_text(page.evaluate("navigator.clipboard.readText()"), encoding="utf-8")
        assert read_curation(tmp_path / "curation.tsv") == [Rule("yes", Action.RENAME, "METHOD", "Owl", "Barn Owl")]

    def test_each_correction_is_a_rule(self, opened, tmp_path):
        """Another kind is chosen from those of the graph, and hiding needs nothing more."""
        page = opened(bird_graph(), "#method:owl")
        form = page.locator(".correction")
        form.locator("summary").click()
        for action, to in (("retype", "BENCHMARK"), ("hide", "")):
            form.get_by_label("What is wrong").select_option(action)
            line = form.get_by_label("Line for curation.tsv").evaluate("line => line.dataset.line")
            (tmp_path / "curation.tsv").write_text(line, encoding="utf-8")
            assert read_curation(tmp_path / "curation.tsv") == [Rule("yes", Action(action), "METHOD", "Owl", to)]

    def test_text_can_be_copied_by_hand_where_the_browser_refuses(self, opened):
        """Without a clipboard the text stands selected in a box."""
        page = opened(bird_graph(), "#view=table")
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        page.get_by_role("button", name="Copy as CSV").click()
        box = page.locator("#copy textarea")
        assert box.input_value().startswith("id,label,kind")
        assert page.evaluate("document.activeElement.selectionEnd") > 100
        page.keyboard.press("Escape")
        box.wait_for(state="detached")
