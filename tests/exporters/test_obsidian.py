"""The vault has a note for everything, links that lead somewhere, and names that any system takes."""

import html
import re
import unicodedata

import cmarkgfm
import networkx as nx
import pytest
import yaml
from exporters.expected import clean, held
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, graphs, hostile_graph, hostile_text

from kg.exporters.note_names import note_name, note_paths
from kg.exporters.note_text import as_text, link
from kg.exporters.obsidian import write
from kg.places import CONTENTS

LISTS = {"aliases", "authors", "categories", "keywords"}
#: What is in the text of the note, or belongs to the map.
NO_PROPERTIES = ("label", "abstract", "x", "y", "size", "color")
LINK = re.compile(r"(?<!\\)\[\[([^|\]]*)\|([^\]]*)\]\]")


@pytest.fixture(params=["example", "hostile"])
def graph(request):
    """A graph to write."""
    return hostile_graph() if request.param == "hostile" else request.getfixturevalue("example_graph")


def notes(graph, folder):
    """Path without extension → properties and text of each note."""
    write(graph, folder)
    texts = {path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.rglob("*.md")}
    return {name: parts(path.read_bytes().decode("utf-8")) for name, path in texts.items()}


def parts(note):
    """Front matter, read by a parser of YAML, and what follows it."""
    if not note.startswith("---\n"):
        return {}, note
    _, matter, text = note.split("---\n", 2) if "\n---\n" in note else ("", note, "")
    return yaml.safe_load(matter), text


def test_every_node_is_a_note_with_its_attributes(graph, tmp_path):
    """The properties are those of the graph, with their types and text, and ids tell which note is which."""
    read = {known["id"]: known for known, _ in notes(graph, tmp_path / "v").values() if known}
    expected = held(graph, without=NO_PROPERTIES).nodes
    for node, known in expected.items():
        lists = {name: value.split("; ") for name, value in known.items() if name in LISTS}
        assert read[node] == {"id": node, **known, **lists}
    assert set(read) == set(expected)


def test_every_edge_is_a_link_at_both_ends(graph, tmp_path):
    """A note links to all that its node is tied to, either way, and each link leads to a note."""
    read, paths = notes(graph, tmp_path / "v"), note_paths(graph)
    links = {name: [path for path, _ in LINK.findall(text)] for name, (_, text) in read.items()}
    assert {path for paths_ in links.values() for path in paths_} <= set(read)
    count = 0
    for source, target, _ in held(graph).edges:
        assert paths[target] in links[paths[source]]
        assert paths[source] in links[paths[target]]
        count += 2
    assert sum(len(each) for name, each in links.items() if name != "Home") == count


def test_sentence_stands_behind_its_link(example_graph, tmp_path):
    """Roles are headings, and the evidence stands in the line of the link, in both notes."""
    read, paths = notes(example_graph, tmp_path / "v"), note_paths(example_graph)
    source, target, known = next(edge for edge in example_graph.edges(data=True) if edge[2]["role"] == "PROPOSES")
    sentence = as_text(known["evidence"])
    assert "## Proposes" in read[paths[source]][1]
    assert "## Proposed by" in read[paths[target]][1]
    for name in (paths[source], paths[target]):
        assert any("[[" in line and sentence in line for line in read[name][1].splitlines())


def test_home_counts_each_kind(example_graph, tmp_path):
    """The note to begin with says how many there are of each kind."""
    _, home = notes(example_graph, tmp_path / "v")["Home"]
    methods = sum(kind == "METHOD" for _, kind in example_graph.nodes(data="kind"))
    assert f"## Methods: {methods}\n" in home
    papers = example_graph.nodes["method:reinforcement-learning"]["papers"]
    assert f"[[method/Reinforcement Learning|Reinforcement Learning]] — {papers} papers\n" in home
    assert " — 1 paper\n" in home


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TCP/IP: a\\b", "TCP IP a b"),
        ('What? <b>*|"^#[[x]]', "What b x"),
        ("CON", "CON_"),
        ("com1.txt", "com1.txt_"),
        ("...", "Untitled"),
        (" a. ", "a"),
        ("\u202eevil", "evil"),
        ("é", "é"),
    ],
)
def test_name_that_some_system_refuses_is_changed(text, name):
    """What Windows, Android or Obsidian's links do not take is left out."""
    assert note_name(text) == name


@given(text=st.one_of(hostile_text, st.text()))
def test_any_name_is_taken_everywhere(text):
    """A name is never empty, never too long, and has no character that a system refuses."""
    name = note_name(text.encode("utf-8", "replace").decode("utf-8"))
    assert 0 < len(name.encode("utf-8")) <= 200
    assert not set(name) & set('/\\:*?"<>|#^[]\n\r\t')
    assert name == name.strip(" .")
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)


def test_names_that_differ_by_case_alone_are_two_notes(tmp_path):
    """Systems that see no case, or no difference between forms of an accent, keep both."""
    graph = nx.MultiDiGraph()
    for number, label in enumerate(["Ada", "ADA", "ada", "Ada (2)", "e\u0301x", "\u00e9x"]):
        graph.add_node(f"method:{number}", label=label, kind="METHOD")
    names = list(note_paths(graph).values())
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == 6
    assert len(notes(graph, tmp_path / "v")) == 7


@pytest.mark.parametrize("text", ["<b>x</b>", "[[link]]", "#tag", "$x$", "%%x%%", "==x==", "![](x)", "| a |", "&lt;"])
def test_markup_is_escaped(text):
    """Each character that could begin markup has a backslash before it."""
    escaped = as_text(text)
    assert not set(re.sub(r"\\.", "", escaped)) & set("<>[]#$%=!|&`*_")
    assert re.sub(r"\\(.)", r"\1", escaped) == text


@pytest.mark.parametrize(
    ("text", "escaped"), [("- a", "\\- a"), ("1. b", "1\\. b"), ("    code", "code"), ("---", "\\---")]
)
def test_line_never_begins_a_block(text, escaped):
    """Lists, rules and code blocks are text, too, on any line."""
    assert as_text(f"x\n{text}") == f"x\n{escaped}"


@pytest.mark.parametrize(
    "text", [*HOSTILE, "http://x.org, www.x.org", "1) a\n2) b", "> a\n\n    b\n***"], ids=lambda text: repr(text[:20])
)
def test_markdown_renders_the_text_and_nothing_else(text):
    """A parser of Markdown makes paragraphs of it, with all its words and not one element."""
    text = clean(text)
    shown = cmarkgfm.github_flavored_markdown_to_html(as_text(text))
    assert set(re.findall("<[^>]*>", shown)) <= {"<p>", "</p>", "<br />"}
    assert html.unescape(re.sub("</?p>|<br />", "", shown)).split() == text.split()


def test_link_stays_one_link():
    """Brackets and bars in a label do not end it."""
    assert LINK.fullmatch(link("method/x", "a]]b|[c\nd")).groups() == ("method/x", "a))b/(c d")


def test_notes_of_ones_own_stay(example_graph, tmp_path):
    """What the user puts into the vault survives the next export; what kg no longer writes goes."""
    write(example_graph, tmp_path / "v")
    (tmp_path / "v" / ".obsidian").mkdir()
    (tmp_path / "v" / ".obsidian" / "app.json").write_text("{}")
    (tmp_path / "v" / "My thoughts.md").write_text("mine")
    write(nx.MultiDiGraph(), tmp_path / "v")
    left = {path.relative_to(tmp_path / "v").as_posix() for path in (tmp_path / "v").rglob("*") if path.is_file()}
    assert left == {"Home.md", "My thoughts.md", ".obsidian/app.json", CONTENTS}


@settings(deadline=None, max_examples=15)
@given(graph=graphs())
def test_any_graph_is_a_vault(graph, tmp_path_factory):
    """Whatever a graph holds, each node is a note whose properties a parser of YAML reads."""
    read = notes(graph, tmp_path_factory.mktemp("v") / "v")
    assert {known["id"] for known, _ in read.values() if known} == set(held(graph).nodes)
