import base64
import hashlib
import html
import re
from collections import Counter

import networkx as nx
import pytest
from exporters.html.pages import block_of, head_of, hostile_graph, rows_of, scripts_of, small_graph, texts_of
from hypothesis import given, settings
from strategies import HOSTILE, graphs

from kg.exporters.html import write
from kg.exporters.html.packing import CHUNK
from kg.exporters.html.page import render
from kg.exporters.rows import clean


@pytest.fixture
def written(tmp_path):
    """Write the page of a graph, and give its text."""

    def written(graph):
        write(graph, tmp_path / "written.html")
        return (tmp_path / "written.html").read_text(encoding="utf-8")

    return written


def test_page_asks_for_nothing(page_file):
    """No element loads anything: neither script, style, picture nor frame has an address."""
    text = page_file.read_text(encoding="utf-8")
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
    assert not re.search(r'\ssrc=|@import|<iframe|<img|href="(?!data:,")', markup)
    assert "connect-src 'none'" in html.unescape(text)
    assert "default-src 'none'" in html.unescape(text)


def test_policy_lets_exactly_these_scripts_run(page_file):
    """The content security policy names the hash of each script and of the style, and nothing else."""
    text = page_file.read_text(encoding="utf-8")
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in scripts_of(text) + styles}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert "unsafe" not in policy


def test_page_holds_every_node_and_edge(page_file, example_graph):
    """What the page carries is the whole graph, with its abstracts, and a sentence on each edge of a paper."""
    text = page_file.read_text(encoding="utf-8")
    nodes, edges = rows_of(text, "nodes"), rows_of(text, "edges")
    assert {node["id"] for node in nodes} == set(example_graph)
    ends = [(nodes[edge["from"]]["id"], nodes[edge["to"]]["id"], edge["role"]) for edge in edges]
    assert set(example_graph.edges(keys=True)) == set(ends)
    sentences = [edge.get("evidence") for _, leaving in texts_of(text) for edge in leaving]
    assert [example_graph.edges[end].get("evidence") for end in ends] == sentences
    abstracts = {node["id"]: texts.get("abstract") for node, (texts, _) in zip(nodes, texts_of(text), strict=True)}
    assert {node: example_graph.nodes[node].get("abstract") for node in example_graph} == abstracts


def test_texts_of_many_papers_lie_in_many_chunks(written):
    """Chunks begin where the page says they do, and none is much longer than it should be."""
    graph = nx.MultiDiGraph()
    for number in range(40):
        graph.add_node(f"paper:{number:02}", label="A", kind="PAPER", abstract=f"{number} " + "ab " * (CHUNK // 30))
    text = written(graph)
    assert len(head_of(text)["texts"]["first"]) > 2
    assert [node["id"][6:] for node in rows_of(text, "nodes")] == [
        texts["abstract"].split()[0].zfill(2) for texts, _ in texts_of(text)
    ]
    sizes = [len(block_of(text, f"texts-{n}")) for n in range(len(head_of(text)["texts"]["first"]))]
    assert [sum(sizes[:n]) for n in range(len(sizes))] == head_of(text)["texts"]["first"]


def test_page_of_the_example_is_small(page_file):
    """The page weighs less than a photograph, with all of its abstracts."""
    assert page_file.stat().st_size < 1_200_000


def test_hostile_text_stays_text(written):
    """The data come back as they went in, and nothing of them stands in the page as markup."""
    text = written(hostile_graph())
    labels = {node["label"] for node in rows_of(text, "nodes")}
    assert {clean(label) for label in HOSTILE} == labels
    assert "<img" not in text
    assert "__xss(1)</script>" not in text
    assert not any("url" in texts for texts, _ in texts_of(text))


def test_missing_attributes_have_defaults(written):
    """A node of which only label and kind are known, or nothing at all, still gets a place and a look."""
    graph = nx.MultiDiGraph([("paper:1", "gene:brca1")])
    graph.add_node("gene:brca1", label="BRCA1", kind="GENE")
    gene, paper = sorted(rows_of(written(graph), "nodes"), key=lambda node: node["id"])
    assert (gene["label"], gene["kind"], gene["x"], gene["y"]) == ("BRCA1", "GENE", 0, 0)
    assert (paper["label"], paper["kind"]) == ("paper:1", "")
    assert gene["shape"] == paper["shape"] == "hexagon"
    assert all(node["size"] > 0 and re.fullmatch("#[0-9A-F]{6}", node["color"]) for node in (gene, paper))


def test_values_that_json_cannot_hold_are_left_out(written):
    """Numbers that are none and values of another type than the schema's do not reach the page."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", label="A", kind="PAPER", x=float("nan"), y=float("inf"), year="soon", abstract=None)
    text = written(graph)
    [node], [(texts, _)] = rows_of(text, "nodes"), texts_of(text)
    assert (node["x"], node["y"]) == (0, 0)
    assert not {"year", "abstract"} & {*node, *texts}


def test_small_numbers_keep_their_digits(written):
    """Centrality, of which each node of many has little, is not rounded away."""
    graph = nx.MultiDiGraph()
    graph.add_node("method:a", label="A", kind="METHOD", centrality=0.00001234)
    assert rows_of(written(graph), "nodes")[0]["centrality"] == 0.00001234


@pytest.mark.parametrize("url", ["https://arxiv.org/abs/1707.06347", "HTTP://example.org/"])
def test_address_of_the_web_is_kept(url, written):
    """A paper's address on the web is the one kind of address that reaches the page."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", label="A", kind="PAPER", url=url)
    [(texts, _)] = texts_of(written(graph))
    assert url == texts["url"]


def test_communities_are_listed_with_their_size(written):
    """Each community stands once, by number, with its name and how many nodes it has."""
    assert head_of(written(small_graph()))["communities"] == [
        {"number": 1, "name": "Birds 1", "count": 3},
        {"number": 2, "name": "Birds 2", "count": 2},
    ]


def test_results_name_their_nodes(written):
    """A result comes with the ids of its nodes as far as the graph has them, and with what is better."""
    graph = small_graph()
    row = {"paper": "old", "benchmark": "Reef", "metric": "accuracy", "subject": "Lark", "baseline": None}
    graph.graph["results"] = [row | {"value": "77", "kind": "absolute", "sentence": "Lark reaches 77 on Reef."}]
    [result] = block_of(written(graph), "results")
    assert (result["paper_id"], result["benchmark_id"], result["subject_id"]) == (
        "paper:old",
        "benchmark:reef",
        "method:lark",
    )
    assert "metric_id" not in result
    assert result["better"] == "more"


@settings(deadline=None, max_examples=15)
@given(graph=graphs())
def test_what_went_in_comes_out(graph):
    """Whatever the texts, the page carries each node's label and each edge's sentence."""
    text = render(graph)
    labels = Counter(clean(data.get("label") or node) for node, data in graph.nodes.items())
    assert labels == Counter(node["label"] for node in rows_of(text, "nodes"))
    sentences = Counter(clean(data["evidence"]) for *_, data in graph.edges(data=True) if data.get("evidence"))
    assert sentences == Counter(edge["evidence"] for _, edges in texts_of(text) for edge in edges if "evidence" in edge)
