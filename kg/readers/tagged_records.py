"""Records of tagged lines, ``TI  - A title``: RIS, MEDLINE and Web of Science's text. rispy reads each record.

The text is parted where a record begins, so that a broken one keeps its neighbours whole. A record whose title or
abstract stands twice has swallowed another one, and is broken itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.readers.record_lines import NO_END, record_lines

if TYPE_CHECKING:
    from rispy import RisParser

#: Tag → its value; those of `Dialect.lists` have several. A tag that a record lacks is not there.
Tags = Mapping[str, str | list[str]]
#: A line behind its tag; None where it has none.
Line = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one format writes a record."""

    #: A line with a tag, which is group 1; a line without one continues the value before it.
    line: re.Pattern[str]
    #: The tag that begins a record, and a line that ends one.
    begin: str
    end: str
    #: Tags of titles and abstracts: each stands once in a record.
    texts: frozenset[str]
    #: Other tags with one value that are read; of several the first counts.
    values: frozenset[str]
    #: Tags with a value a line, tagged or not.
    lists: frozenset[str]
    #: Whether an empty line ends a record, too.
    parted: bool = False

    def tag(self, line: str) -> str | None:
        """The tag of a line, in upper case."""
        match = self.line.match(line)
        return match[1].strip().upper() if match else None

    def split(self, line: str) -> tuple[str, str] | tuple[None, str]:
        """The tag of a line and what stands behind it."""
        match = self.line.match(line)
        return (match[1].strip().upper(), line[match.end() :].strip()) if match else (None, line.strip())


def tagged_records(lines: Iterable[str], dialect: Dialect) -> Iterator[tuple[int, Tags | str]]:
    """Yield the line number of each record with its tags, or with the reason why it is broken."""
    parser = _parser(dialect)
    for record in record_lines(lines, lambda line: dialect.tag(line) == dialect.begin):
        tagged = [(dialect.tag(line), line) for line in record.lines]
        end = _end(tagged, dialect) if record.begun else 0
        if record.begun:
            reason = f"a broken record: {NO_END}" if record.too_long else _broken(tagged[:end], dialect)
            yield record.line, reason or _tags(tagged[:end], dialect, parser)
        for number, (tag, _) in enumerate(tagged[end:], start=record.line + end):
            if tag in dialect.texts:
                yield number, f"a broken record: the line {dialect.begin} that begins it is missing"
                break


def tag_value(tags: Tags, *names: str) -> str | None:
    """The value of the first of these tags that has one."""
    for name in names:
        value = tags.get(name)
        if value and (text := value if isinstance(value, str) else value[0]):
            return text
    return None


def tag_values(tags: Tags, *names: str) -> list[str]:
    """The values of the first of these tags that has any."""
    for name in names:
        if value := tags.get(name):
            return [value] if isinstance(value, str) else [text for text in value if text]
    return []


def _end(lines: list[Line], dialect: Dialect) -> int:
    """How many lines belong to the record itself."""
    end = dialect.tag(dialect.end)
    ends = (n for n, (tag, line) in enumerate(lines) if tag == end or (dialect.parted and line.isspace()))
    return next(ends, len(lines))


def _broken(lines: list[Line], dialect: Dialect) -> str | None:
    seen: dict[str, str] = {}
    for tag, line in lines:
        if tag in dialect.texts and seen.setdefault(tag, value := dialect.split(line)[1]) != value:
            return f"a broken record: two lines {tag}"
    return None


def _tags(lines: list[Line], dialect: Dialect, parser: "RisParser") -> Tags:
    tags: Tags
    (tags,) = parser.parse_lines(iter([*_whole_values(lines, dialect), dialect.end]))
    return tags


def _whole_values(lines: list[Line], dialect: Dialect) -> Iterator[str]:
    """The lines of a record, each with those that continue its value; the parser would copy it for each of them."""
    # What the parser takes for a beginning is the bare tag, in upper case and without a space before it.
    tag, value = dialect.begin, [dialect.begin + lines[0][1].strip()[len(dialect.begin) :]]
    for new, line in lines[1:]:
        if new is None and tag not in dialect.lists:
            value.append(line.strip())
        else:
            yield " ".join(value)
            tag, value = new or tag, [line.rstrip()]
    yield " ".join(value)


@cache
def _parser(dialect: Dialect) -> "RisParser":
    from rispy import RisParser

    class Parser(RisParser):  # type: ignore[misc]  # rispy has no types
        START_TAG = dialect.begin
        END_TAG = dialect.tag(dialect.end) or ""

        def parse_line(self, line: str) -> tuple[str, str] | tuple[None, str]:
            return dialect.split(line)

    known = {dialect.begin, *dialect.texts, *dialect.values, *dialect.lists}
    return Parser(
        mapping={tag: tag for tag in known},
        list_tags=list(dialect.lists),
        delimiter_tags_mapping={},
        skip_unknown_tags=True,
    )
