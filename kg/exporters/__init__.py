"""Graph → files: one format a module, one contract for all.

An exporter is a module with ``NAME``, ``FILE``, ``DESCRIPTION`` and ``write(graph, path)``; see `Exporter`. It leaves
the graph unchanged, its file or folder appears whole or not at all, the same graph gives the same bytes, and text
from papers stays text.
"""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from kg.errors import InputError, MissingExtra
from kg.exporters import (
    cypher,
    cytoscape,
    gephi_tables,
    gexf,
    graphml,
    graphology,
    html,
    json_ld,
    n_triples,
    neo4j_tables,
    node_link,
    obsidian,
    parquet,
    report,
)
from kg.graph.schema import Graph
from kg.names import did_you_mean


class Exporter(Protocol):
    """What a module of this folder offers to be an exporter."""

    #: The name by which ``--export`` knows it.
    NAME: str
    #: What it is called in the output folder; of a format with several files, their folder.
    FILE: str
    #: What it is for, a line of the README's table.
    DESCRIPTION: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""


_MODULES: tuple[Exporter, ...] = (
    graphml,
    html,
    gexf,
    node_link,
    graphology,
    cytoscape,
    gephi_tables,
    neo4j_tables,
    cypher,
    json_ld,
    n_triples,
    parquet,
    obsidian,
    report,
)
#: Exporters by name.
EXPORTERS: dict[str, Exporter] = {exporter.NAME: exporter for exporter in _MODULES}
#: What a build writes if nobody says otherwise.
DEFAULT = (graphml.NAME, html.NAME, report.NAME)


#: Format → the package that it needs and the extra that brings it.
_NEEDED = {parquet.NAME: ("pyarrow", "parquet")}


def exporters_called(names: Iterable[str] | None = None) -> list[Exporter]:
    """The exporters of these names, each once; without names those of `DEFAULT`.

    Raises InputError for a name that nobody knows, and MissingExtra where a format's package is not installed.
    """
    wanted = dict.fromkeys(name.strip().lower() for name in (DEFAULT if names is None else names))
    for name in wanted:
        if name not in EXPORTERS:
            raise InputError(f"no export format is called {name!r}; {did_you_mean(name, EXPORTERS)}")
        package, extra = _NEEDED.get(name, (None, None))
        if package and not find_spec(package):
            raise MissingExtra(f"the format {name} needs {package}: pip install 'paper-kg[{extra}]'")
    return [EXPORTERS[name] for name in wanted]
