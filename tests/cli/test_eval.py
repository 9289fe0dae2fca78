import importlib.util
import json
from itertools import pairwise
from random import Random

import pytest
from click.testing import CliRunner
from conftest import ROOT

from kg.cli import main
from kg.model import EntityType, Role

LABELS = ROOT / "examples" / "labelled_papers.jsonl"
#: The same as LABELS, as papers are read.
PAPERS = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def run(*args):
    """Run kg eval."""
    return CliRunner().invoke(main, ["eval", *map(str, args)])


def write(path, papers):
    """Write papers as JSON Lines."""
    path.write_text("".join(json.dumps(paper) + "\n" for paper in papers), encoding="utf-8")
    return path


def perturbed(papers, random):
    """The papers with papers, entities, mentions and results left out, and other names, types and roles."""
    return [
        {
            **paper,
            "entities": [_perturbed(entity, random) for entity in paper["entities"] if random.random() < 0.8],
            "results": [_renamed(row, random) for row in paper["results"] if random.random() < 0.7],
        }
        for paper in papers
        if random.random() < 0.95
    ]


def _perturbed(entity, random):
    mentions = [mention for mention in entity["mentions"] if random.random() < 0.8]
    return {
        "name": random.choice([entity["name"], entity["mentions"][-1]["text"]]),
        "type": random.choice([entity["type"]] * 8 + list(EntityType)),
        "role": random.choice([entity["role"]] * 4 + list(Role)),
        "mentions": mentions,
    }


def _renamed(row, random):
    return {**row, random.choice(["metric", "benchmark", "subject", "value"]): random.choice([row["benchmark"], "7"])}


def test_labels_are_those_of_the_example_papers(example_papers):
    """Each example paper is labelled, title and abstract as they stand there, and its spans never overlap."""
    assert {paper["id"]: (paper["title"], paper["abstract"]) for paper in PAPERS} == {
        paper.id: (paper.title, paper.abstract) for paper in example_papers
    }
    for paper in PAPERS:
        places = sorted((m["field"], m["start"], m["end"]) for e in paper["entities"] for m in e["mentions"])
        assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(places))


def test_table_has_a_line_for_each_figure():
    """A heading, a line for each row with its counts, and how many papers were answered."""
    result = run(LABELS, "--found", LABELS)
    assert result.exit_code == 0
    heading, *lines, papers = result.stdout.splitlines()
    assert heading.split() == ["P", "R", "F1", "gold", "found"]
    assert papers == "papers: 52 of 52 predicted"
    rows = {line[:18].strip(): line[18:].split() for line in lines}
    assert list(rows)[:6] == [*(f"edges {type}" for type in EntityType), "edges all", "edges untyped"]
    edges = str(sum(len(paper["entities"]) for paper in PAPERS))
    assert rows["edges all"] == ["1.000", "1.000", "1.000", edges, edges]
    assert rows["roles"][5:] == ["1.000", "of", "the", "right", "edges"]
    assert rows["naming"] == ["1.000", "1.000", "1.000"]


def test_labels_against_themselves_are_perfect():
    """The answer that is the labels gets 1.0 in every share of the JSON record."""
    figures = json.loads(run(LABELS, "--found", LABELS, "--json").stdout)
    assert figures.pop("papers") == {"gold": 52, "predicted": 52}
    assert figures.pop("roles")["accuracy"] == 1
    assert {(row["p"], row["r"], row["f1"]) for row in figures.values()} == {(1, 1, 1)}


def test_papers_that_were_not_answered_are_counted(tmp_path):
    """A paper that is missing in the answer is told, and one beyond the labels is not."""
    found = write(tmp_path / "found.jsonl", [PAPERS[0], {**PAPERS[0], "id": "beyond"}])
    assert run(LABELS, "--found", found).stdout.endswith("papers: 1 of 52 predicted\n")
    assert json.loads(run(LABELS, "--found", found, "--json").stdout)["papers"] == {"gold": 52, "predicted": 1}


def test_without_an_answer_the_texts_are_read(tmp_path):
    """It measures what kg extract finds in the same papers."""
    gold, found = write(tmp_path / "gold.jsonl", PAPERS[:3]), tmp_path / "found.jsonl"
    assert CliRunner().invoke(main, ["extract", str(gold), "-o", str(found), "--quiet"]).exit_code == 0
    result = run(gold, "--json", "--quiet")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads(run(gold, "--found", found, "--json").stdout)


@pytest.mark.parametrize("place", ["gold", "found"])
def test_missing_file_is_named(place, tmp_path):
    """A file that is not there ends with exit code 2 and its name."""
    missing = tmp_path / "missing.jsonl"
    result = run(missing, "--found", LABELS) if place == "gold" else run(LABELS, "--found", missing)
    assert result.exit_code == 2
    assert f"Error: {missing}" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("place", ["gold", "found"])
def test_bad_line_is_named(place, tmp_path):
    """A line that is no labelled paper ends with exit code 2, and is told with file and line."""
    bad = write(tmp_path / "bad.jsonl", [PAPERS[0], {"id": "x"}])
    result = run(bad, "--found", LABELS) if place == "gold" else run(LABELS, "--found", bad)
    assert result.exit_code == 2
    assert f"Error: {bad}:2: not a labelled paper" in result.stderr
    assert result.stdout == ""


@pytest.mark.shared
def test_figures_are_those_of_the_shared_script(gold, tmp_path):
    """On an answer with faults of every kind, each figure is the one that score.py beside the repository gives."""
    spec = importlib.util.spec_from_file_location("score", gold.parent / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    found = write(tmp_path / "found.jsonl", perturbed(PAPERS, Random(1)))
    expected, _, _ = score.score(score.read(LABELS), score.read(found))
    figures = json.loads(run(LABELS, "--found", found, "--json").stdout)
    assert set(figures) == set(expected)
    for name, row in expected.items():
        assert figures[name] == row, name
    assert all(0 < row["f1"] < 1 for row in figures.values() if "f1" in row)


def test_own_types_are_scored_as_they_are_written(tmp_path):
    """A file that kg extract wrote with a user's own types is read; labels with such a type are taken for a slip."""
    own = {"name": "Rover", "type": "ROBOT", "role": "USES", "mentions": []}
    found = write(tmp_path / "found.jsonl", [paper | {"entities": [*paper["entities"], own]} for paper in PAPERS])
    result = run(LABELS, "--found", found, "--json")
    assert result.exit_code == 0, result.stderr
    row = json.loads(result.stdout)["edges all"]
    assert row["predicted"] - row["gold"] == len(PAPERS)
    assert "no entity type" in run(found).stderr


def test_confidence_is_not_asked_of_a_file(tmp_path):
    """What is in a file is scored as it is; a cut that would be passed over is refused."""
    found = write(tmp_path / "found.jsonl", PAPERS)
    result = run(LABELS, "--found", found, "--min-confidence", "0.9")
    assert result.exit_code == 2
    assert "--min-confidence" in result.stderr


def test_confidence_cuts_what_is_found():
    """With a higher cut less is found."""
    found = [json.loads(run(LABELS, "--json", "--min-confidence", cut).stdout)["edges all"] for cut in (0.1, 0.99)]
    assert found[0]["predicted"] > found[1]["predicted"]
