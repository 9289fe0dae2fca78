"""Graph → files: one format a module, one contract for all.

An exporter is a function of a graph and a path: it leaves the graph unchanged, its file appears whole or not
at all, the same graph gives the same bytes, and text from papers stays text.
"""

from collections.abc import Callable
from pathlib import Path

from kg.exporters.graphml import write_graphml
from kg.exporters.html import write_html
from kg.graph.schema import Graph

Exporter = Callable[[Graph, Path], None]

#: File name → exporter, for each file that a build writes.
EXPORTERS: dict[str, Exporter] = {
    "graph.graphml": write_graphml,
    "graph.html": write_html,
}
