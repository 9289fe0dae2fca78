"""Names of notes that every file system takes and every link finds."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import count

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
    #: How many have a path but for the number.
    alike: Counter[str] = Counter()
    for node in node_rows(graph):
        kind, label = (str(node.attributes.get(name, "")) for name in ("kind", "label"))
        path = f"{note_name(kind.lower() or 'other')}/{note_name(label or node.id)}"
        numbered = _numbered(path, alike[_folded(path)])
        paths[node.id] = next(path for path in numbered if _folded(path) not in taken)
        taken.add(_folded(paths[node.id]))
        alike[_folded(path)] += 1
    return paths


def note_name(text: str) -> str:
    """The text as a file's name without extension."""
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split()).strip(" .")
    name = name.encode("utf-8")[:_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or "Untitled"


def _numbered(path: str, taken: int) -> Iterator[str]:
    """The path with each number that may be free, when so many have it: *Editorial*, *Editorial (2)*, …."""
    if not taken:
        yield path
    for number in count(max(taken + 1, 2)):
        yield f"{path} ({number})"


def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", path.casefold()).casefold()
