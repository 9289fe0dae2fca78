import json

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.model import EntityType, Role

LINE = json.dumps({"id": "x1", "title": "ReFold: RL", "abstract": "We propose ReFold, a method. It uses PPO."}) + "\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run kg extract on one paper in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, ["extract", "-", *args], input=LINE)


def test_record_has_the_documented_form(run, tmp_path):
    """Id, title, abstract, entities with name, type, role, confidence and mentions, and results."""
    assert run("-o", "found.jsonl").exit_code == 0
    (record,) = map(json.loads, (tmp_path / "found.jsonl").read_text().splitlines())
    assert list(record) == ["id", "title", "abstract", "entities", "results"]
    assert record["id"] == "x1"
    for entity in record["entities"]:
        assert list(entity) == ["name", "type", "role", "confidence", "mentions"]
        assert entity["type"] in set(EntityType)
        assert entity["role"] in set(Role)
        for mention in entity["mentions"]:
            assert record[mention["field"]][mention["start"] : mention["end"]] == mention["text"]


def test_standard_output_holds_records_only(run):
    """What goes into a pipe is JSON Lines; the summary goes to standard error."""
    result = run()
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["x1"]
    assert "1 papers" in result.stderr


@pytest.mark.parametrize("args", [(), ("-o", "-")])
def test_folder_called_like_standard_output_is_not_in_the_way(run, tmp_path, args):
    """A dash is standard output, whatever stands in the folder."""
    (tmp_path / "-").mkdir()
    assert json.loads(run("-q", *args).stdout)["id"] == "x1"


def test_names_are_those_of_the_whole_input(run):
    """An abbreviation stands under its long form."""
    (record,) = map(json.loads, run("--quiet").stdout.splitlines())
    assert {entity["name"] for entity in record["entities"]} >= {"Proximal Policy Optimization", "ReFold"}


def confidences(result):
    """The confidence of each entity that was written."""
    return [entity["confidence"] for line in result.stdout.splitlines() for entity in json.loads(line)["entities"]]


def test_min_confidence_leaves_out_what_is_less_sure(run):
    """Nothing below P is written, all is written for 0, and nothing is sure beyond all doubt."""
    everything = confidences(run("-q", "--min-confidence", "0"))
    cut = sorted(everything)[-1]
    assert confidences(run("-q", "--min-confidence", str(cut))) == [cut] * everything.count(cut)
    assert confidences(run("-q", "--min-confidence", "1")) == []


@pytest.mark.parametrize("bad", ["nan", "-0.1", "1.1", "much"])
def test_min_confidence_is_a_share(run, bad):
    """What is no number from 0 to 1 is refused before anything is read."""
    result = run("--min-confidence", bad)
    assert result.exit_code == 2
    assert "--min-confidence" in result.stderr


@pytest.mark.parametrize("named", ["in/papers.jsonl", "in", "in/*.jsonl", "./in/../in"])
def test_input_is_not_written_over(run, tmp_path, named):
    """What is found replaces no file that it was found in, by whatever path, folder or pattern it is named."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "papers.jsonl").write_text(LINE)
    result = run(named, "-o", str(tmp_path / "in" / "papers.jsonl"))
    assert (result.exit_code, (tmp_path / "in" / "papers.jsonl").read_text()) == (2, LINE)
    assert "is an input" in result.stderr
