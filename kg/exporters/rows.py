"""The graph as every format takes it: nodes and edges with the schema's attributes, plain values, and text that
any file can hold.

A character that XML 1.0 forbids, a lone surrogate among them, becomes U+FFFD in all formats alike, so that a node
has one id wherever it goes. A value is left out where it is missing, empty, nan, infinite or beyond 64 bits.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kg.graph.ids import entity_id
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Graph
from kg.model import RESULT_FIELDS

Value = str | int | float | bool

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 2**63
#: What parts the ends of an edge from its role in its id, and so may stand in none of them.
_IN_IDS = str.maketrans({"%": "%25", " ": "%20"})


class NodeRow(NamedTuple):
    """A node; of its attributes those that are known, in the order of the schema."""

    id: str
    attributes: dict[str, Value]


class EdgeRow(NamedTuple):
    """An edge; of its attributes those that are known, in the order of the schema."""

    id: str
    source: str
    target: str
    role: str
    attributes: dict[str, Value]

    @property
    def weight(self) -> float:
        """How much stands behind it: mentions in the paper, or papers that say the relation; at least 1."""
        counts = (self.attributes.get(name, 0) for name in ("mentions", "papers", "shared"))
        return float(max(1, *(count for count in counts if not isinstance(count, str))))


def node_rows(graph: Graph) -> Iterator[NodeRow]:
    """Each node, in the order of the graph."""
    for node, attributes in graph.nodes(data=True):
        yield NodeRow(clean(node), _known(NODE_ATTRIBUTES, attributes))


def edge_rows(graph: Graph) -> Iterator[EdgeRow]:
    """Each edge, in the order of the graph; no two ids are the same."""
    for edge in graph.edges(keys=True, data=True):
        yield edge_row(*edge)


def edge_row(source: str, target: str, role: str, attributes: Mapping[str, Any]) -> EdgeRow:
    """The row of one edge, which networkx keys by its role."""
    ends_and_role = clean(source), clean(target), clean(role)
    known = _known(EDGE_ATTRIBUTES, {**attributes, "role": role})
    return EdgeRow(_edge_id(*ends_and_role), *ends_and_role, known)


def result_rows(graph: Graph) -> list[dict[str, Value]]:
    """What the papers report, as `kg.insight.reported` puts it; nothing if the graph does not say."""
    return [
        {name: value for name, value in plain(row).items() if value is not None}
        for row in graph.graph.get("results", ())
    ]


def named_node(graph: Graph, row: Mapping[str, Any], field: str) -> str | None:
    """The id of the entity that a field of a result names; None if the graph has none."""
    name = row.get(field)
    ids = (entity_id(type, str(name)) for type in RESULT_FIELDS[field]) if name else ()
    return next((id for id in ids if id in graph), None)


def plain(value: Any) -> Any:
    """What stands beside nodes and edges, as JSON can hold it."""
    if isinstance(value, Mapping):
        return {clean(name): plain(each) for name, each in value.items()}
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Iterable):
        return [plain(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def clean(text: object) -> str:
    """The text with U+FFFD for each character that some file cannot hold."""
    return _FORBIDDEN.sub("\ufffd", str(text))


def written(value: Value) -> str:
    """The value as XML Schema and most others write it."""
    if isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _edge_id(source: str, target: str, role: str) -> str:
    return " ".join(part.translate(_IN_IDS) for part in (source, role, target))


def _known(schema: Iterable[Attribute], attributes: Mapping[str, Any]) -> dict[str, Value]:
    values = ((each.name, _value(attributes.get(each.name), each.type)) for each in schema)
    return {name: value for name, value in values if value is not None}


def _value(value: Any, type: type) -> Value | None:
    """The value as the schema's type; None where it is missing or no such value can be written."""
    if value is None:
        return None
    if type is str:
        return clean(value) or None
    try:
        return _number(value, type)
    except (ValueError, OverflowError):
        return None


def _number(value: Any, type: type) -> Value | None:
    """Raises ValueError or OverflowError where it is no such number."""
    if type is float:
        return float(value) if math.isfinite(value) else None
    return type(value) if -_LONGEST <= int(value) < _LONGEST else None
