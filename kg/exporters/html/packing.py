"""How the page carries the graph: columns and chunks of text as deflated JSON in base64, opened by the script.

Base64 holds no character that could end a block of the page, so no text of the graph can become markup. The core,
which the map needs at once, is a column an attribute; texts that are read one node at a time (abstracts, sentences)
lie in chunks beside it. A paper's sentences stand behind its abstract, which they repeat, and cost next to nothing.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

#: What the map, the search and the filters need of each node, and of each edge.
NODE_COLUMNS = (
    *("id", "label", "kind", "aliases", "papers", "inferred", "confidence", "first_year", "last_year", "authors"),
    *("year", "date", "citations", "community", "centrality", "x", "y", "size", "shape", "color"),
)
EDGE_COLUMNS = (
    "from",
    "to",
    "role",
    "confidence",
    "mentions",
    "papers",
    "shared",
    "npmi",
    "result_count",
    "year",
    "date",
)
#: What is opened when someone looks at a node or an edge.
NODE_TEXTS = tuple(
    attribute.name for attribute in NODE_ATTRIBUTES if attribute.name not in (*NODE_COLUMNS, "community_name")
)
EDGE_TEXTS = tuple(attribute.name for attribute in EDGE_ATTRIBUTES if attribute.name not in EDGE_COLUMNS)

#: Characters of JSON in a chunk of texts, so that one opens in an instant.
CHUNK = 500_000

Row = Mapping[str, Any]


def packed(value: object) -> str:
    """A value as JSON, deflated without a header, in base64."""
    return _packed_text(_json(value))


def columns(rows: Sequence[Row], names: Iterable[str]) -> dict[str, Any]:
    """A column each name: the rows' values, null where one has none; names that no row has are left out."""
    found = {name: [row.get(name) for row in rows] for name in names}
    return {name: _coded(column) for name, column in found.items() if any(value is not None for value in column)}


def _coded(column: list[Any]) -> Any:
    """A column of few different strings as the strings and their numbers."""
    words = {value for value in column if isinstance(value, str)}
    if not words or 4 * len(words) > len(column):
        return column
    number = {word: place for place, word in enumerate(sorted(words))}
    return {"words": list(number), "numbers": [None if value is None else number[value] for value in column]}


def text_chunks(nodes: Sequence[Row], edges: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """The texts in chunks, each with the index of its first node and packed.

    A chunk is a list with a pair for each node: its texts in the order of NODE_TEXTS, and those of each edge that
    leaves it in the order of EDGE_TEXTS, null where there is none. Edges must be sorted by the node that they leave.
    """
    first, length, chunk = 0, 0, []
    for index, record in enumerate(_records(nodes, edges)):
        chunk.append(record)
        length += len(record)
        if length >= CHUNK or index + 1 == len(nodes):
            yield first, _packed_text(f"[{','.join(chunk)}]")
            first, length, chunk = index + 1, 0, []


def _records(nodes: Sequence[Row], edges: Sequence[Row]) -> Iterator[str]:
    """The texts of each node and of the edges that leave it, as JSON."""
    place = 0
    for index, node in enumerate(nodes):
        leaving = []
        while place < len(edges) and edges[place]["from"] == index:
            leaving.append(_values(edges[place], EDGE_TEXTS))
            place += 1
        yield _json([_values(node, NODE_TEXTS), leaving])


def _values(row: Row, names: Iterable[str]) -> list[Any]:
    return [row.get(name) for name in names]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _packed_text(text: str) -> str:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return base64.b64encode(deflate.compress(text.encode("utf-8")) + deflate.flush()).decode("ascii")
