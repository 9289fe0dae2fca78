"""The page around the network: template, style, script, library and data put into one file.

Text of the graph stands in blocks of base64 and, the names of communities, in one of JSON in which ``<``, ``>`` and
``&`` are escaped; the script turns it into text nodes and never into markup. A content security policy says the
same to the browser: it runs the scripts whose hashes stand in it, takes no string for markup, and asks no other host.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2

from kg.exporters.html.modules import one_script
from kg.exporters.html.network import to_network
from kg.exporters.html.packing import EDGE_COLUMNS, EDGE_TEXTS, NODE_COLUMNS, NODE_TEXTS, columns, packed, text_chunks
from kg.exporters.html.summaries import communities, result_rows
from kg.graph.schema import PAPER, Graph

#: The style's files, and the order in which the page holds them.
STYLES = (
    *(
        "page.css",
        "filters.css",
        "map.css",
        "panel.css",
        "lists.css",
        "views.css",
        "table.css",
        "trend.css",
        "menu.css",
    ),
    "print.css",
)
#: The module of the script that starts the page and imports all others.
ENTRY = "main.js"

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def render(graph: Graph) -> str:
    """Make the text of the page; the same graph gives the same text."""
    network = to_network(graph)
    chunks = list(text_chunks(network.nodes, network.edges))
    blocks = {
        "nodes": packed(columns(network.nodes, NODE_COLUMNS)),
        "edges": packed(columns(network.edges, EDGE_COLUMNS)),
        "results": packed(result_rows(graph)),
    }
    blocks |= {f"texts-{number}": text for number, (_, text) in enumerate(chunks)}
    head = {
        "nodes": len(network.nodes),
        "edges": len(network.edges),
        "texts": {"first": [first for first, _ in chunks], "node": NODE_TEXTS, "edge": EDGE_TEXTS},
        "communities": communities(network.nodes),
        "options": network.options,
    }
    style, script, library = _style(), _script(), _library()
    return _template().render(
        title=_title(network.nodes),
        policy=_policy(style, script, library),
        style=style,
        script=script,
        library=library,
        head=_json(head),
        blocks=blocks,
    )


def _title(nodes: Sequence[Mapping[str, Any]]) -> str:
    """What the page is about in few words, so that several open pages can be told apart."""
    papers = sum(node["kind"] == PAPER for node in nodes)
    if papers:
        return f"Knowledge graph of {papers:,} paper{'s' if papers > 1 else ''}"
    return f"Knowledge graph of {len(nodes):,} entit{'ies' if len(nodes) > 1 else 'y'}" if nodes else "Knowledge graph"


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _policy(style: str, *scripts: str) -> str:
    """The content security policy under which this style and these scripts run, and nothing else does."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_source, scripts))}",
            f"style-src {_source(style)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _style() -> str:
    return "\n".join(_own(f"style/{name}") for name in STYLES)


@cache
def _script() -> str:
    return one_script(lambda name: _own(f"script/{name}"), ENTRY)


@cache
def _library() -> str:
    text = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    # A browser with its developer tools open would look for the source map beside the page.
    return text.partition("//# sourceMappingURL=")[0]


def _own(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(_own("template.html"))
