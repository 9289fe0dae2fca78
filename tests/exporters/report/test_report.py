"""What the report says is what the graph holds."""

import json
import re

import cmarkgfm
import networkx as nx
import pytest
from click.testing import CliRunner
from conftest import ROOT
from insight.made import row
from strategies import HOSTILE

from kg.cli import main
from kg.exporters.report import render
from kg.exporters.report.addresses import address
from kg.exporters.report.contents import bars
from kg.insight import record


def made(years=(None,) * 4, **beside):
    """Papers of these years that name Kite, the first of which proposes it; every second also names Owl."""
    graph = nx.MultiDiGraph(**beside)
    graph.add_node("method:kite", kind="METHOD", label="Kite", community=1, community_name="Kite · Owl")
    graph.add_node("model:owl", kind="MODEL", label="Owl", community=1, community_name="Kite · Owl")
    for number, year in enumerate(years):
        date = {"date": f"{year}-05-01"} if year else {}
        graph.add_node(f"paper:{number}", kind="PAPER", label=f"On {number}", url=f"https://127.0.0.1/{number}", **date)
        role = "USES" if number else "PROPOSES"
        graph.add_edge(f"paper:{number}", "method:kite", key=role, role=role)
        if number % 2:
            graph.add_edge(f"paper:{number}", "model:owl", key="USES", role="USES")
    return graph


def section(text, heading):
    """The part of the report below a heading, up to the next of its level."""
    level = heading.partition(" ")[0]
    return re.search(rf"^{re.escape(heading)}$(.*?)(?=^{level} |\Z)", text, re.DOTALL | re.MULTILINE)[1]


def tables(text):
    """The cells of all tables below their headers."""
    lines = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|--")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_opening_tells_counts_names_and_dates():
    """What is counted is said in a few plain sentences."""
    text = render(made((2020, 2022, 2023, 2024)))
    assert text.startswith("# What these 4 papers are about\n\nThey name 1 method and 1 model.\n")
    assert "Of the methods most papers name Kite (4)." in text
    assert "The papers came out from 2020-05 to 2024-05." in text
    assert "1 of the papers came out in 2020-05; when the others did is not known." in render(made((2020, None)))
    assert "\nIt names 1 method and 1 model.\nThe paper came out in 2020-05.\n" in render(made((2020,)))


def test_tables_tell_papers_date_and_the_oldest_paper():
    """Most used and newest each have a row an entity, with a link."""
    methods = section(render(made((2020, 2022))), "## Methods")
    row = ["Kite", "2", "2020-05", "[On 0](https://127.0.0.1/0)"]
    assert tables(section(methods, "### Most used methods")) == [["name", "papers", "first named", "paper"], row]
    assert tables(section(methods, "### Newest methods")) == [["name", "papers", "proposed", "paper"], row]


def test_what_one_paper_names_is_counted_beside_what_several_name():
    """A table of the most used holds what two papers name at least; if nothing is, it is not called so."""
    graph = made((2020, 2022))
    assert "1 other is named by one paper." not in render(graph)
    graph.add_node("method:hawk", kind="METHOD", label="Hawk")
    graph.add_edge("paper:1", "method:hawk", key="USES", role="USES")
    text = render(graph)
    assert [cells[0] for cells in tables(section(section(text, "## Methods"), "### Most used methods"))] == [
        "name",
        "Kite",
    ]
    assert "1 other is named by one paper." in text
    assert "### Some models" in text
    assert "Of the models" not in text


def test_projection_tells_how_many_papers_there_were():
    """Where there are no papers, what most of them named is known from the things."""
    graph = nx.MultiDiGraph()
    graph.add_node("method:kite", kind="METHOD", label="Kite", papers=7)
    graph.add_node("method:owl", kind="METHOD", label="Owl", papers=9)
    graph.add_node("method:jay", kind="METHOD", label="Jay", papers=1)
    text = render(graph)
    assert "It holds 3 methods.\nOf the methods most papers name Owl (9) and Kite (7).\n" in text
    assert "these papers" not in text


def test_unknown_dates_are_said_and_nothing_is_called_new():
    """Without dates there is no newest, and no rise and fall."""
    text = render(made())
    assert "When the papers came out is not known." in text
    assert "Newest" not in text
    assert "the date of 0 papers is known" in section(text, "## Rising and falling")


def in_communities(*numbers):
    """Two things and papers in these communities, the things first."""
    graph = made((None,) * (len(numbers) - 2))
    for node, number in zip(graph, numbers, strict=True):
        graph.nodes[node]["community"] = number
    return graph


def test_communities_are_told_with_their_things_and_papers():
    """Each has its name, its size and what most of its papers name; a single one is none."""
    text = render(in_communities(1, 1, 1, 1, 2, 2))
    part = section(text, "### Community 1: Kite · Owl")
    assert "2 papers, 2 things." in part
    assert "Most named: Kite (2) and Owl (1)." in part
    assert "Most central: [On 0](https://127.0.0.1/0); [On 1]" in part
    assert "\n2 papers.\n" in section(text, "### Community 2")
    assert "ommunit" not in render(in_communities(1, 1, 1, 1, 1, 1))


def test_community_of_one_paper_is_no_community():
    """Those that hold one paper are counted apart."""
    part = section(render(in_communities(1, 2, 1, 1, 2, 2, 3)), "## Communities")
    assert "### Community 3" not in part
    assert "1 more holds one paper." in part


def test_communities_without_papers_are_told_by_what_many_papers_named():
    """A projection says how many there were."""
    graph = nx.MultiDiGraph()
    for number in range(4):
        known = {"label": f"M{number}", "papers": number + 2, "community": number % 2 + 1}
        graph.add_node(f"method:{number}", kind="METHOD", **known)
    part = section(render(graph), "## Communities")
    assert "2 things.\nMost named: M2 (4) and M0 (2)." in part


def test_rise_and_fall_are_told_with_both_halves():
    """What rises is in the table of what rises, with its course."""
    graph = made([2020] * 30 + [2024] * 30)
    graph.add_node("method:new", kind="METHOD", label="New")
    for number in range(30, 50):
        graph.add_edge(f"paper:{number}", "method:new", key="USES", role="USES")
    part = section(render(graph), "## Rising and falling")
    assert "30 from before 2024-05" in part
    risen = tables(section(part, "### What has risen"))
    assert risen[1] == ["New", "method", "0 of 30", "20 of 30", "▁█"]
    assert "Nothing was seen to fall as much as that." in part
    assert section(render(made([2020] * 30 + [2024] * 30)), "## Rising and falling").count("Nothing was seen") == 1


def test_results_stand_best_first_with_their_notes():
    """The benchmark that most papers report for, a table a metric and kind."""
    rows = [row(paper="a", value="65%"), row(paper="b", value="71%"), row(paper="b", value="+6", kind="gain")]
    part = section(render(made(results=[record(one) for one in rows])), "## Results")
    assert "### GSM8K\n\n3 results from 2 papers." in part
    assert [cells[0] for cells in tables(part)] == ["value", "71%", "65%", "value", "+6"]
    assert "best first (higher is better)" in part
    assert "Not compared with one another" in part


def test_columns_of_results_that_say_nothing_are_left_out():
    """A column stands where a row has something for it; the year is known from the paper's node, too."""

    def header(**known):
        graph = made([2023], results=[record(row(paper="0", start=None, **known))])
        return tables(section(render(graph), "## Results"))

    assert header(subject=None, baseline=None, year=None)[0] == ["value", "paper", "year"]
    assert header(subject=None, baseline=None, year=None)[1][-1] == "2023"
    assert header(subject="Kite", baseline="Owl")[0] == ["value", "subject", "baseline", "paper", "year"]


def test_table_that_compares_papers_comes_first():
    """What several papers report of one metric tells more than many values of one."""
    rows = [row(paper="a", value=str(n), metric="loss") for n in range(5)]
    rows += [row(paper=paper, value="1", metric="F1") for paper in "ab"]
    part = section(render(made(results=[record(one) for one in rows])), "## Results")
    assert part.index("metric: F1") < part.index("metric: loss")


def test_long_tables_say_how_much_is_missing():
    """Nothing is cut in silence."""
    rows = [row(paper=f"p{number}", value=f"{number}") for number in range(25)]
    doubt = {"type": "METHOD", "name": "a", "other": "b", "merged": True, "reason": "case"}
    text = render(made(results=[record(one) for one in rows], doubts=[doubt] * 25))
    assert "15 more are not shown." in section(text, "## Results")
    assert "5 more are not shown." in section(text, "## Doubtful merges")


def test_doubts_are_told_with_the_reason():
    """Both names, what kg did, and why."""
    doubt = {"type": "METHOD", "name": "Kites", "other": "Kite", "merged": True, "reason": "plural"}
    part = section(render(made(doubts=[doubt])), "## Doubtful merges")
    assert tables(part)[1] == ["method", "Kites", "Kite", "took them for one", "plural"]
    assert "None." in section(render(made()), "## Doubtful merges")


def test_making_is_told_as_far_as_the_graph_says():
    """Version, counts, options and what was skipped."""
    how = {"kg": "9.9", "records": 1234, "papers": 4, "without_abstract": 1, "min_confidence": 0.4, "terms": True}
    part = section(render(made(made=how | {"skipped": {"not JSON": 3}, "unread_inputs": 1})), "## How it was made")
    for said in (
        "kg 9.9 read 1,234 records of 4 papers, 1 without",
        "than 0.4 to",
        "own terms",
        "1 input could",
        "| not JSON | 3 |",
    ):
        assert said in part
    assert "person's table" not in part
    assert "has not left word" in section(render(made()), "## How it was made")


def test_part_of_a_graph_says_so():
    """A report on a selection cannot be taken for one on all papers."""
    text = render(made(made={"selection": "kind=METHOD; top 3"}))
    assert "This is a part of a larger graph: kind=METHOD; top 3." in text


def test_quality_is_what_was_measured():
    """Each kind has its precision and recall."""
    rows = tables(section(render(nx.MultiDiGraph()), "## How good it is"))
    assert [cells[0] for cells in rows[1:5]] == ["methods", "benchmarks", "models", "metrics"]
    assert all(0 < float(share) <= 1 for cells in rows[1:] for share in cells[1:])


@pytest.mark.parametrize("graph", [nx.MultiDiGraph(), made(()), made([2024])])
def test_small_graphs_have_a_report_without_holes(graph):
    """Nothing, no paper, and one paper."""
    text = render(graph)
    assert not re.search(r"None\b(?!\.)|Undefined|: \.|\(\)", text)
    assert not re.search(r"\b1 \w+s\b", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_shape_of_the_report(text):
    """Whatever names and titles hold, headings, tables and links are as many as with plain ones."""

    def shape(text):
        rows = [record(row(title=text, subject=text, benchmark="GSM8K", metric=text))]
        doubts = [{"type": "METHOD", "name": text, "other": text, "merged": True, "reason": text}]
        graph = made([2020, 2021], results=rows, doubts=doubts, made={"kg": "1", "records": 1, "skipped": {text: 1}})
        for node in graph.nodes.values():
            node.update(label=text, community_name=text)
        page = cmarkgfm.github_flavored_markdown_to_html(render(graph))
        return re.findall(r"<(/?\w+)", page)

    assert shape(text) == shape("plain")


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ({"url": "https://127.0.0.1", "doi": "10.1/x"}, "https://127.0.0.1"),
        ({"doi": "10.1/x", "arxiv": "2301.00001"}, "https://doi.org/10.1/x"),
        ({"arxiv": "2301.00001"}, "https://arxiv.org/abs/2301.00001"),
        ({}, None),
    ],
)
def test_paper_is_linked_by_what_is_known(paper, expected):
    """Its page, else its DOI, else its arXiv id."""
    assert address(paper) == expected


@pytest.mark.parametrize(("shares", "expected"), [([], ""), ([0, 0], "▁▁"), ([0, 0.5, 0.25], "▁█▅")])
def test_bars_are_as_high_as_shares(shares, expected):
    """The greatest fills the line."""
    assert bars(shares) == expected


@pytest.mark.shared
def test_figures_are_those_of_this_version(gold):
    """What the report says of kg's quality is what kg eval measures."""
    shown = json.loads((ROOT / "kg" / "exporters" / "report" / "measured.json").read_text(encoding="utf-8"))
    result = CliRunner().invoke(main, ["eval", str(gold / "dev.jsonl"), "--json", "--quiet"])
    measured = json.loads(result.stdout)
    assert shown.keys() == measured.keys()
    for name, figures in shown.items():
        for share in figures.keys() & {"p", "r", "f1", "accuracy"}:
            assert figures[share] == pytest.approx(measured[name][share], abs=0.01), (name, share)
