import json
import os

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.graph.schema import MORE_COLORS
from kg.resolution import Rule, read_curation, write_curation
from kg.resolution.curation import Action

ABSTRACTS = {
    "a": "We combine diffusion with PPO. It works well on GSM8K.",
    "b": "We compare with diffusion models on maps. Diffusion models are slow.",
    "c": "We use diffusion models for tables and PPO.",
    "d": "We apply diffusion models to walking and GRPO.",
}
HEADER = "name\ttype\taliases\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run kg in a folder of its own with a few papers in it, of which one raises a doubt."""
    monkeypatch.chdir(tmp_path)
    records = ({"id": id, "title": "On " + id, "abstract": abstract} for id, abstract in ABSTRACTS.items())
    (tmp_path / "papers.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return lambda *args: CliRunner().invoke(main, list(args))


@pytest.fixture
def curation(tmp_path):
    """Where the table stands."""
    return tmp_path / "out" / "curation.tsv"


@pytest.fixture
def asked(run, curation):
    """The table of what kg asks about the papers."""
    assert run("build", "papers.jsonl", "-o", "out").exit_code == 0
    assert run("review", "out").exit_code == 0
    return read_curation(curation)


def graph(folder="out"):
    """The graph in a folder."""
    return nx.read_graphml(f"{folder}/graph.graphml")


def test_folder_without_doubts_says_what_to_do(run, tmp_path):
    """Where kg build has not been, the exit code is 2, the message names kg build, and nothing is written."""
    (tmp_path / "empty").mkdir()
    result = run("review", "empty")
    assert result.exit_code == 2
    assert "doubts.jsonl" in result.stderr
    assert "kg build writes it" in result.stderr
    assert "Traceback" not in result.output
    assert list((tmp_path / "empty").iterdir()) == []


def test_missing_folder_is_told_as_one(run):
    """The folder is not there, so the message names it and not a file in it."""
    result = run("review", "nowhere")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: nowhere: no such folder.")


def test_question_names_the_doubt(asked):
    """Each question is open and says what it is about, why kg asks, and where the names stand."""
    (rule,) = asked
    assert (rule.decision, rule.action, rule.type) == ("?", Action.MERGE, "MODEL")
    assert (rule.name, rule.to, rule.papers) == ("diffusion", "Diffusion Model", ("a",))
    assert "generic word behind it" in rule.reason
    assert "We combine diffusion with PPO." in rule.example


def test_answers_and_own_rows_are_kept(run, asked, curation):
    """A second run keeps what a person wrote, comments too, and adds nothing that it has asked before."""
    answered = curation.read_text().replace("?\tmerge", "# I know\nno\tmerge") + "yes\thide\t\tGSM8K\n"
    curation.write_text(answered)
    before = read_curation(curation)
    result = run("review", "out")
    assert "0 new questions, 0 still open, 2 answered" in result.stdout
    after = read_curation(curation)
    assert sorted(after, key=str) == sorted(before, key=str)
    assert {rule.comments for rule in after} == {("# I know",), ()}


def test_new_questions_are_added(run, asked, curation):
    """Only what the table does not hold is new, and an open question stays open."""
    other = Rule("yes", Action.RENAME, "METHOD", "Lark", "Owl")
    write_curation(curation, [other])
    assert "1 new questions, 0 still open, 1 answered" in run("review", "out").stdout
    assert "0 new questions, 1 still open, 1 answered" in run("review", "out").stdout
    assert read_curation(curation) == [*asked, other]


def test_table_stands_where_the_user_says(run, asked, curation, tmp_path):
    """With --curation another table is written, and the one in the folder is left alone."""
    curation.unlink()
    assert run("review", "out", "--curation", "mine.tsv").exit_code == 0
    assert read_curation(tmp_path / "mine.tsv") == asked
    assert not curation.exists()


def test_broken_table_is_not_overwritten(run, asked, curation):
    """A table that cannot be read stays as it is, with exit code 2."""
    curation.write_text("maybe\thide\t\tKite\n")
    result = run("review", "out")
    assert result.exit_code == 2
    assert "curation.tsv:1:" in result.stderr
    assert curation.read_text() == "maybe\thide\t\tKite\n"


@pytest.mark.parametrize(
    ("decision", "models"),
    [("?", ["Diffusion Model"]), ("yes", ["Diffusion Model"]), ("no", ["Diffusion Model", "diffusion"])],
)
def test_build_obeys_the_answer(run, asked, curation, decision, models):
    """What a person says on a name is what the graph shows, and an answered question is no doubt any more."""
    curation.write_text(curation.read_text().replace("?\tmerge", f"{decision}\tmerge"))
    result = run("build", "papers.jsonl", "-o", "again", "--curation", "out/curation.tsv")
    assert (result.exit_code, result.stderr) == (0, "")
    nodes = graph("again").nodes(data=True)
    assert sorted(node["label"] for _, node in nodes if node["kind"] == "MODEL") == models
    assert ("Doubts" in result.stdout) == (decision == "?")


@pytest.mark.parametrize("command", ["build", "extract"])
def test_rule_that_matches_nothing_is_told(run, tmp_path, command):
    """It is named on standard error, the others are not, and the rest is done all the same."""
    rules = [Rule("yes", Action.HIDE, "METHOD", "Nowhere"), Rule("yes", Action.HIDE, "BENCHMARK", "GSM8K")]
    write_curation(tmp_path / "mine.tsv", rules)
    result = run(command, "papers.jsonl", "-q", "-o", "made", "--curation", "mine.tsv")
    assert result.exit_code == 0
    assert result.stderr == "Matches nothing any more: hide METHOD 'Nowhere'\n"


@pytest.mark.parametrize("command", ["build", "extract"])
def test_thing_that_loses_its_name_is_told(run, tmp_path, command):
    """Who renames a thing to the name of another learns of it, and that a merge would make them one."""
    write_curation(
        tmp_path / "mine.tsv", [Rule("yes", Action.RENAME, "METHOD", "PPO", "Group Relative Policy Optimization")]
    )
    result = run(command, "papers.jsonl", "-q", "-o", "made", "--curation", "mine.tsv")
    assert result.exit_code == 0
    assert result.stderr.startswith("Renamed to METHOD 'Group Relative Policy Optimization', which was another: now")
    assert result.stderr.endswith("If they are one, merge them\n")


@pytest.mark.parametrize("option", ["--curation", "--terms"])
def test_table_that_cannot_be_read_ends_the_build(run, tmp_path, option):
    """Exit code 2, file and line, no traceback, and no graph."""
    (tmp_path / "bad.tsv").write_text("name\ttype\n\tx\n" if option == "--terms" else "#\nperhaps\thide\t\tKite\n")
    for table, place in (("bad.tsv", "bad.tsv:2:"), ("gone.tsv", "gone.tsv:")):
        result = run("build", "papers.jsonl", "-o", "out", option, table)
        assert result.exit_code == 2
        assert place in result.stderr
        assert "Traceback" not in result.output
        assert not (tmp_path / "out").exists()


def test_own_terms_are_nodes_of_their_own_kind(run, tmp_path):
    """A term has the user's type and a colour of it, stands under its name, and overrides what kg found."""
    (tmp_path / "terms.tsv").write_text(HEADER + "Striding\tgait\twalking\nClipped Steps\ttrick\tPPO\nMaps\tMETHOD\t\n")
    result = run("build", "papers.jsonl", "-o", "out", "--terms", "terms.tsv")
    assert result.exit_code == 0, result.output
    nodes = graph().nodes
    gait, trick = nodes["gait:striding"], nodes["trick:clipped-steps"]
    assert (gait["label"], gait["kind"], gait["aliases"]) == ("Striding", "GAIT", "walking")
    assert [gait["color"], trick["color"]] == list(MORE_COLORS[:2])
    assert "method:proximal-policy-optimization" not in nodes
    assert "Gaits           1" in result.stdout


@pytest.mark.parametrize("command", ["build", "extract"])
def test_own_terms_that_stand_nowhere_are_named(run, tmp_path, command):
    """The first of them are named on standard error, found ones are not, and with -q none is."""
    rows = ["Striding\tgait\twalking", *(f"Nowhere {n}\tMETHOD\t" for n in range(9))]
    (tmp_path / "terms.tsv").write_text(HEADER + "\n".join(rows) + "\n")
    said = run(command, "papers.jsonl", "-o", "made", "--terms", "terms.tsv").stderr
    assert (
        "Own terms that stand in no paper: Nowhere 0, Nowhere 1, Nowhere 2, Nowhere 3, Nowhere 4 and 4 more\n" in said
    )
    assert "Nowhere" not in run(command, "papers.jsonl", "-q", "-o", "made", "--terms", "terms.tsv").stderr


def test_own_terms_come_through_a_pipe_and_may_be_hidden(run, tmp_path):
    """The table is read once, and a term that a rule hides stands in a paper all the same."""
    write_curation(tmp_path / "mine.tsv", [Rule("yes", Action.HIDE, "GAIT", "Striding")])
    end, begin = os.pipe()
    with os.fdopen(begin, "w") as pipe:
        pipe.write(HEADER + "Striding\tgait\twalking\n")
    result = run("build", "papers.jsonl", "-o", "out", "--terms", f"/dev/fd/{end}", "--curation", "mine.tsv")
    os.close(end)
    assert (result.exit_code, result.stderr) == (0, "")


def test_own_term_of_a_type_of_kg_is_a_node_like_others(run, tmp_path):
    """A method of the user's has the kind and the colour of methods."""
    (tmp_path / "terms.tsv").write_text(HEADER + "Striding\tMETHOD\twalking\n")
    assert run("build", "papers.jsonl", "-o", "out", "--terms", "terms.tsv").exit_code == 0
    methods = {node["label"]: node["color"] for _, node in graph().nodes(data=True) if node["kind"] == "METHOD"}
    assert "Striding" in methods
    assert len(set(methods.values())) == 1


def test_extract_shows_own_terms_as_certain(run, tmp_path):
    """A term is written with its name, its type, the place of the alias, and confidence 1."""
    (tmp_path / "terms.tsv").write_text(HEADER + "Striding\tgait\twalking\n")
    result = run("extract", "papers.jsonl", "-q", "--terms", "terms.tsv")
    entities = {e["name"]: e for line in result.stdout.splitlines() for e in json.loads(line)["entities"]}
    striding = entities["Striding"]
    assert (striding["type"], striding["confidence"]) == ("GAIT", 1.0)
    assert [mention["text"] for mention in striding["mentions"]] == ["walking"]
