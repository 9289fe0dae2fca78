"""The page around the network: template, style, script, library and data put into one file.

Text of the graph stands in one place only, a JSON block in which ``<``, ``>`` and ``&`` are escaped; the
script turns it into text nodes and never into markup. A content security policy says the same to the
browser: it runs the scripts whose hashes stand in it, takes no string for markup, and asks no other host.
"""

import base64
import hashlib
import json
from importlib.resources import files

import jinja2

from kg.exporters.html.network import to_network
from kg.graph.schema import Graph

#: The style's files, and the order in which the page holds them.
STYLES = ("page.css", "map.css", "panel.css")

#: The script's files in the order in which the page holds them; each uses only what stands above it.
SCRIPTS = (
    "text.js",
    "graph.js",
    "dom.js",
    "shapes.js",
    "labels.js",
    "spotlight.js",
    "layer.js",
    "map.js",
    "tooltip.js",
    "legend.js",
    "search.js",
    "panel.js",
    "main.js",
)

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def render(graph: Graph) -> str:
    """Make the text of the page; the same graph gives the same text."""
    network = to_network(graph)
    data = {"nodes": network.nodes, "edges": network.edges, "options": network.options}
    style, script, library = _style(), _script(), _library()
    return _template().render(
        policy=_policy(style, script, library),
        style=style,
        script=script,
        library=library,
        data=_json(data),
    )


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


def _style() -> str:
    return "\n".join(_own(name) for name in STYLES)


def _script() -> str:
    parts = "\n".join(_own(name) for name in SCRIPTS)
    return f"(() => {{\n{parts}}})();\n"


def _library() -> str:
    text = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    # A browser with its developer tools open would look for the source map beside the page.
    return text.partition("//# sourceMappingURL=")[0]


def _own(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(_own("template.html"))
