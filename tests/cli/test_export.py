import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import EXAMPLE

from kg.build import build
from kg.cli import main
from kg.exporters import DEFAULT, EXPORTERS


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder into which a build wrote."""
    folder = tmp_path_factory.mktemp("built")
    papers = folder / "papers.jsonl"
    papers.write_text("".join(EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)[:8]), encoding="utf-8")
    build([str(papers)], folder / "outputs", formats=["graphml"])
    return folder / "outputs"


@pytest.fixture
def kg(built, tmp_path, monkeypatch):
    """Run kg where a build has left outputs/."""
    shutil.copytree(built, tmp_path / "outputs")
    (tmp_path / "papers.jsonl").write_bytes((built.parent / "papers.jsonl").read_bytes())
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, list(args))


def test_format_is_written_into_the_folder(kg):
    """The file, its size, and how much of the graph it holds are told."""
    result = kg("export", "outputs", "json")
    assert result.exit_code == 0, result.output
    graph = json.loads(Path("outputs/graph.json").read_text(encoding="utf-8"))
    assert re.match(rf"{len(graph['nodes']):,} nodes, {len(graph['links']):,} edges", result.stdout)
    assert "Wrote outputs/graph.json" in result.stdout


def test_folder_of_a_format_is_told_with_its_size(kg):
    """What is in it counts."""
    result = kg("export", "outputs", "csv", "-o", "tables")
    assert result.exit_code == 0, result.output
    size = sum(file.stat().st_size for file in Path("tables").iterdir())
    assert f"Wrote tables ({size / 1e3:.1f} kB)" in result.stdout


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="the system has no such device")
def test_what_is_said_is_not_mixed_into_a_device(kg):
    """Who writes to /dev/stdout gets the graph and nothing else there; what is said goes to standard error."""
    result = kg("export", "outputs", "json", "-o", "/dev/null")
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.match(r"[\d,]+ nodes, ", result.stderr)


def test_part_and_projection_are_chosen_by_options(kg):
    """All options together, in another place."""
    options = ["--where", "kind=PAPER,METHOD", "--where", "role=USES,PROPOSES", "--top", "5", "--min-papers", "1"]
    result = kg("export", "outputs", "json", *options, "--project", "entity", "-o", "part.json")
    assert result.exit_code == 0, result.output
    nodes = json.loads(Path("part.json").read_text(encoding="utf-8"))["nodes"]
    assert {node["kind"] for node in nodes} == {"METHOD"}
    assert len(nodes) == 5


def test_ego_has_a_radius(kg):
    """Further away there is more."""
    sizes = []
    for radius in "012":
        result = kg("export", "outputs", "json", "--where", "ego=reinforcement learning", "--radius", radius)
        sizes.append(int(result.stdout.partition(" ")[0].replace(",", "")))
    assert sizes[0] == 1
    assert sizes == sorted(set(sizes))


def test_list_names_all_formats_without_a_folder(kg):
    """A line each."""
    result = kg("export", "--list")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(EXPORTERS)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["outputs", "gefx"], "did you mean gexf"),
        (["nowhere", "gexf"], "no such folder"),
        (["papers.jsonl", "gexf"], "is a file"),
        (["outputs", "gexf", "--where", "kind=METHD"], "did you mean METHOD"),
        (["outputs", "gexf", "--where", "kind=METRIC", "--where", "kind=MODEL"], "nothing is left"),
        (["outputs", "gexf", "--where", "kind=PAPER", "--project", "entity"], "nothing is left"),
        (["outputs", "gexf", "--radius", "3"], "add --where ego="),
        (["outputs", "gexf", "--top", "0"], "not in the range"),
        (["outputs", "gexf", "--project", "things"], "not one of"),
        (["outputs", "graphml", "--top", "1", "-o", "outputs/graph.graphml"], "another place"),
        (["outputs", "gexf", "-o", "papers.jsonl/graph.gexf"], "cannot write"),
        (["outputs", "gexf", "-o", "-"], "not to standard output"),
        (["outputs"], "Missing argument"),
    ],
)
def test_error_is_exit_code_2_and_a_message(kg, args, said):
    """What is wrong is said on standard error, and nothing is printed or written."""
    before = sorted(Path().rglob("*"))
    result = kg("export", *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""
    assert sorted(Path().rglob("*")) == before


def test_build_writes_the_formats_that_are_asked_for(kg):
    """Each once, in any case and with blanks between, and what stays of an earlier build is told."""
    result = kg("build", "papers.jsonl", "--export", "GEXF, json,gexf")
    assert result.exit_code == 0, result.output
    assert Path("outputs/graph.gexf").exists()
    assert Path("outputs/graph.json").exists()
    assert not Path("outputs/graph.html").exists()
    assert result.stdout.count("Wrote") == 2
    assert "Not written anew, of an earlier build: outputs/graph.graphml" in result.stdout


def test_build_writes_its_default_formats(kg):
    """Those that its help names."""
    assert kg("build", "papers.jsonl", "-o", "new", "-q").exit_code == 0
    files = {file.name for file in Path("new").iterdir()}
    data = {"doubts.jsonl", "results.jsonl", "skipped.jsonl", "build.json"}
    assert files == {EXPORTERS[name].FILE for name in DEFAULT} | data
    assert f"[default: {','.join(DEFAULT)}]" in " ".join(kg("build", "--help").stdout.split())


def test_build_with_an_unknown_format_reads_nothing(kg):
    """The error comes before the work, and names what is near."""
    for formats, said in (
        ("graphml,htlm", "did you mean html"),
        ("", "there are graphml, html"),
        ("html,", "there are"),
    ):
        result = kg("build", "nowhere.jsonl", "-o", "new", "--export", formats)
        assert result.exit_code == 2
        assert said in result.stderr
        assert "nowhere" not in result.stderr
        assert not Path("new").exists()


def test_build_says_how_it_was_made(kg):
    """Counts and options, and the same bytes wherever and whenever it is made."""
    for folder in ("one", "two"):
        assert kg("build", "papers.jsonl", "-o", folder, "--min-confidence", "0.9", "-q").exit_code == 0
    assert Path("one/build.json").read_bytes() == Path("two/build.json").read_bytes()
    made = json.loads(Path("one/build.json").read_text(encoding="utf-8"))
    assert (made["papers"], made["records"], made["min_confidence"], made["terms"]) == (8, 8, 0.9, False)
    assert "less likely than 0.9" in Path("one/report.md").read_text(encoding="utf-8")
