"""Find the format of each source by its content and read it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol, TextIO

from kg.errors import InputError, UnknownFormat
from kg.model import Paper, Skipped
from kg.readers import json_lines, listing_page
from kg.readers.inputs import Source

#: How much of a source is looked at to find its format, in characters.
HEAD = 65_536


class Reader(Protocol):
    """What a module of this folder offers to be a reader."""

    NAME: str

    def recognises(self, head: str) -> bool:
        """Whether the beginning of a source is of this format."""

    def read(self, lines: Iterable[str], source: str) -> Iterator[Paper | Skipped]:
        """Yield each record as a Paper, or as Skipped with its line and the reason."""


#: Readers by name, asked in this order.
READERS: dict[str, Reader] = {reader.NAME: reader for reader in (json_lines, listing_page)}


def read_sources(sources: Iterable[Source | Skipped], format: str | None = None) -> Iterator[Paper | Skipped]:
    """Yield the records of all sources; a source that cannot be read is one Skipped without a line."""
    for source in sources:
        if isinstance(source, Skipped):
            yield source
            continue
        try:
            with source.open() as stream:
                yield from _read(stream, source.name, format)
        except InputError as exc:
            yield Skipped(source.name, None, str(exc))


def _read(stream: TextIO, source: str, format: str | None) -> Iterator[Paper | Skipped]:
    first = _first_lines(stream)
    reader = READERS[format] if format else _detect("".join(first))
    yield from reader.read(chain(first, stream), source)


def _first_lines(stream: TextIO) -> list[str]:
    lines, size = [], 0
    while size < HEAD and (line := stream.readline()):
        lines.append(line)
        size += len(line)
    return lines


def _detect(head: str) -> Reader:
    if not head.strip():
        raise UnknownFormat("the file is empty")
    for reader in READERS.values():
        if reader.recognises(head):
            return reader
    if "\0" in head:
        raise UnknownFormat("not a text file in UTF-8")
    raise UnknownFormat(f"its format is not known. Known are {', '.join(READERS)}; name one with --format")
