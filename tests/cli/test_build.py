import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.files import turn_in

RECORD = {"title": "ReFold: Folding with RL", "abstract": "We propose ReFold, a method. It beats PPO on GSM8K."}
LINE = json.dumps(RECORD) + "\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run kg in a folder of its own and give its result."""
    monkeypatch.chdir(tmp_path)
    return lambda *args, **options: CliRunner().invoke(main, [str(arg) for arg in args], **options)


@pytest.fixture
def papers(tmp_path):
    """A file with one paper."""
    path = tmp_path / "papers.jsonl"
    path.write_text(LINE)
    return path


def test_build_writes_both_files_and_says_so(run, papers, tmp_path):
    """The summary counts papers, entities and edges and names the files."""
    result = run("build", papers, "-o", "out")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "graph.html").exists()
    graph = nx.read_graphml(tmp_path / "out" / "graph.graphml")
    assert {"method:refold", "benchmark:gsm8k"} <= set(graph)
    for text in (
        "Papers          1",
        "Methods         4",
        "Benchmarks      1",
        "Families        1",
        "Edges           7",
        "graph.graphml",
    ):
        assert text in result.stdout


def test_output_goes_to_outputs_by_default(run, papers, tmp_path):
    """Without -o the files are in outputs/."""
    assert run("build", papers).exit_code == 0
    assert (tmp_path / "outputs" / "graph.html").exists()


def test_standard_input_is_read(run):
    """``-`` stands for standard input."""
    assert run("build", "-", "-o", "out", input=LINE).exit_code == 0


def test_quiet_prints_nothing(run, papers):
    """Nothing but errors with --quiet."""
    assert run("build", papers, "-o", "out", "--quiet").output == ""


def test_nothing_but_errors_goes_to_standard_error(run, papers):
    """A build without trouble is silent on standard error, with no progress bar where no terminal is."""
    assert run("build", papers, "-o", "out").stderr == ""


def test_unreadable_input_is_named_and_the_rest_is_built(run, papers, tmp_path):
    """Exit code 1 tells that not all was read."""
    result = run("build", papers, "nowhere.jsonl", "-o", "out")
    assert result.exit_code == 1
    assert "nowhere.jsonl: no such file" in result.stderr
    assert (tmp_path / "out" / "graph.html").exists()


def test_strict_stops_at_once(run, papers, tmp_path):
    """With --strict nothing is written if anything cannot be read."""
    papers.write_text("broken\n" + LINE)
    result = run("build", papers, "-o", "out", "--strict")
    assert result.exit_code == 2
    assert "papers.jsonl:1: not JSON" in result.stderr
    assert not (tmp_path / "out").exists()


def test_skipped_record_is_told_with_its_line(run, papers):
    """A record that is skipped does not fail the build, and is named."""
    papers.write_text(LINE + "{broken\n")
    result = run("build", papers, "-o", "out", "--format", "jsonl")
    assert result.exit_code == 0
    assert "papers.jsonl:2: not JSON" in result.stderr
    assert "Skipped         1   (1 not JSON: see out/skipped.jsonl)" in result.stdout


def rows(path):
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_that_was_not_read_stands_in_a_file(run, papers, tmp_path):
    """skipped.jsonl names each record with its place and reason, and those that were read by their titles."""
    papers.write_text(LINE + "{broken\n" + '{"title": "On walking"}\n')
    assert run("build", papers, "nowhere", "-o", "out").exit_code == 1
    first, *others = rows(tmp_path / "out" / "skipped.jsonl")
    assert (first["source"], first["line"], first["kept"]) == (str(papers), 2, False)
    assert [(row["source"], row.get("line"), row["reason"], row["kept"]) for row in others] == [
        (str(papers), 3, "no abstract: read by its title", True),
        ("nowhere", None, "no such file or folder", False),
    ]


GERMAN = {
    "title": "Wie Roboter das Falten von Papier lernen",
    "abstract": "Wir zeigen, dass ein Roboter das Falten von Papier aus wenigen Beispielen lernen kann. Dazu wird er "
    "mit einer neuen Methode trainiert, die auf dem Lob der Zuschauer beruht und nicht auf einer festen Belohnung.",
}


def test_paper_in_another_language_is_left_out_unless_asked_for(run, papers, tmp_path):
    """It is counted and named with its language, and --all-languages reads it."""
    papers.write_text(LINE + json.dumps(GERMAN) + "\n")
    result = run("build", papers, "-o", "out", "--strict")
    assert result.exit_code == 0
    assert "1 not English" in result.stdout
    assert [row["reason"] for row in rows(tmp_path / "out" / "skipped.jsonl")] == ["not English: de"]
    assert "Papers          2" in run("build", papers, "-o", "out", "--all-languages").stdout
    assert rows(tmp_path / "out" / "skipped.jsonl") == []


def test_picture_in_a_folder_is_no_lost_input(run, tmp_path):
    """It is told, and the exit code is 0, with --strict as well."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "papers").write_text(LINE)
    (tmp_path / "folder" / "figure.png").write_bytes(b"\x89PNG\r\n")
    result = run("build", "folder", "-o", "out", "--strict")
    assert result.exit_code == 0
    assert "1 passed over" in result.stdout


@pytest.mark.parametrize("content", ["", "\n\n", "just some text\n", "{broken\n"])
def test_no_paper_is_an_error_that_says_why(run, papers, content):
    """Exit code 2, the reason, no traceback, and no file."""
    papers.write_text(content)
    result = run("build", papers, "-o", "out")
    assert result.exit_code == 2
    assert "no paper was found" in result.stderr
    assert "papers.jsonl" in result.stderr
    assert "Traceback" not in result.output
    assert not Path("out").exists()


def test_papers_without_names_say_why_the_graph_has_no_edges(run, papers):
    """A graph of papers alone is written with a word why."""
    papers.write_text(json.dumps({"title": "On walking", "abstract": "It is good to walk."}) + "\n")
    result = run("build", papers, "-o", "out")
    assert result.exit_code == 0
    assert "papers only" in result.stdout


def test_old_files_stand_if_nothing_can_be_built(run, papers, tmp_path):
    """A failed build does not touch the last one."""
    run("build", papers, "-o", "out")
    before = (tmp_path / "out" / "graph.html").read_bytes()
    papers.write_text("")
    assert run("build", papers, "-o", "out").exit_code == 2
    assert (tmp_path / "out" / "graph.html").read_bytes() == before


def test_output_that_cannot_be_written_is_named(run, papers, tmp_path):
    """A file where the folder should be: exit code 2 and what to try."""
    (tmp_path / "out").write_text("in the way")
    result = run("build", papers, "-o", Path("out") / "deeper")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


@pytest.mark.parametrize("name", ["report.md", "results.jsonl", "skipped.jsonl", "build.json"])
def test_folder_in_the_place_of_a_file_is_told_before_the_work(run, papers, tmp_path, name):
    """Exit code 2, the place is named, and every file of the last build stands as it was."""
    assert run("build", papers, "-o", "out").exit_code == 0
    (tmp_path / "out" / name).unlink()
    (tmp_path / "out" / name).mkdir()
    before = {file: file.read_bytes() for file in (tmp_path / "out").iterdir() if file.is_file()}
    papers.write_text(LINE.replace("ReFold", "UnFold"))
    result = run("build", papers, "-o", "out")
    assert result.exit_code == 2
    assert f"cannot write out/{name}: Is a directory" in result.stderr
    assert {file: file.read_bytes() for file in (tmp_path / "out").iterdir() if file.is_file()} == before


def test_file_in_the_place_of_a_folder_is_told_before_the_work(run, papers, tmp_path):
    """A format with several files finds its folder's place taken: exit code 2, and nothing is written."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "csv").write_text("in the way")
    result = run("build", papers, "-o", "out", "--export", "graphml,csv")
    assert result.exit_code == 2
    assert "cannot write out/csv: Not a directory" in result.stderr
    assert list((tmp_path / "out").iterdir()) == [tmp_path / "out" / "csv"]


@pytest.mark.parametrize("name", ["report.md", "results.jsonl", "build.json"])
def test_file_of_someone_else_is_never_overwritten(run, papers, tmp_path, name):
    """What kg did not write stands as it was, nothing is written beside it, and the message names it."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("mine")
    result = run("build", papers, "-o", "out")
    assert result.exit_code == 2
    assert f"cannot write out/{name}: it is there already" in result.stderr
    assert {file.name: file.read_text() for file in (tmp_path / "out").iterdir()} == {name: "mine"}


def test_export_of_someone_else_is_never_overwritten(run, papers, tmp_path):
    """In a folder of kg's too: what Gephi saved there stands, and what kg wrote in that format is written anew."""
    assert run("build", papers, "-o", "out").exit_code == 0
    (tmp_path / "out" / "graph.gexf").write_text("mine")
    for args in (("build", papers, "-o", "out", "--export", "gexf"), ("export", "out", "gexf")):
        result = run(*args)
        assert result.exit_code == 2
        assert "cannot write out/graph.gexf: it is there already" in result.stderr
    assert (tmp_path / "out" / "graph.gexf").read_text() == "mine"
    (tmp_path / "out" / "graph.gexf").unlink()
    assert [run(*args).exit_code for args in (("export", "out", "gexf"), ("export", "out", "gexf"))] == [0, 0]
    assert run("build", papers, "-o", "out").exit_code == 0
    result = run("build", papers, "-o", "out", "--export", "gexf")
    assert result.exit_code == 0, result.stderr


def test_builds_into_one_folder_take_turns(run, papers, tmp_path, caplog):
    """While something else writes into the folder, a build waits, says so, and has written nothing."""
    out = tmp_path / "out"
    with ThreadPoolExecutor() as pool:
        with turn_in(out):
            running = pool.submit(run, "build", papers, "-o", out)
            while not (running.done() or caplog.messages):
                wait([running], timeout=0.1)
            assert caplog.messages == [f"Another kg is writing into {out}: waiting until it has ended"]
            assert wait([running], timeout=1).not_done
            assert [file.name for file in out.iterdir() if not file.name.startswith(".")] == []
        assert running.result().exit_code == 0
    assert (out / "graph.html").exists()


def break_off(*_):
    """What goes wrong in the middle."""
    raise KeyboardInterrupt


def test_build_that_was_broken_off_can_be_run_again(run, papers, tmp_path, monkeypatch):
    """The files that it has left are known as kg's own and written anew."""
    with monkeypatch.context() as patch:
        patch.setattr("kg.resolution.write_doubts", break_off)
        assert run("build", papers, "-o", "out").exit_code != 0
    assert (tmp_path / "out" / "graph.html").exists()
    assert run("build", papers, "-o", "out").exit_code == 0


def test_build_follows_on_one_of_an_older_kg(run, papers, tmp_path):
    """Its build.json tells which files are kg's, though it lacks what is told today."""
    assert run("build", papers, "-o", "out").exit_code == 0
    told = tmp_path / "out" / "build.json"
    made = json.loads(told.read_text(encoding="utf-8"))
    del made["checksums"]
    told.write_text(json.dumps(made, indent=1))
    assert "Build it anew" in run("review", "out").stderr
    assert run("build", papers, "-o", "out").exit_code == 0
    assert run("review", "out").exit_code == 0


def test_build_that_wrote_nothing_leaves_nothing(run, papers, tmp_path, monkeypatch):
    """What tells of a build's files goes with them."""
    with monkeypatch.context() as patch:
        patch.setattr("kg.exporters.graphml.write", break_off)
        assert run("build", papers, "-o", "out").exit_code != 0
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("folder", ["-", ""])
def test_output_must_be_a_folder_with_a_name(run, papers, tmp_path, folder):
    """Standard output, or no name at all, is refused, and nothing is made."""
    result = run("build", papers, "-o", folder)
    assert result.exit_code == 2
    assert "written into a folder" in result.stderr
    assert list(tmp_path.iterdir()) == [papers]


@pytest.mark.parametrize("args", [["build"], ["build", "x", "--format", "nonsense"], ["nonsense"]])
def test_bad_usage_is_exit_code_2(run, args):
    """click's own errors keep to the rule."""
    assert run(*args).exit_code == 2


def kg(*args, seed="0", **options):
    """Run kg in a process of its own."""
    command = [sys.executable, "-m", "kg", *map(str, args)]
    return subprocess.run(
        command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=120, check=False, **options
    )


def test_hash_seed_and_order_of_files_change_no_byte(tmp_path):
    """Two builds of the same papers under different hash seeds, in another order, are the same bytes."""
    example = Path(__file__).parents[2] / "examples" / "rl_papers.jsonl"
    lines = example.read_text(encoding="utf-8").splitlines(keepends=True)
    for name, part in (("a", lines[:20]), ("b", lines[20:])):
        (tmp_path / name).write_text("".join(part), encoding="utf-8")
    for out, seed, order in (("one", "1", "ab"), ("two", "2", "ba")):
        result = kg("build", *(tmp_path / name for name in order), "-o", tmp_path / out, seed=seed)
        assert result.returncode == 0, result.stderr
    for file in ("graph.graphml", "graph.html", "results.jsonl", "skipped.jsonl"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_plain_c_locale_is_no_trouble(tmp_path):
    """Files are UTF-8 whatever the locale."""
    record = {"title": "TÜLU: 漢字", "abstract": "We propose TÜLU-X, a method."}
    (tmp_path / "in").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for command in (["build", "in", "-o", "out"], ["extract", "in", "-o", "-"]):
        result = subprocess.run(
            [sys.executable, "-m", "kg", *command], cwd=tmp_path, env=env, capture_output=True, timeout=120, check=False
        )
        assert result.returncode == 0, result.stderr
    for name in ("graph.graphml", "report.md"):
        assert "漢字" in (tmp_path / "out" / name).read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["build", "extract"])
def test_full_standard_output_is_an_error_without_a_traceback(command, tmp_path, papers):
    """No space where the output goes: exit code 2 and one line."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "kg", command, papers],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 2
    assert b"No space left" in result.stderr
    assert b"Traceback" not in result.stderr
