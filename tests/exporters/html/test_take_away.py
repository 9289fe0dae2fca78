"""Files, pictures and prints of what is shown, as a real browser makes them."""

import json
import xml.dom.minidom

import networkx as nx
import pytest
from exporters.html.birds import bird_graph, crowd

pytestmark = pytest.mark.browser


@pytest.fixture
def saved(opened, tmp_path):
    """Save a file by its name in the menu, and give its bytes."""

    def saved(name, graph, fragment=""):
        page = opened(graph, fragment)
        page.get_by_role("button", name="Export").click()
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        return path.read_bytes()

    return saved


def test_png(saved):
    """The picture is a PNG of twice the pixels of the map."""
    data = saved("Picture (PNG)", bird_graph())
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) > 1_280


def test_svg(saved):
    """The drawing is XML with the names as text, also where they are markup."""
    graph = bird_graph()
    graph.nodes["method:lark"]["label"] = "<Lark> & \x01 co"
    document = xml.dom.minidom.parseString(saved("Drawing (SVG)", graph, "#method:lark"))
    names = {text.firstChild.data for text in document.getElementsByTagName("text")}
    assert {"<Lark> & \ufffd co", "Owl"} <= names


def test_csv(saved):
    """There is a row for each node, and one for each line with its sentence."""
    nodes = saved("Nodes (CSV)", bird_graph()).decode().strip().split("\r\n")
    lines = saved("Lines with sentences (CSV)", bird_graph()).decode()
    assert len(nodes) == 1 + bird_graph().number_of_nodes()
    assert "Owl looks twice." in lines


def test_json_is_the_graph(saved):
    """networkx reads back every node, and the lines that are shown with their places."""
    read = nx.node_link_graph(json.loads(saved("Graph (JSON)", bird_graph())), edges="edges")
    assert set(read) == set(bird_graph())
    shown = {edge for edge in bird_graph().edges(keys=True) if edge[2] != "USED_TOGETHER"}
    assert set(read.edges(keys=True)) == shown
    assert read.edges["paper:owls", "method:lark", "COMPARES_WITH"]["places"].count("abstract:") == 2


def test_filters_hold_here_too(saved):
    """What the filters hide is in no file."""
    data = saved("Nodes (CSV)", bird_graph(), "#kinds=PAPER,METRIC").decode()
    assert "Lark" in data
    assert "PAPER" not in data


def test_drawing_names_the_regions_of_communities(saved):
    """Coloured by community, the map names each community where most of its nodes are."""
    data = saved("Drawing (SVG)", bird_graph(), "#colors=community").decode()
    assert ">Lark · Owl</text>" in data


@pytest.mark.parametrize(("papers", "told"), [(1_200, "Printed are the first 1,000 of 1,201 rows"), (30, "")])
def test_printed_table_says_where_it_is_cut(papers, told, opened):
    """A long table comes onto paper in part, and says so; a short one is whole."""
    page = opened(crowd(papers), "#view=table")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".rows .cut").inner_text().startswith(told)
    assert page.locator(".rows tbody tr:not(.spacer)").count() == min(papers + 1, 1_000)


def test_print_has_the_map_as_a_picture_and_all_sections_open(opened):
    """On paper stand the map, the panel unfolded, and nothing to press; afterwards all is as before."""
    page = opened(bird_graph(), "#method:lark", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#printed").is_visible()
    assert not page.locator("#query").is_visible()
    assert page.locator("#details details.section:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#printed").count() == 0
