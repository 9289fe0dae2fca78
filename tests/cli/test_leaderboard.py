import csv
import io
import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from insight.made import ODD, row, rows

from kg.build import Choices, Summary, find_entities, read
from kg.cli import main
from kg.cli.text_table import cell, text_table
from kg.insight import read_results, record, reported_rows, write_results

ROWS = [
    row(paper="p1", value="65.2%", start="53%", baseline="Owl"),
    row(paper="p2", value="71.4%", title="A very long title about " + "kites and " * 20, year=None),
    row(paper="p3", value="+6.5", kind="gain"),
    row(paper="p4", value="2", metric=None, subject=None),
    row(paper="p5", value="9", benchmark="MATH"),
]


@pytest.fixture
def kg(tmp_path, monkeypatch):
    """Run kg leaderboard in a folder in which a build has left results."""
    monkeypatch.chdir(tmp_path)
    write_results(ROWS, tmp_path / "outputs" / "results.jsonl")
    return lambda *args: CliRunner().invoke(main, ["leaderboard", *args])


def test_tables_show_best_first_and_what_cannot_be_compared(kg):
    """A table a metric and kind, the best score above, the notes, and nothing of another benchmark."""
    result = kg("gsm8k")
    assert (result.exit_code, result.stderr) == (0, "")
    out = result.stdout
    assert out.startswith("GSM8K: 4 results in the abstracts of 4 papers\n")
    places = [out.index(text) for text in ("accuracy: scores, best first", "71.4%", "65.2%", "accuracy: gains", "+6.5")]
    assert places == sorted(places)
    assert "metric not named: scores, by paper" in out
    assert "Not compared with one another" in out
    assert "MATH" not in out
    assert max(map(len, out.splitlines())) < 200


def test_columns_stand_below_their_headers(kg):
    """The cells of a column begin where its header begins; values end where theirs ends."""
    lines = kg("GSM8K", "--metric", "accuracy").stdout.splitlines()
    header, second = lines[3], lines[5]
    for name, text in (("from", "53%"), ("subject", "Kite"), ("baseline", "Owl"), ("paper", "On Kites")):
        assert second[header.index(name) :].startswith(text)
    assert second.index("65.2%") + len("65.2%") == header.index("value") + len("value")


def test_sentences_are_shown_on_request(kg):
    """With --sentences each row has its sentence, without none has."""
    sentence = "Kite reaches 71.4% on GSM8K."
    assert sentence not in kg("GSM8K").stdout
    assert sentence in kg("GSM8K", "--sentences").stdout


def test_json_holds_everything(kg):
    """Each row of the benchmark is in it with all its fields."""
    groups = json.loads(kg("GSM8K", "--json").stdout)
    assert [(group["benchmark"], group["metric"]) for group in groups] == [("GSM8K", "accuracy"), ("GSM8K", None)]
    tables = [table for group in groups for table in group["tables"]]
    assert [(table["kind"], table["better"]) for table in tables] == [
        ("absolute", "higher"),
        ("gain", None),
        ("absolute", None),
    ]
    shown = [one for table in tables for one in table["rows"]]
    assert sorted(shown, key=lambda one: one["paper"]) == [record(one) for one in ROWS[:4]]


def test_csv_has_a_header_and_a_row_a_result(kg):
    """The rows stand as in the tables."""
    header, *found = csv.reader(io.StringIO(kg("GSM8K", "--csv").stdout))
    assert header == list(record(ROWS[0]))
    assert [one[header.index("value")] for one in found] == ["71.4%", "65.2%", "+6.5", "2"]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("field", ["title", "subject", "metric", "sentence"])
def test_odd_text_breaks_no_row(kg, tmp_path, odd, field):
    """Tabs, line breaks, quotes and colours leave CSV and JSON whole, and the table a line a row."""
    write_results([row(**{field: odd})], tmp_path / "outputs" / "results.jsonl")
    header, *found = csv.reader(io.StringIO(kg("GSM8K", "--csv").stdout, newline=""))
    assert [one[header.index(field)] for one in found] == [odd]
    assert json.loads(kg("GSM8K", "--json").stdout)[0]["tables"][0]["rows"][0][field] == odd
    lines = kg("GSM8K", "--sentences").stdout.split("\n")
    assert len(lines) == 7 + (field == "metric")
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["GSM-8"], "Did you mean GSM8K?"),
        (["GSM8K", "--metric", "BLEU"], "with accuracy"),
        (["GSM8K", "--from", "nowhere"], "kg build writes it"),
        (["GSM8K", "--from", "outputs/results.jsonl"], "is a file"),
        (["GSM8K", "--json", "--csv"], "exclude each other"),
        ([], "Missing argument"),
    ],
)
def test_error_is_exit_code_2_and_a_message(kg, args, said):
    """What is wrong is said on standard error, and standard output is empty."""
    result = kg(*args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_build_without_results_is_an_error(kg, tmp_path):
    """An empty list says that there is nothing, not that the name is wrong."""
    write_results([], tmp_path / "outputs" / "results.jsonl")
    result = kg("GSM8K")
    assert result.exit_code == 2
    assert "the build has no results" in result.stderr


def test_build_writes_what_was_found(tmp_path, monkeypatch):
    """The file beside the graph holds each result that extraction finds, and the build counts them."""
    monkeypatch.chdir(tmp_path)
    abstract = "We propose Kiteflow.\nOn GSM8K, Kiteflow reaches 71.4\\% accuracy, while PPO stays at 65.2\\%."
    (tmp_path / "papers.jsonl").write_text(json.dumps({"id": "k", "title": "Kites", "abstract": abstract}) + "\n")
    built = CliRunner().invoke(main, ["build", "papers.jsonl"])
    assert built.exit_code == 0, built.output
    found = find_entities(read(["papers.jsonl"], Summary()), choices=Choices())
    written = read_results(tmp_path / "outputs" / "results.jsonl")
    assert written == reported_rows(found.papers)
    assert written
    on_benchmarks = sum(row.benchmark is not None for row in written)
    assert f"Results   {len(written):>7}   (numbers that abstracts report, {on_benchmarks} on a" in built.stdout


def test_build_knows_the_aliases_of_its_benchmarks(tmp_path, monkeypatch):
    """One finds what the name finds; without the graph the name still does, and the error says what is missing."""
    monkeypatch.chdir(tmp_path)
    abstract = "We propose Kiteflow. On BIG-Bench Hard (BBH), Kiteflow reaches 71.4\\% accuracy."
    (tmp_path / "papers.jsonl").write_text(json.dumps({"id": "k", "title": "Kites", "abstract": abstract}) + "\n")
    assert CliRunner().invoke(main, ["build", "papers.jsonl", "--export", "graphml"]).exit_code == 0
    by_name, by_alias = (CliRunner().invoke(main, ["leaderboard", name]) for name in ("BIG-Bench Hard", "bbh"))
    assert by_alias.stdout == by_name.stdout
    assert by_alias.stdout.startswith("BIG-Bench Hard: 1 result ")
    (tmp_path / "outputs" / "graph.graphml").unlink()
    assert CliRunner().invoke(main, ["leaderboard", "BIG-Bench Hard"]).stdout == by_name.stdout
    without = CliRunner().invoke(main, ["leaderboard", "bbh"])
    assert (without.exit_code, without.stdout) == (2, "")
    assert "no results for 'bbh'" in without.stderr
    assert "holds no graph.graphml" in without.stderr


def test_paper_without_numbers_leaves_an_empty_file(tmp_path, monkeypatch):
    """A build that finds no result writes the file all the same, over that of an earlier build."""
    monkeypatch.chdir(tmp_path)
    papers = tmp_path / "papers.jsonl"
    papers.write_text(json.dumps({"title": "Kites", "abstract": "We reach an accuracy of 91.2% on MNIST."}) + "\n")
    assert "Results" in CliRunner().invoke(main, ["build", "papers.jsonl"]).stdout
    papers.write_text(json.dumps({"title": "Kites", "abstract": "We fly them."}) + "\n")
    built = CliRunner().invoke(main, ["build", "papers.jsonl"])
    assert built.exit_code == 0
    assert "Results" not in built.stdout
    assert (tmp_path / "outputs" / "results.jsonl").read_bytes() == b""


@given(st.lists(rows, max_size=5), rows)
def test_whatever_was_written_can_be_shown(tmp_path_factory, others, one):
    """No text in a row breaks a form of output, and none of them loses a row."""
    folder = tmp_path_factory.mktemp("any")
    one = replace(one, benchmark="GSM8K")
    write_results([*others, one], folder / "results.jsonl")
    shown = {}
    for form in ("--sentences", "--json", "--csv"):
        shown[form] = CliRunner().invoke(main, ["leaderboard", "GSM8K", "--from", str(folder), form])
        assert shown[form].exit_code == 0, shown[form].output
    number = 1 + sum(other.benchmark == "GSM8K" for other in others)
    tables = [table for group in json.loads(shown["--json"].stdout) for table in group["tables"]]
    assert sum(len(table["rows"]) for table in tables) == number
    assert f"GSM8K: {number} result" in shown["--sentences"].stdout
    assert shown["--sentences"].stdout.count("      “") == number


@pytest.mark.parametrize("rows", [[], [["", "", ""]], [["1", "", "x"], ["22", "", ""]]])
def test_text_table_has_a_line_a_row_and_no_empty_column(rows):
    """The header stands above the rows, the first column always, any other only where it holds something."""
    header, *lines = text_table(["a", "b", "c"], rows)
    assert len(lines) == len(rows)
    assert header.split() == (["a", "c"] if any(row[2] for row in rows) else ["a"])


@given(st.text(), st.integers(1, 9))
def test_cell_is_one_short_line(text, longest):
    """No text is more than a line or longer than it may be."""
    shown = cell(text, longest)
    assert len(shown.splitlines()) <= 1
    assert len(shown) <= longest


def test_long_cells_are_cut():
    """A cell is as long as it may be, and shows that something is missing."""
    assert cell("kites and owls", 6) == "kites…"
    assert cell("kites", 5) == "kites"
    assert cell(None) == ""
