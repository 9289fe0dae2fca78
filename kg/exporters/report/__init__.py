"""What a pile of papers is about, as Markdown that reads well on GitHub and in a terminal.

It holds counts, names and links, and no sentence that is not counted from the graph; what is not known is said or left
out. All text of papers stays text: `markdown` says how. Tables are those of GitHub Flavored Markdown
(https://github.github.com/gfm).
"""

from importlib.resources import files
from pathlib import Path

import jinja2

from kg.exporters.report.contents import contents
from kg.exporters.report.markdown import cell, link, plain
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "report"
FILE = "report.md"
DESCRIPTION = "a report in Markdown: what the papers are about, by counts, names and links"


def write(graph: Graph, path: Path) -> None:
    """Write the report on the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    text = render(graph)
    with whole_file(path) as stream:
        stream.write(text)


def render(graph: Graph) -> str:
    """The text of the report; the same graph gives the same text."""
    return _template().render(contents(graph))


def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        # What is put into the template is made plain text, unless it is Markdown already.
        autoescape=True,
        finalize=plain,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"cell": cell}
    environment.globals |= {"link": link}
    return environment.from_string((files(__package__) / "report.md.jinja").read_text(encoding="utf-8"))
