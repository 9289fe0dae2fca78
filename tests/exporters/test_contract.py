"""What every exporter keeps, whatever its format."""

import copy

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import graphs

from kg.errors import OutputError
from kg.exporters import EXPORTERS

pytestmark = pytest.mark.parametrize("name", sorted(EXPORTERS))

hypothesis_settings = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def contents(graph):
    """All that a graph holds, in its order."""
    return graph.graph, list(graph.nodes(data=True)), list(graph.edges(data=True))


def test_graph_is_unchanged(name, example_graph, tmp_path):
    """Writing a graph leaves every node, edge and attribute as it was."""
    before = copy.deepcopy(contents(example_graph))
    EXPORTERS[name](example_graph, tmp_path / name)
    assert contents(example_graph) == before


def test_same_graph_same_bytes(name, example_graph, tmp_path):
    """A graph written twice gives one file, byte for byte."""
    for copy_name in ("one", "two"):
        EXPORTERS[name](example_graph, tmp_path / copy_name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_old_file_stands_where_writing_fails(name, example_graph, tmp_path, monkeypatch):
    """An error while the file is written leaves the old file and nothing beside it."""
    path = tmp_path / name
    path.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        EXPORTERS[name](example_graph, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@hypothesis_settings
@given(graph=graphs())
def test_hostile_graph_is_written(name, graph, tmp_path):
    """Any text, number or missing attribute is written as UTF-8, and the graph is unchanged."""
    before = copy.deepcopy(contents(graph))
    EXPORTERS[name](graph, tmp_path / name)
    assert repr(contents(graph)) == repr(before)
    assert (tmp_path / name).read_bytes().decode("utf-8")


def test_empty_graph_is_written(name, tmp_path):
    """A graph with nothing in it is a file, too."""
    EXPORTERS[name](nx.MultiDiGraph(), tmp_path / name)
    assert (tmp_path / name).stat().st_size > 0
