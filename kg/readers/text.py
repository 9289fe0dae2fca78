"""Plain text: one paper a file, its title in the first line, its abstract in the rest.

Nothing in such a text tells what it is, so it is read where ``--format text`` says so, and for the texts of a folder
that no other reader takes.
"""

from collections.abc import Iterator
from itertools import islice

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.record import paper_of

NAME = "text"
DESCRIPTION = "plain text, one paper a file: the first line is its title, the rest its abstract; a folder of such files"

#: A longer text is no abstract, in lines.
MOST_LINES = 100_000


def recognises(head: str) -> bool:  # noqa: ARG001
    """Never: any text could be one."""
    return False


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield the one Paper; nothing if the text is empty."""
    lines = list(islice(content.lines(), MOST_LINES + 1))
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return
    place = Place(content.name, line=first + 1)
    if len(lines) > MOST_LINES:
        yield Skipped(place, f"too long for one abstract: more than {MOST_LINES:,} lines")
    else:
        # Markdown marks a heading so.
        title = lines[first].strip().lstrip("#").removeprefix("Title:")
        yield paper_of({"title": title, "abstract": "".join(lines[first + 1 :])}, place)
