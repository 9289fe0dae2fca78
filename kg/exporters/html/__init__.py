"""One HTML page with a map of the graph that a browser opens without a network.

pyvis builds the network and brings vis-network; the template, the style and the script around it are the
files of this folder. Nothing on the page is fetched from anywhere, and no text of the graph becomes code:
``page`` says how. The page holds what ``kg.graph.schema`` names and nothing else.
"""

from pathlib import Path

from kg.exporters.html.page import render
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "html"
FILE = "graph.html"
DESCRIPTION = "one page with the map, search and panels, for a browser"


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path`` as one interactive page; the graph is left as it was."""
    page = render(graph)
    with whole_file(path) as stream:
        stream.write(page)
