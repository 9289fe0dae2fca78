"""The second recipe: a built graph → read back → select → project → export, without its papers."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.build import DOUBTS, RESULTS
from kg.errors import InputError
from kg.files import turn_in
from kg.places import PROVENANCE, check_places, is_built_into
from kg.provenance import add_formats, check_unchanged, formats_written, read_provenance

if TYPE_CHECKING:
    from kg.exporters import Exporter
    from kg.graph.schema import Graph
    from kg.graph.subgraphs import Selection

#: Where in the folder of a build a part of its graph is written, so that it does not take the place of the whole.
PARTS = "selection"


def read_built(folder: Path) -> "Graph":
    """The graph that a build wrote into ``folder``, with what stands beside nodes and edges. Raises KgError."""
    from kg.insight import read_results, record
    from kg.resolution import read_doubts

    graph = read_built_graphml(folder)
    for name in (RESULTS, DOUBTS):
        check_unchanged(folder / name)
    beside: dict[str, Any] = {}
    if (folder / RESULTS).exists():
        beside["results"] = [record(row) for row in read_results(folder / RESULTS)]
    if (folder / DOUBTS).exists():
        beside["doubts"] = [asdict(doubt) for doubt in read_doubts(folder / DOUBTS)]
    # In the order of a build, in which some formats write them.
    graph.graph = beside | graph.graph
    return graph


def read_built_graphml(folder: Path) -> "Graph":
    """The graph alone, and how it was made; raises InputError where its file is not of the folder's last build."""
    from kg.exporters import graphml
    from kg.exporters.read_back import read_graph

    path = folder / graphml.FILE
    if not folder.exists():
        raise InputError(f"{folder}: no such folder. Name the one into which kg build wrote")
    wanted = f"kg build -o {folder} with {graphml.NAME} among its --export formats writes it"
    if not path.exists():
        raise InputError(f"{folder}: holds no {graphml.FILE}, from which other formats are made: {wanted}")
    check_unchanged(path, wanted)
    graph = read_graph(path)
    if (folder / PROVENANCE).exists():
        graph.graph["made"] = read_provenance(folder / PROVENANCE)
    return graph


def export(
    folder: Path,
    format: str,
    path: Path | None = None,
    selection: "Selection | None" = None,
    projection: str | None = None,
) -> tuple[Path, "Graph"]:
    """Write the graph of a build, or a part of it, in another format; where it was written, and the graph.

    ``projection`` is a name of `kg.graph.projections.PROJECTIONS`. Without a path it goes into the folder, a part
    into the folder `PARTS` in it. Raises InputError, CurationError, MissingExtra or OutputError.
    """
    from kg.exporters import exporters_called, graphml
    from kg.graph.subgraphs import select

    (exporter,) = exporters_called([format])
    told = [*(selection.told() if selection else []), *([f"projected on {projection}"] if projection else [])]
    is_whole = not path and not told
    path = path or (folder / PARTS if told else folder) / exporter.FILE
    if told and path.resolve() == (folder / graphml.FILE).resolve():
        raise InputError(f"{path}: is the graph that this is a part of; name another place with -o")
    graph = read_built(folder)
    if selection and selection.told():
        graph = select(graph, selection)
    if projection:
        graph = _projected(graph, projection)
    _tell(graph, told)
    if is_whole:
        _write_beside(graph, exporter, path)
    else:
        exporter.write(graph, path)
    return path, graph


def _write_beside(graph: "Graph", exporter: "Exporter", path: Path) -> None:
    """Write the whole graph into the folder of its build, but not over what kg did not write there."""
    beside = path.parent / PROVENANCE
    with turn_in(path.parent):
        check_places({path: exporter.NAME in formats_written(beside)})
        if is_built_into(path.parent):
            add_formats([exporter.NAME], beside)
        exporter.write(graph, path)


def _projected(graph: "Graph", projection: str) -> "Graph":
    from kg.graph.projections import PROJECTIONS

    projected = PROJECTIONS[projection](graph)
    if not projected:
        raise InputError(
            f"nothing is left: of the {len(graph):,} nodes that --project {projection} is given none is"
            f" {'a paper' if projection == 'paper' else 'a thing that papers name'}. It needs papers and things,"
            " both: choose neither away with --where"
        )
    return projected


def _tell(graph: "Graph", told: Iterable[str]) -> None:
    """Say in the graph which part it is of which graph."""
    if told := "; ".join(told):
        graph.graph["made"] = graph.graph.get("made", {}) | {"selection": told}
