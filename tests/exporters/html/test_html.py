import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
from importlib.resources import files

import networkx as nx
import pytest
from strategies import HOSTILE

from kg.exporters.html import write_html
from kg.exporters.html.network import MANY_EDGES, to_network
from kg.graph.schema import DERIVED, VARIANT_OF

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
browser = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on the PATH to open the page in"),
]


@pytest.fixture
def page(example_graph, tmp_path):
    """The page of the example corpus, as a file."""
    path = tmp_path / "graph.html"
    write_html(example_graph, path)
    return path


@pytest.fixture
def opened(tmp_path):
    """Open a page in a real browser without a network, and give the document that its script has made."""

    def opened(path, fragment=""):
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
        flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        flags += ["--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={tmp_path / 'browser'}"]
        flags += ["--window-size=1280,800", "--dump-dom"]
        # On a busy machine the first budget can run out before the first frame is drawn.
        for budget in (8_000, 60_000):
            command = [BROWSER, *flags, f"--virtual-time-budget={budget}", path.as_uri() + fragment]
            document = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
            if "data-ready" in body_of(document):
                break
        return document

    return opened


def scripts(text):
    """The contents of all scripts that run."""
    return re.findall(r"<script>(.*?)</script>", text, re.DOTALL)


def data_of(text):
    """The graph that a page carries."""
    return json.loads(re.search(r'<script type="application/json" id="graph">(.*?)</script>', text, re.DOTALL)[1])


def body_of(document):
    """The attributes of the body, where the page's script says how it went."""
    return re.search(r"<body([^>]*)>", document)[1]


def words_of(document, element_id):
    """The text inside the element with an id."""
    inner = re.search(rf'<(\w+)\b[^>]*\bid="{element_id}"[^>]*>(.*?)</\1>', document, re.DOTALL)[2]
    return html.unescape(re.sub(r"<[^>]+>", " ", inner))


def test_page_asks_for_nothing(page):
    """No element loads anything: neither script, style, picture nor frame has an address."""
    text = page.read_text(encoding="utf-8")
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
    assert not re.search(r'\ssrc=|@import|<iframe|<img|href="(?!data:,")', markup)
    assert "connect-src 'none'" in html.unescape(text)
    assert "default-src 'none'" in html.unescape(text)


def test_policy_lets_exactly_these_scripts_run(page):
    """The content security policy names the hash of each script and of the style, and nothing else."""
    text = page.read_text(encoding="utf-8")
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in scripts(text) + styles}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert "unsafe" not in policy


def test_page_holds_every_node_and_edge(page, example_graph):
    """What the page carries is the whole graph, with a sentence on each edge of a paper."""
    data = data_of(page.read_text(encoding="utf-8"))
    assert {node["id"] for node in data["nodes"]} == set(example_graph)
    assert {(edge["from"], edge["to"], edge["role"]) for edge in data["edges"]} == set(example_graph.edges)
    assert all(edge["evidence"] for edge in data["edges"] if edge["from"].startswith("paper:"))


def test_page_has_words_for_every_relation():
    """The relations that the script tells from a paper's edges are those of the schema."""
    text = (files("kg.exporters.html") / "text.js").read_text(encoding="utf-8")
    relations = re.search(r"\n  relations: \{(.*?)\n  \}", text, re.DOTALL)[1]
    assert re.findall(r"\n    (\w+): \{", relations) == list(DERIVED)


def test_relations_do_not_make_a_map_of_many_edges():
    """The map stays drawn while it is dragged, however many relations it does not show."""
    for role, hidden in ((DERIVED[-1], False), (VARIANT_OF, True)):
        graph = nx.MultiDiGraph()
        graph.add_edges_from([("a", f"b{n}", role) for n in range(MANY_EDGES)], role=role)
        assert to_network(graph).options["interaction"]["hideEdgesOnDrag"] is hidden


def related_graph(text="accuracy 77.5 (Lark)"):
    """A graph of two papers with relations between what they name, the results being any text."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", label="A paper", kind="PAPER", x=0.0, y=0.0)
    for place, (node, label, kind) in enumerate(
        [
            ("method:lark", "Lark", "METHOD"),
            ("method:owl", "Owl", "METHOD"),
            ("benchmark:math", "MATH", "BENCHMARK"),
            ("metric:accuracy", "accuracy", "METRIC"),
        ]
    ):
        graph.add_node(node, label=label, kind=kind, papers=2, x=100.0 * place, y=100.0)
    graph.add_edge("paper:1", "benchmark:math", role="EVALUATES_ON", evidence="On MATH.", results=text, result_count=1)
    graph.add_edge("method:lark", "benchmark:math", role="EVALUATED_ON", papers=2, found_by="results")
    graph.add_edge("method:owl", "benchmark:math", role="EVALUATED_ON", papers=3, found_by="roles")
    graph.add_edge("benchmark:math", "metric:accuracy", role="MEASURED_BY", papers=1, found_by="results; roles")
    graph.add_edge("method:lark", "method:owl", role="USED_TOGETHER", papers=4, npmi=0.5, found_by="shared papers")
    return graph


def hostile_graph():
    """A graph in which every text tries to become code."""
    graph = nx.MultiDiGraph()
    for number, text in enumerate(HOSTILE):
        graph.add_node(f"paper:{text}", label=text, kind="PAPER", abstract=text, url="javascript:__xss(3)")
        graph.add_node(f"method:{number}{text}", label=text, kind=text, aliases=text, color=text)
        graph.add_edge(f"paper:{text}", f"method:{number}{text}", role=text, evidence=text)
    return graph


def test_hostile_text_stays_text(tmp_path):
    """The data come back as they went in, and nothing of them stands in the page as markup."""
    write_html(hostile_graph(), tmp_path / "p.html")
    text = (tmp_path / "p.html").read_text(encoding="utf-8")
    labels = {node["label"] for node in data_of(text)["nodes"]}
    assert labels == {label.replace("\ud800", "\ufffd") for label in HOSTILE}
    assert "<img" not in text
    assert "__xss(1)</script>" not in text
    assert not any("url" in node for node in data_of(text)["nodes"])


def test_missing_attributes_have_defaults(tmp_path):
    """A node of which only label and kind are known, or nothing at all, still gets a place and a look."""
    graph = nx.MultiDiGraph([("paper:1", "gene:brca1")])
    graph.add_node("gene:brca1", label="BRCA1", kind="GENE")
    write_html(graph, tmp_path / "p.html")
    data = data_of((tmp_path / "p.html").read_text(encoding="utf-8"))
    gene, paper = sorted(data["nodes"], key=lambda node: node["id"])
    assert (gene["label"], gene["kind"], gene["x"], gene["y"]) == ("BRCA1", "GENE", 0, 0)
    assert (paper["label"], paper["kind"]) == ("paper:1", "")
    assert gene["shape"] == paper["shape"] == "hexagon"
    assert all(node["size"] > 0 and re.fullmatch("#[0-9A-F]{6}", node["color"]) for node in (gene, paper))


def test_values_that_json_cannot_hold_are_left_out(tmp_path):
    """Numbers that are none and values of another type than the schema's do not reach the page."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", label="A", kind="PAPER", x=float("nan"), y=float("inf"), year="2024", abstract=None)
    write_html(graph, tmp_path / "p.html")
    [node] = data_of((tmp_path / "p.html").read_text(encoding="utf-8"))["nodes"]
    assert (node["x"], node["y"]) == (0, 0)
    assert not {"year", "abstract"} & set(node)


@pytest.mark.parametrize("url", ["https://arxiv.org/abs/1707.06347", "HTTP://example.org/"])
def test_address_of_the_web_is_kept(url, tmp_path):
    """A paper's address on the web is the one kind of address that reaches the page."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", label="A", kind="PAPER", url=url)
    write_html(graph, tmp_path / "p.html")
    [node] = data_of((tmp_path / "p.html").read_text(encoding="utf-8"))["nodes"]
    assert url == node["url"]


class TestInBrowser:
    """The page as a browser runs it."""

    pytestmark = browser

    def test_map_is_drawn_without_an_error(self, page, opened):
        """The script runs to its first drawing and nothing is blocked."""
        document = opened(page)
        assert 'data-ready="true"' in body_of(document)
        assert "data-error" not in body_of(document)
        assert "52 papers" in words_of(document, "counts")

    def test_link_to_a_node_opens_its_sentences(self, page, opened):
        """An address with a node's id shows its papers, with the name marked in each sentence."""
        document = opened(page, "#method:proximal-policy-optimization")
        panel = words_of(document, "panel")
        assert "Proximal Policy Optimization" in panel
        assert "PPO" in panel
        assert re.search(r"<mark>[^<]+</mark>", document)

    def test_entity_lists_what_it_has_to_do_with(self, tmp_path, opened):
        """Related entities stand by relation and direction, the strongest first, with the number of papers."""
        write_html(related_graph(), tmp_path / "p.html")
        document = opened(tmp_path / "p.html", "#benchmark:math")
        panel = " ".join(words_of(document, "details").split())
        assert "data-error" not in body_of(document)
        assert "Methods and models evaluated on it 2 Owl 3 papers Lark 2 papers" in panel
        assert "Measured by 1 accuracy 1 paper" in panel

    def test_relation_that_holds_both_ways_is_told_at_both_ends(self, tmp_path, opened):
        """What is used together stands under one heading at either end."""
        write_html(related_graph(), tmp_path / "p.html")
        for node, other in (("lark", "Owl"), ("owl", "Lark")):
            panel = " ".join(words_of(opened(tmp_path / "p.html", f"#method:{node}"), "details").split())
            assert f"Used together with 1 {other} 4 papers" in panel

    @pytest.mark.parametrize("node", ["paper:1", "benchmark:math"])
    def test_results_stand_beside_the_sentence(self, node, tmp_path, opened):
        """What a paper reports of an entity is told at both ends of their edge."""
        write_html(related_graph(), tmp_path / "p.html")
        panel = " ".join(words_of(opened(tmp_path / "p.html", f"#{node}"), "details").split())
        assert "Reports accuracy 77.5 (Lark)" in panel

    @pytest.mark.parametrize("node", ["paper:1", "benchmark:math"])
    def test_hostile_results_stay_text(self, node, tmp_path, opened):
        """Markup in a result is shown as it is written."""
        write_html(related_graph("<img src=x onerror=__xss(2)>"), tmp_path / "p.html")
        document = opened(tmp_path / "p.html", f"#{node}")
        assert "data-error" not in body_of(document)
        assert "<img" not in document
        assert "<img" in words_of(document, "details")

    def test_hostile_text_does_not_run(self, tmp_path, opened):
        """Text that tries to become code is shown and nothing else."""
        graph = hostile_graph()
        write_html(graph, tmp_path / "p.html")
        document = opened(tmp_path / "p.html")
        assert 'data-ready="true"' in body_of(document)
        assert "data-error" not in body_of(document)
        assert "<img" not in document

    def test_empty_graph_says_so(self, tmp_path, opened):
        """A page without a node has a sentence instead of a map."""
        write_html(nx.MultiDiGraph(), tmp_path / "p.html")
        document = opened(tmp_path / "p.html")
        assert "This graph is empty" in words_of(document, "message")
        assert "data-error" not in body_of(document)
