"""Names of notes that every file system takes and every link finds."""

import re
import unicodedata
from collections.abc import Iterator

from kg.exporters.rows import node_rows
from kg.graph.schema import Graph

#: What Windows, Android or Obsidian's links do not take, and what turns the direction of text or cannot be seen.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|#^\[\]%\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
#: File names can have 255 bytes; some are left for a number, the extension, and software that synchronizes.
_BYTES = 180


def note_paths(graph: Graph) -> dict[str, str]:
    """Node id → path of its note without extension, ``kind/name``; two differ by more than case or form of accents."""
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for node in node_rows(graph):
        kind, label = (str(node.attributes.get(name, "")) for name in ("kind", "label"))
        path = next(path for path in _paths(kind, label or node.id) if _folded(path) not in taken)
        taken.add(_folded(path))
        paths[node.id] = path
    return paths


def note_name(text: str) -> str:
    """The text as a file's name without extension."""
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split()).strip(" .")
    name = name.encode("utf-8")[:_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or "Untitled"


def _paths(kind: str, label: str) -> Iterator[str]:
    path = f"{note_name(kind.lower() or 'other')}/{note_name(label)}"
    yield path
    number = 2
    while True:
        yield f"{path} ({number})"
        number += 1


def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", path.casefold()).casefold()
