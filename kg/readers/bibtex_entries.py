"""BibTeX text → entries with plain values. bibtexparser finds the blocks.

The text is handed over in pieces that each begin with ``@type{`` at the start of a line: so a broken entry keeps
its neighbours whole, its line is known, and memory is bounded. Grammar: https://ctan.org/pkg/bibtex
"""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.names import one_line
from kg.readers.bibtex_values import LONGEST_MACRO, plain_value
from kg.readers.record_lines import NO_END, RecordLines, record_lines

_BEGINS = re.compile(r"\s*@\s*[A-Za-z]+\s*[{(]")
#: EndNote and Mendeley leave out a key that they do not have.
_KEYLESS = re.compile(
    r"\s*@\s*(?!(?:string|preamble|comment)\b)[A-Za-z]+\s*[{(](?=\s*[A-Za-z][\w-]*\s*=)", re.IGNORECASE
)
#: A field outside any entry: its entry has lost its first line.
_LOST_FIELD = re.compile(r"^[ \t]*(?:title|abstract|author)[ \t]*=\s*[{\"]", re.IGNORECASE | re.MULTILINE)
_PLAIN = r"(?:[^{}\n]++|(?<=\\)[{}])*+"
_BRACES = r"(?<!\\)\{%s(?<!\\)\}"
_WITH_BRACES = f"{_PLAIN}(?:{_BRACES}{_PLAIN})*+"
#: A field that fills a line, its value in braces. The parser, which looks at each comma, brace and newline of a value,
#: is given a number instead.
_FIELD = re.compile(
    r"^([ \t]*+[A-Za-z][\w-]*+[ \t]*+=[ \t]*+)"
    rf"({_BRACES % (_WITH_BRACES % (_WITH_BRACES % _PLAIN))})(?=,?[ \t]*$)",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\0(\d+)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: type and field names in lower case, macros put in, outer braces or quotes taken off."""

    line: int
    type: str
    key: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """A piece of text that was meant to be an entry."""

    line: int
    reason: str


def read_entries(lines: Iterable[str]) -> Iterator[Entry | BrokenEntry]:
    """Yield the entries of a BibTeX text in their order; comments and preambles are passed over."""
    # Its warnings come as BrokenEntry.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    macros = {month: month for month in _MONTHS}
    for piece in record_lines(lines, _BEGINS.match):
        if piece.too_long:
            yield BrokenEntry(piece.line, f"a broken entry: {NO_END}")
        else:
            yield from _entries(piece, macros)


def _entries(piece: RecordLines, macros: dict[str, str]) -> Iterator[Entry | BrokenEntry]:
    from bibtexparser import model
    from bibtexparser.splitter import Splitter

    broken = False
    text, values = _numbered(_keyed(piece.text))
    for block in Splitter(text).split().blocks:
        line = piece.line + (block.start_line or 0)
        # A key or a field that stands twice breaks no entry by itself.
        while isinstance(block, model.ParsingFailedBlock) and block.ignore_error_block:
            block = block.ignore_error_block
        if isinstance(block, model.String):
            macros[block.key.lower()] = (plain_value(_whole(block.value, values), macros) or "")[:LONGEST_MACRO]
        elif isinstance(block, model.Entry):
            fields = [
                (_whole(field.key, values).lower(), plain_value(_whole(field.value, values), macros))
                for field in block.fields
            ]
            yield _entry(line, block.entry_type, _whole(block.key, values), fields)
        elif isinstance(block, model.ParsingFailedBlock):
            broken = True
            yield BrokenEntry(line, f"a broken entry: {_why(block.error, values)}")
        elif (
            isinstance(block, model.ImplicitComment)
            and not broken
            and _LOST_FIELD.search(_whole(block.comment, values))
        ):
            yield BrokenEntry(line, "a broken entry: fields without the line that begins their entry")


def _keyed(text: str) -> str:
    """The entry with a place for its key."""
    keyless = _KEYLESS.match(text)
    return f"{keyless[0]},{text[keyless.end() :]}" if keyless else text


def _numbered(text: str) -> tuple[str, list[str]]:
    """The text with numbers in the places of values, and these values."""
    values = list[str]()

    def number(line: re.Match[str]) -> str:
        values.append(line[2])
        return f"{line[1]}\0{len(values) - 1}"

    return (text if "\0" in text else _FIELD.sub(number, text)), values


def _whole(text: str, values: Sequence[str]) -> str:
    """The text with the values in the places of their numbers."""
    if not values or "\0" not in text:
        return text
    alone = _NUMBER.fullmatch(text)
    return values[int(alone[1])] if alone else _NUMBER.sub(lambda number: values[int(number[1])], text)


def _why(error: Exception, values: Sequence[str]) -> str:
    reason = one_line(_whole(getattr(error, "abort_reason", str(error)), values))
    # The end of the piece is not that of the file.
    return "a brace or a quote is missing" if "end of file" in reason else _short(reason)


def _entry(line: int, type: str, key: str, values: list[tuple[str, str | None]]) -> Entry | BrokenEntry:
    fields: dict[str, str] = {}
    for name, value in values:
        if value is None:
            return BrokenEntry(line, f"a broken entry: no comma, or no end, behind {name} in {_short(key)}")
        if fields.setdefault(name, value) != value and name in ("title", "abstract"):
            return BrokenEntry(line, f"a broken entry: two fields {name} in {_short(key)}")
    return Entry(line, type.lower(), one_line(key), fields)


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:100]}…"
