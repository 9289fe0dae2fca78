import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main

HEAVY = {"spacy", "networkx", "pyvis", "rustworkx", "numpy", "jinja2", "lxml", "pyarrow", "rispy", "bibtexparser"}


def test_help_loads_no_heavy_library():
    """What --help needs is click and kg's own words, not its readers."""
    code = "import sys, kg.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & {name.partition(".")[0] for name in loaded}
    assert not {"kg.build", "kg.readers", "kg.resolution"} & set(loaded)


def test_help_answers_at_once():
    """The best of three calls takes under 0.3 s of a processor that other tests share."""
    times = []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True)
        after = os.times()
        times.append(after.children_user - before.children_user + after.children_system - before.children_system)
    assert min(times) < 0.3


def test_interrupt_ends_as_shells_have_it(monkeypatch):
    """Ctrl-C ends with 130; 1 would say that the rest was built."""

    def interrupt(_context):
        raise KeyboardInterrupt

    monkeypatch.setattr(main.commands["sources"], "invoke", interrupt)
    result = CliRunner().invoke(main, ["sources", "x"])
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")


TOO_LONG = "a" * 300


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("build", "papers.jsonl", "-o", TOO_LONG), f"cannot write {TOO_LONG}"),
        (("build", TOO_LONG), f"{TOO_LONG}: cannot be read"),
        (("extract", TOO_LONG), f"{TOO_LONG}: cannot be read"),
        (("extract", "papers.jsonl", "-o", TOO_LONG), TOO_LONG),
        (("export", TOO_LONG, "csv"), TOO_LONG),
        (("review", TOO_LONG), TOO_LONG),
        (("leaderboard", "AIME", "--from", TOO_LONG), TOO_LONG),
    ],
)
def test_an_error_names_the_file_that_it_is_about(tmp_path, monkeypatch, args, said):
    """A name that no file can have is one message that names it, exit code 2."""
    monkeypatch.chdir(tmp_path)
    Path("papers.jsonl").write_text('{"title": "On folding", "abstract": "We use PPO."}\n')
    result = CliRunner().invoke(main, list(args))
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert "standard output" not in result.stderr
    assert "Traceback" not in result.output
