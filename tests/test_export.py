import json

import networkx as nx
import pytest
from conftest import EXAMPLE

from kg.build import build
from kg.errors import InputError, KgError, OutputError
from kg.export import export, read_built
from kg.exporters import EXPORTERS
from kg.graph.subgraphs import Selection


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder into which a build wrote all formats."""
    folder = tmp_path_factory.mktemp("built")
    papers = folder / "papers.jsonl"
    papers.write_text("".join(EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)[:12]), encoding="utf-8")
    build([str(papers)], folder / "out", formats=EXPORTERS)
    return folder / "out"


@pytest.fixture(scope="module")
def whole(built):
    """The graph that was read back."""
    return read_built(built)


def contents(path):
    """The bytes of the file, or of each file of the folder."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {str(file.relative_to(path)): file.read_bytes() for file in files if file.is_file()}


@pytest.mark.parametrize("name", EXPORTERS)
def test_export_writes_what_the_build_wrote(name, built, tmp_path):
    """A graph that is read back gives the same bytes in each format."""
    path, _ = export(built, name, tmp_path / "again")
    assert contents(path) == contents(built / EXPORTERS[name].FILE)


def test_rows_beside_the_graph_are_read_back(built, whole):
    """Results, doubts, and how it was made."""
    lines = (built / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert whole.graph["results"] == [json.loads(line) for line in lines]
    assert whole.graph["results"]
    assert whole.graph["made"]["papers"] == 12
    assert whole.graph["doubts"] == []


def test_part_is_written_beside_the_whole(built, whole):
    """Without a path a part goes into a folder of its own, and the graph of the build stays."""
    before = (built / "graph.graphml").read_bytes()
    path, part = export(built, "graphml", selection=Selection(("kind=METHOD,PAPER",)))
    assert path == built / "selection" / "graph.graphml"
    assert (built / "graph.graphml").read_bytes() == before
    read = nx.read_graphml(path, force_multigraph=True)
    assert set(read) == set(part) == {n for n, data in whole.nodes.items() if data["kind"] in ("METHOD", "PAPER")}


def test_part_does_not_take_the_place_of_the_graph_it_is_made_from(built):
    """Else nothing but the part were left."""
    with pytest.raises(InputError, match="another place"):
        export(built, "graphml", built / "graph.graphml", Selection(top=1))
    with pytest.raises(InputError, match="another place"):
        export(built, "gexf", built / "selection" / ".." / "graph.graphml", projection="paper")


def test_selection_comes_before_projection(built, tmp_path):
    """Ties of a projection count the papers of the part."""
    _, part = export(built, "json", tmp_path / "g", Selection(min_papers=2), "entity")
    assert part.graph["made"]["selection"] == "at least 2 papers; projected on entity"
    assert "PAPER" not in {data["kind"] for data in part.nodes.values()}
    assert any(role == "NAMED_TOGETHER" for _, _, role in part.edges(keys=True))


def test_nothing_is_written_where_nothing_is_left(built, tmp_path):
    """An error leaves no file."""
    with pytest.raises(InputError, match="nothing is left"):
        export(built, "gexf", tmp_path / "g", Selection(min_papers=10_000))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("kind", "projection", "said"),
    [("PAPER", "entity", "a thing that papers name"), ("METHOD,MODEL", "paper", "a paper")],
)
def test_projection_that_leaves_nothing_is_an_error(kind, projection, said, built, tmp_path):
    """What an earlier export left stays as it was, and the error says what is missing."""
    (tmp_path / "g").write_text("earlier")
    with pytest.raises(InputError, match=f"nothing is left: .* none is {said}"):
        export(built, "csv", tmp_path / "g", Selection((f"kind={kind}",)), projection)
    assert contents(tmp_path) == {"g": b"earlier"}


def test_files_of_older_builds_need_not_be_there(built, tmp_path):
    """The graph alone is enough."""
    (tmp_path / "graph.graphml").write_bytes((built / "graph.graphml").read_bytes())
    graph = read_built(tmp_path)
    assert graph.graph == {}
    assert len(graph) > 12


@pytest.mark.parametrize("name", ["results.jsonl", "doubts.jsonl", "build.json", "graph.graphml"])
@pytest.mark.parametrize("content", ["{", "[]\n", "\x00"])
def test_broken_file_is_named(name, content, built, tmp_path):
    """Whatever is broken, the error says which file it is."""
    for file in ("results.jsonl", "doubts.jsonl", "build.json", "graph.graphml"):
        (tmp_path / file).write_bytes((built / file).read_bytes())
    (tmp_path / name).write_text(content)
    with pytest.raises(KgError, match=name):
        read_built(tmp_path)


@pytest.mark.parametrize("other", ["results.jsonl", "doubts.jsonl", "graph.graphml"])
def test_file_of_another_build_is_told(other, built, tmp_path):
    """A build that was killed has left other results, or another graph; the graph is not shown with these."""
    for file in ("results.jsonl", "doubts.jsonl", "graph.graphml", "build.json"):
        (tmp_path / file).write_bytes((built / file).read_bytes())
    assert len(read_built(tmp_path)) > 12
    (tmp_path / other).write_bytes((built / other).read_bytes() + b"\n")
    with pytest.raises(InputError, match=rf"{other}: was changed, or is of another build than build\.json"):
        read_built(tmp_path)
    (tmp_path / other).unlink()
    with pytest.raises(InputError, match=rf"{other}"):
        read_built(tmp_path)


def test_graph_is_not_exported_over_the_file_of_someone_else(built, tmp_path):
    """Where no build tells which files are kg's, none is."""
    (tmp_path / "graph.graphml").write_bytes((built / "graph.graphml").read_bytes())
    (tmp_path / "graph.html").write_text("mine")
    with pytest.raises(OutputError, match=r"graph\.html"):
        export(tmp_path, "html")
    assert (tmp_path / "graph.html").read_text() == "mine"
    export(tmp_path, "csv")
    assert not (tmp_path / "build.json").exists()


def test_build_without_graphml_vouches_for_none(built, tmp_path):
    """What stands there of an earlier build is not taken for its own."""
    (tmp_path / "graph.graphml").write_bytes((built / "graph.graphml").read_bytes())
    build([str(built.parent / "papers.jsonl")], tmp_path, formats=["json"])
    with pytest.raises(InputError, match="of another build"):
        read_built(tmp_path)


def test_folder_without_a_graph_is_told(tmp_path):
    """And one that is not there, and what to do."""
    with pytest.raises(InputError, match="no such folder"):
        read_built(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"holds no graph\.graphml.*--export"):
        read_built(tmp_path)


def test_unknown_format_is_told_with_the_nearest(tmp_path):
    """Before anything is read."""
    with pytest.raises(InputError, match="no export format is called 'gefx'; did you mean gexf"):
        export(tmp_path, "gefx")
