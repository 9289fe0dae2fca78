"""Find the format of each source by its content and read it."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Protocol

from kg.errors import InputError, MissingExtra, NoInput, UnknownFormat
from kg.model import Paper, Place, Skipped
from kg.readers import (
    arxiv_atom,
    arxiv_listing,
    arxiv_oai,
    arxiv_page,
    arxiv_snapshot,
    bibtex,
    crossref,
    csl_json,
    hf_json,
    hf_page,
    jats,
    json_documents,
    json_lines,
    listing_page,
    medline,
    openalex,
    parquet,
    pubmed,
    ris,
    semantic_scholar,
    tables,
    text,
    wos_text,
)
from kg.readers.content import Content
from kg.readers.folder import TEXT_ENDINGS, holds_no_records, is_note, kind_of, looks_like_paper
from kg.readers.inputs import Source
from kg.readers.json_records import is_json
from kg.readers.xml_records import OWN_ENTITIES, defines_entities


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
READERS: dict[str, Reader] = {
    reader.NAME: reader
    for reader in (
        parquet,
        arxiv_atom,
        arxiv_oai,
        pubmed,
        jats,
        arxiv_snapshot,
        hf_json,
        openalex,
        semantic_scholar,
        crossref,
        csl_json,
        json_lines,
        json_documents,
        bibtex,
        ris,
        medline,
        wos_text,
        arxiv_page,
        hf_page,
        arxiv_listing,
        listing_page,
        tables,
        text,
    )
}


#: Said of a source that holds nothing, such as the last page of a search; with a format named, that may be wrong.
NO_RECORD = "no record is found in it"
ALL_LOST = "none of its records could be read"
#: Readers that look for columns or keys by name, which a mapping can say.
MAPPED = ("csv", "parquet", "json", "jsonl")


def read_sources(
    sources: Iterable[Source | Skipped], format: str | None = None, mapping: Mapping[str, str] | None = None
) -> Iterator[Paper | Skipped]:
    """Yield the records of all sources; a source that cannot be read is one Skipped without a line.

    ``mapping`` says which column or key of a table or of JSON holds a field of a paper. Raises UnknownFormat at the
    end if there is one and no source was of a format that takes it.
    """
    formats = set[str]()
    for source in sources:
        for content in [source] if isinstance(source, Skipped) else contents_of(source, mapping or {}):
            if isinstance(content, Skipped):
                yield content
            else:
                yield from read_content(content, format)
                formats.add(content.format)
    check_mapping(mapping, formats)


def check_mapping(mapping: Mapping[str, str] | None, formats: Iterable[str]) -> None:
    """Raise UnknownFormat if there is a mapping and none of the formats that were read takes one."""
    read = sorted(filter(None, formats))
    if mapping and read and not set(read) & set(MAPPED):
        raise UnknownFormat(
            f"--map names columns of tables and keys of JSON, and {', '.join(read)} has fields of its own. Leave it "
            f"out, or name one of {', '.join(MAPPED)} with --format."
        )


def contents_of(source: Source, mapping: Mapping[str, str]) -> Iterator[Content | Skipped]:
    """The contents of a source; what cannot be opened comes as Skipped."""
    try:
        yield from source.contents(mapping)
    except (InputError, MissingExtra) as exc:
        yield Skipped(Place(source.name), str(exc))


def read_content(content: Content, format: str | None = None) -> Iterator[Paper | Skipped]:
    """The records of one content; the end of what can be read of it is a Skipped without a line, and so is nothing.

    So are records of which none is a paper.
    """
    try:
        reader = READERS[format] if format else find_reader(content)
        content.format = reader.NAME
        records = iter(reader.read(content))
        first = next(records, None)
        if first is None:
            yield Skipped(Place(content.name), NO_RECORD, harmless=not format)
        else:
            yield from _noting_loss(itertools.chain([first], records), content.name)
    except (InputError, MissingExtra) as exc:
        yield Skipped(Place(content.name), str(exc), harmless=isinstance(exc, NoInput))
    except OSError as exc:
        yield Skipped(Place(content.name), f"cannot be read: {exc.strerror or exc}")


def _noting_loss(records: Iterable[Paper | Skipped], name: str) -> Iterator[Paper | Skipped]:
    """The records, and behind them, if so, that each was skipped: then a whole source is lost."""
    papers = lost = False
    for record in records:
        papers |= isinstance(record, Paper)
        lost |= isinstance(record, Skipped) and not (record.harmless or record.place.is_whole_source)
        yield record
    if lost and not papers:
        yield Skipped(Place(name), ALL_LOST)


def find_reader(content: Content) -> Reader:
    """The first reader that recognises the content. Raises UnknownFormat."""
    head, path = content.head, PurePath(content.name)
    if not head.strip():
        raise (NoInput if content.among else UnknownFormat)("the file is empty")
    for reader in READERS.values():
        if reader.recognises(head):
            return reader
    if content.among == "texts" and _is_paper(path, head):
        return READERS["text"]
    if content.mapping and tables.has_cells(head) and not kind_of(content.first_bytes):
        # Columns that only the user knows.
        return READERS["csv"]
    raise _unknown(content, path)


def _is_paper(path: PurePath, head: str) -> bool:
    return path.suffix.lower() in TEXT_ENDINGS and not holds_no_records(path) and looks_like_paper(head)


def _unknown(content: Content, path: PurePath) -> UnknownFormat:
    kind, head = kind_of(content.first_bytes), content.head
    if content.among and (kind or holds_no_records(path)):
        return NoInput("passed over: " + (f"{kind} holds no records" if kind else "by its name it holds no records"))
    if content.among == "files" and is_note(path, head):
        return NoInput("passed over: a note beside other files; give it by itself with --format text if it is a paper")
    if kind:
        return UnknownFormat(f"{kind}, which kg does not read: give it an export of titles and abstracts")
    if "\0" in head:
        return UnknownFormat("not a text file")
    if head.lstrip().startswith("<") and defines_entities(head):
        return UnknownFormat(OWN_ENTITIES)
    if is_json(head):
        return (NoInput if content.among else UnknownFormat)(f"{NO_RECORD}: it is JSON, and holds no paper")
    other = "" if content.encoding.is_sure else " If its letters are not those of Windows-1252, save it as UTF-8."
    return UnknownFormat(
        "its format is not known. Name it with --format, or the columns of a table with --map; "
        f"kg build --help lists the formats.{other}"
    )
