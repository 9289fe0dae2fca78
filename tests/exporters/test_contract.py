"""What every exporter keeps, whatever its format."""

import copy
import hashlib
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys

import networkx as nx
import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from strategies import graphs, hostile_graph

from kg.errors import OutputError
from kg.exporters import DEFAULT, EXPORTERS

each_format = pytest.mark.parametrize("name", sorted(EXPORTERS))

#: Writes the graph in all formats, without lxml.
WRITE_ALL = """
import pickle, sys
from pathlib import Path
sys.modules["lxml"] = None
from kg.exporters import EXPORTERS
graph = pickle.loads(Path(sys.argv[1]).read_bytes())
for exporter in EXPORTERS.values():
    exporter.write(graph, Path(sys.argv[2]) / exporter.FILE)
"""


@pytest.fixture
def some_graph(example_graph):
    """Every fourth node of the example's graph, which is enough to see what all of it would show."""
    return example_graph.subgraph(list(example_graph)[::4]).copy()


def contents(graph):
    """All that a graph holds, in its order."""
    return graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))


def digests(path):
    """Name and digest of the file, or of each file in the folder."""
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    return {str(file.relative_to(path)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@each_format
def test_exporter_says_what_it_is(name):
    """Each has a name, a file of its own, and a line that tells what it is for."""
    assert name == EXPORTERS[name].NAME
    assert EXPORTERS[name].DESCRIPTION
    assert [each.FILE for each in EXPORTERS.values()].count(EXPORTERS[name].FILE) == 1


def test_defaults_are_exporters():
    """What a build writes by itself is known."""
    assert set(DEFAULT) <= set(EXPORTERS)


@each_format
def test_graph_is_unchanged(name, some_graph, tmp_path):
    """Writing a graph leaves every node, edge and attribute as it was."""
    before = copy.deepcopy(contents(some_graph))
    EXPORTERS[name].write(some_graph, tmp_path / name)
    assert contents(some_graph) == before


@each_format
def test_same_graph_same_bytes(name, some_graph, tmp_path):
    """A graph written twice, once over itself, gives the same files, byte for byte."""
    for copy_name in ("one", "two", "two"):
        EXPORTERS[name].write(some_graph, tmp_path / copy_name)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_same_bytes_whatever_the_hash_seed(example_graph, tmp_path):
    """Neither the seed of hashes nor a missing lxml changes a byte."""
    (tmp_path / "graph").write_bytes(pickle.dumps(example_graph))
    for seed in ("1", "2"):
        command = [sys.executable, "-c", WRITE_ALL, str(tmp_path / "graph"), str(tmp_path / seed)]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
    for exporter in EXPORTERS.values():
        exporter.write(example_graph, tmp_path / "here" / exporter.FILE)
    assert digests(tmp_path / "1") == digests(tmp_path / "2") == digests(tmp_path / "here")


@each_format
def test_old_file_stands_where_writing_fails(name, some_graph, tmp_path, monkeypatch):
    """An error while it is written leaves the old file or folder and nothing beside it."""
    path = tmp_path / name
    EXPORTERS[name].write(nx.MultiDiGraph(), path)
    old = digests(path)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        EXPORTERS[name].write(some_graph, path)
    assert digests(path) == old
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks processes")
@each_format
def test_old_file_stands_where_the_writer_is_killed(name, some_graph, tmp_path):
    """A process that is killed when all is written and nothing renamed leaves the old file or folder."""
    path = tmp_path / name
    EXPORTERS[name].write(nx.MultiDiGraph(), path)
    old = digests(path)

    def write_and_die():
        os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
        EXPORTERS[name].write(some_graph, path)

    writer = multiprocessing.get_context("fork").Process(target=write_and_die)
    writer.start()
    writer.join(30)
    assert writer.exitcode == -signal.SIGKILL
    assert digests(path) == old


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graph=graphs())
def test_any_graph_is_written(graph, tmp_path):
    """In every format any text, number or missing attribute is written, and the graph is unchanged."""
    before = repr(contents(graph))
    for name, exporter in EXPORTERS.items():
        exporter.write(graph, tmp_path / name)
        assert repr(contents(graph)) == before, name
        assert digests(tmp_path / name), name


@each_format
def test_hostile_graph_is_written_as_utf8(name, tmp_path):
    """Hostile text anywhere gives files of valid UTF-8."""
    EXPORTERS[name].write(hostile_graph(), tmp_path / name)
    for file in digests(tmp_path / name):
        if not file.endswith(".parquet"):
            (tmp_path / name / file).read_bytes().decode("utf-8")


@each_format
def test_empty_graph_is_written(name, tmp_path):
    """A graph with nothing in it is a file, too."""
    EXPORTERS[name].write(nx.MultiDiGraph(), tmp_path / name)
    assert digests(tmp_path / name)
