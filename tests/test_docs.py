"""What the documentation says is so."""

import re
import shlex

import pytest
from click.testing import CliRunner
from conftest import ROOT

from kg.cli import main
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from kg.lexicons import read_names
from kg.lexicons.lexicon import FOLDER
from kg.model import EntityType
from kg.readers import READERS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(group=main, path=("kg",)):
    """Every command with the words that call it."""
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


@pytest.mark.parametrize(("words", "command"), [pytest.param(*each, id=" ".join(each[0])) for each in commands()])
def test_command_has_help_and_stands_in_the_readme(words, command):
    """Every command says what it does, and every option too."""
    assert command.help
    assert all(param.help for param in command.params if param.param_type_name == "option")
    assert " ".join(words) in README


@pytest.mark.parametrize("schema", [NODE_ATTRIBUTES, EDGE_ATTRIBUTES])
def test_attributes_stand_in_the_readme(schema):
    """The README's tables are those of the schema."""
    rows = [f"| `{each.name}` | {each.type.__name__} | {each.description} |" for each in schema]
    assert "\n".join(rows) in README


def test_formats_stand_in_the_readme(request):
    """The README's table of formats is made of the registered readers."""
    begin, end = "--update-golden -->\n", "<!-- end of formats -->"
    rows = [f"| `{reader.NAME}` | {reader.DESCRIPTION} |" for _, reader in sorted(READERS.items())]
    table = "\n".join(["", "| format | what it is |", "|---|---|", *rows, "", ""])
    before, _, after = README.partition(begin)
    made = before + begin + table + after[after.index(end) :]
    if request.config.getoption("--update-golden"):
        (ROOT / "README.md").write_text(made, encoding="utf-8")
    assert (ROOT / "README.md").read_text(encoding="utf-8") == made


def test_kg_commands_of_the_readme_run(tmp_path, monkeypatch):
    """The example of the README does what it says."""
    command = re.search(r"\.venv/bin/kg (build examples/\S+ -o \S+)", README)[1]
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, shlex.split(command)).exit_code == 0
    assert (tmp_path / "outputs" / "graph.html").exists()


def test_sources_of_the_lexicons_are_explained():
    """Every source that an entry names stands in the lexicons' README."""
    told = set(re.findall(r"`([\w-]+)`", (FOLDER / "README.md").read_text(encoding="utf-8")))
    named = {source for type_ in EntityType for entry in read_names(type_) for source in entry.source.split("; ")}
    assert named <= told
