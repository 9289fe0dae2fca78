"""Find the format of each source by its content and read it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.errors import InputError, UnknownFormat
from kg.model import Paper, Place, Skipped
from kg.readers import json_lines, listing_page
from kg.readers.content import Content
from kg.readers.inputs import Source


class Reader(Protocol):
    """What a module of this folder offers to be a reader."""

    #: The name by which ``--format`` knows it.
    NAME: str
    #: What it reads, a line of the README's table.
    DESCRIPTION: str

    def recognises(self, head: str) -> bool:
        """Whether the beginning of a source is of this format."""

    def read(self, content: Content) -> Iterator[Paper | Skipped]:
        """Yield each record as a Paper, or as Skipped with its place and the reason."""


#: Readers by name, asked in this order.
READERS: dict[str, Reader] = {reader.NAME: reader for reader in (json_lines, listing_page)}


def read_sources(sources: Iterable[Source | Skipped], format: str | None = None) -> Iterator[Paper | Skipped]:
    """Yield the records of all sources; a source that cannot be read is one Skipped without a line."""
    for source in sources:
        if isinstance(source, Skipped):
            yield source
            continue
        try:
            with source.open() as content:
                reader = READERS[format] if format else _detect(content.head)
                yield from reader.read(content)
        except InputError as exc:
            yield Skipped(Place(source.name), str(exc))


def _detect(head: str) -> Reader:
    if not head.strip():
        raise UnknownFormat("the file is empty")
    for reader in READERS.values():
        if reader.recognises(head):
            return reader
    if "\0" in head:
        raise UnknownFormat("not a text file in UTF-8")
    raise UnknownFormat(f"its format is not known. Known are {', '.join(READERS)}; name one with --format")
