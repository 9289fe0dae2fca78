"""An Obsidian vault: a note for each paper and each thing, linked by what papers do with it: https://obsidian.md

A note has its attributes as properties, but for those of the map; the links stand under their roles, each with its
sentence. Notes of your own in the vault stay when kg writes it again; its own notes are written anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.exporters.note_names import note_paths
from kg.exporters.note_text import as_text, front_matter, link
from kg.exporters.rows import EdgeRow, NodeRow, Value, edge_row, node_rows
from kg.files import whole_folder
from kg.graph.schema import PAPER, Graph

NAME = "obsidian"
FILE = "obsidian"
DESCRIPTION = "an Obsidian vault: a note for each paper and each thing, linked"

#: So many of each kind stand in the note to begin with.
SHOWN = 50

_LISTS = ("aliases", "authors", "categories", "keywords")
#: These stand in the text of the note, or belong to the map.
_NO_PROPERTIES = {"label", "abstract", "x", "y", "size", "color"}
#: Role → the heading above those from whom such edges come.
_FROM = {
    "PROPOSES": "Proposed by",
    "EVALUATES_ON": "Evaluated on by",
    "REPORTS": "Reported by",
    "COMPARES_WITH": "Compared with by",
    "USES": "Used by",
    "MENTIONS": "Mentioned by",
    "VARIANT_OF": "Variants",
    "EVALUATED_ON": "What was evaluated on it",
    "MEASURED_BY": "What it measures",
    "COMPARED_WITH": "What was compared with it",
    "USED_TOGETHER": "Used together",
}


def write(graph: Graph, path: Path) -> None:
    """Write the vault into the folder ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    vault = _Vault(graph)
    with whole_folder(path) as folder:
        for kind in {Path(note).parent for note in vault.paths.values()}:
            (folder / kind).mkdir(parents=True, exist_ok=True)
        for node_id, node in zip(graph, node_rows(graph), strict=True):
            (folder / f"{vault.paths[node.id]}.md").write_text(vault.note(node_id, node), "utf-8", newline="\n")
        (folder / "Home.md").write_text(vault.home(), "utf-8", newline="\n")


class _Vault:
    """The notes of one graph, which link to one another."""

    def __init__(self, graph: Graph):
        self.graph = graph
        self.paths = note_paths(graph)
        self.labels = {node.id: str(node.attributes.get("label", node.id)) for node in node_rows(graph)}

    def note(self, node_id: str, node: NodeRow) -> str:
        """The text of a node's note; its id in the graph may differ from that of its row by what is cleaned."""
        parts = [front_matter(_properties(node)), f"# {' '.join(as_text(self.labels[node.id]).split())}\n"]
        if "abstract" in node.attributes:
            parts.append(f"{as_text(str(node.attributes['abstract']))}\n")
        goes = (edge_row(*edge) for edge in self.graph.out_edges(node_id, keys=True, data=True))
        comes = (edge_row(*edge) for edge in self.graph.in_edges(node_id, keys=True, data=True))
        parts += self._sections((_spoken(edge.role), edge.target, edge) for edge in goes)
        parts += self._sections((_FROM.get(edge.role, _spoken(edge.role)), edge.source, edge) for edge in comes)
        return "\n".join(parts)

    def home(self) -> str:
        """The note to begin with: how many of each kind, and those that most papers name."""
        kinds: dict[str, list[NodeRow]] = defaultdict(list)
        for node in node_rows(self.graph):
            kinds[str(node.attributes.get("kind", "other"))].append(node)
        parts = ["# Knowledge graph\n"]
        for kind, nodes in sorted(kinds.items(), key=lambda each: (each[0] == PAPER, each[0])):
            shown = sorted(nodes, key=_foremost, reverse=True)[:SHOWN]
            more = f"- … and {len(nodes) - SHOWN:,} more\n" if len(nodes) > SHOWN else ""
            items = "".join(f"- {self._link(node.id)}{_named_by(node)}\n" for node in shown)
            parts.append(f"## {as_text(_spoken(kind))}s: {len(nodes):,}\n\n{items}{more}")
        return "\n".join(parts)

    def _sections(self, links: Iterable[tuple[str, str, EdgeRow]]) -> Iterator[str]:
        """A heading and a list for each heading, in the order in which they first come."""
        items: dict[str, list[str]] = defaultdict(list)
        for heading, node, edge in links:
            items[heading].append(f"- {self._link(node)}{_why(edge.attributes)}\n")
        return (f"## {as_text(heading)}\n\n{''.join(lines)}" for heading, lines in items.items())

    def _link(self, node: str) -> str:
        return link(self.paths[node], self.labels[node])


def _properties(node: NodeRow) -> Iterator[tuple[str, object]]:
    yield "id", node.id
    for name, value in node.attributes.items():
        if name not in _NO_PROPERTIES:
            yield name, str(value).split("; ") if name in _LISTS else value


def _why(attributes: Mapping[str, Value]) -> str:
    """What stands behind a link: the sentence, the results, or the number of papers."""
    told = []
    if "papers" in attributes:
        told.append(_papers(attributes["papers"]))
    told += [as_text(str(attributes[name])) for name in ("evidence", "results") if name in attributes]
    return "".join(f" — {' '.join(each.split())}" for each in told)


def _named_by(node: NodeRow) -> str:
    return f" — {_papers(node.attributes['papers'])}" if "papers" in node.attributes else ""


def _papers(number: Value) -> str:
    return f"{number:,} paper{'s' if number != 1 else ''}"


def _spoken(role: str) -> str:
    return role.replace("_", " ").capitalize()


def _foremost(node: NodeRow) -> tuple[float, str]:
    """What is shown first has most: entities papers, papers a late date."""
    attributes = node.attributes
    return float(attributes.get("papers", 0)), str(attributes.get("date", attributes.get("year", "")))
