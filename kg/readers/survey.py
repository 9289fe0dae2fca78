"""What sources hold: the format that each is taken for, how many papers, which fields are filled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.inputs import Source
from kg.readers.mapping import FIELDS
from kg.readers.read import check_mapping, contents_of, read_content
from kg.readers.skipped_records import reason_kind
from kg.readers.skipped_rows import foreign


@dataclass(slots=True)
class Survey:
    """What one source holds, or one file of an archive."""

    name: str
    #: Name of its reader; None where no reader takes it.
    format: str | None = None
    encoding: str = ""
    #: What it was unpacked from, such as ``zip, gzip``.
    packing: str = ""
    papers: int = 0
    #: Kind of reason → how many records are skipped for it,
    skipped: Counter[str] = field(default_factory=Counter)
    #: and the first of these.
    examples: dict[str, Skipped] = field(default_factory=dict)
    #: Field → number of papers that have it.
    filled: Counter[str] = field(default_factory=Counter)
    first: Paper | None = None
    #: Why it, or its end, could not be read.
    unread: Skipped | None = None

    def add(self, record: Paper | Skipped) -> None:
        """Count one record."""
        if isinstance(record, Paper):
            self.papers += 1
            self.filled.update(name for name in FIELDS if getattr(record, name) not in (None, "", ()))
            self.first = self.first or record
        elif record.place.is_whole_source:
            self.unread = record
        else:
            kind = reason_kind(record)
            self.skipped[kind] += 1
            self.examples.setdefault(kind, record)


def survey_sources(
    sources: Iterable[Source | Skipped],
    format: str | None = None,
    mapping: Mapping[str, str] | None = None,
    all_languages: bool = False,
) -> Iterator[Survey]:
    """A survey of each source, and of each file of an archive; what the options mean `kg.build.Reading` says.

    Raises UnknownFormat at the end if the mapping is of no use to any of them.
    """
    formats = set[str]()
    for source in sources:
        for content in [source] if isinstance(source, Skipped) else contents_of(source, mapping or {}):
            if isinstance(content, Skipped):
                yield Survey(content.place.source, unread=content)
            else:
                yield _survey(content, format, all_languages)
                formats.add(content.format)
    check_mapping(mapping, formats)


def _survey(content: Content, format: str | None, all_languages: bool) -> Survey:
    survey = Survey(content.name, packing=content.packing)
    for record in read_content(content, format):
        if isinstance(record, Paper) and record.language and not all_languages:
            record = foreign(record)
        survey.add(record)
    # Both are known for certain only when all was read.
    survey.format, survey.encoding = content.format or None, str(content.encoding)
    return survey
