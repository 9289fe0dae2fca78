import gzip
import json

import pytest
from click.testing import CliRunner

from kg.cli import main

PAPERS = [
    {
        "title": "On walking",
        "abstract": "It is good to walk. " * 30,
        "authors": ["A B", "C D", "E F", "G H"],
        "year": 2024,
    },
    {"title": "On running", "abstract": ""},
]
LINES = "".join(json.dumps(paper) + "\n" for paper in PAPERS)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run kg sources in a folder of its own and give its result."""
    monkeypatch.chdir(tmp_path)
    return lambda *args, **options: CliRunner().invoke(main, ["sources", *args], **options)


def test_source_is_told_with_format_papers_fields_and_the_first(run, tmp_path):
    """What is skipped has its reason and its first place."""
    (tmp_path / "papers").write_bytes(gzip.compress((LINES + '{"abstract": "lost"}\n{broken\n').encode("utf-16")))
    result = run("papers")
    assert result.exit_code == 0, result.output
    for text in (
        "papers\n",
        "format    jsonl",
        "encoding  UTF-16, unpacked from gzip",
        "papers    2",
        "skipped   1 no title; the first: papers:3",
        "skipped   1 not JSON; the first: papers:4",
        "title all, abstract 50%, authors 50%, year 50%",
        "first     On walking",
        "A B; C D; E F; … (2024)",
        "It is good to walk.",
    ):
        assert text in result.stdout
    assert max(map(len, result.stdout.splitlines())) < 270


def test_json_says_the_same(run, tmp_path):
    """One object a source, for other programs."""
    (tmp_path / "papers").write_text(LINES + "{broken\n")
    (tmp_path / "nothing").write_text("nothing")
    one, other = json.loads(run("papers", "nothing", "--json").stdout)
    assert (one["format"], one["papers"], one["fields"]["abstract"]) == ("jsonl", 2, 1)
    assert one["skipped"]["not JSON"]["number"] == 1
    assert one["first"]["authors"] == ["A B", "C D", "E F", "G H"]
    assert other["format"] is None
    assert "format is not known" in other["not_read"]


@pytest.mark.parametrize(("inputs", "code"), [(["papers"], 0), (["papers", "nowhere"], 1), (["nowhere"], 2)])
def test_exit_code_is_that_of_a_build(run, tmp_path, inputs, code):
    """0 if all was read, 1 if a part was not, 2 if nothing was."""
    (tmp_path / "papers").write_text(LINES)
    assert run(*inputs).exit_code == code


def test_columns_can_be_named(run, tmp_path):
    """--map says which key or column holds what."""
    (tmp_path / "papers.csv").write_text("Heading,Text\nOn walking,It is good to walk.\n")
    result = run("papers.csv", "--map", "title=Heading,abstract=Text")
    assert "first     On walking" in result.stdout
    assert "title all, abstract all" in result.stdout


def test_unknown_field_is_bad_usage(run):
    """What --map cannot mean is refused before anything is read."""
    result = run("papers", "--map", "titel=X")
    assert result.exit_code == 2
    assert "Did you mean title?" in result.stderr


def test_what_a_terminal_would_obey_is_not_printed(run, tmp_path):
    """Escape sequences in a title stay harmless."""
    (tmp_path / "papers").write_text(json.dumps({"title": "Red \x1b[31m alert", "abstract": "x"}) + "\n")
    assert "\x1b" not in run("papers").stdout
