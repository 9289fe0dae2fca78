"""What kg makes of six papers, kept as files: a change in them is meant, or it is a fault.

``pytest --update-golden`` writes them anew; read the difference before you commit it.
"""

import pytest
from click.testing import CliRunner
from conftest import EXAMPLE, ROOT

from kg.cli import main

GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture
def six_papers(tmp_path):
    """The first six papers of the example corpus."""
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)[:6]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "command"),
    [("found.jsonl", ["extract", "-o", "{out}/found.jsonl"]), ("graph.graphml", ["build", "-o", "{out}"])],
)
def test_output_is_the_golden_file(name, command, six_papers, tmp_path, request):
    """The same six papers give the same file as ever."""
    arguments = [word.format(out=tmp_path) for word in command]
    result = CliRunner().invoke(main, [arguments[0], str(six_papers), *arguments[1:]])
    assert result.exit_code == 0, result.output
    made = (tmp_path / name).read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        (GOLDEN / name).write_text(made, encoding="utf-8")
    assert (GOLDEN / name).read_text(encoding="utf-8") == made
