"""Labelled papers, as people or a program marked them.

One JSON object a line::

    {"id": …, "title": …, "abstract": …,
     "entities": [{"name": …, "type": …, "role": …,
                   "mentions": [{"field": "title" | "abstract", "start": 0, "end": 3, "text": "PPO"}]}],
     "results": [{"value": …, "kind": …, "metric": …, "benchmark": …, "subject": …, "baseline": …, "from": …}]}

Offsets count code points of the field, end exclusive; ``results`` may be left out.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, UnreadableInput
from kg.model import EntityType, Mention, Paper, PaperEntities
from kg.names import name_key

#: Field, first character, end.
Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class LabelledEntity:
    """One entity of a paper."""

    name: str
    type: str
    role: str | None
    spans: frozenset[Span]
    #: `name_key` of the name and of each text by which the paper calls it.
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One number that a paper reports; the names are None where the text gives none."""

    value: str
    metric: str | None = None
    benchmark: str | None = None
    subject: str | None = None
    baseline: str | None = None
    #: ``absolute``, ``gain``, ``ratio`` or ``rank``.
    kind: str | None = None
    #: The value that it started from.
    start: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledPaper:
    """A paper with its entities and results."""

    id: str
    title: str
    abstract: str
    entities: tuple[LabelledEntity, ...]
    results: tuple[ResultRow, ...] = ()


def read_labels(path: Path, *, own_types: bool = False) -> list[LabelledPaper]:
    """The papers of a JSON Lines file, one for each id: the last. Raises UnreadableInput or InputError.

    A type that is none of kg's is taken for a slip, unless the user may have types of their own.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as exc:
        raise UnreadableInput(f"{path}: cannot be read: {exc.strerror or exc}") from exc
    except UnicodeDecodeError as exc:
        raise UnreadableInput(f"{path}: not UTF-8 text; save the file as UTF-8") from exc
    papers = [_paper(line, f"{path}:{number}", own_types) for number, line in enumerate(lines, 1) if line.strip()]
    if not papers:
        raise InputError(f"{path}: holds no labelled paper; expected one JSON object a line")
    return list({paper.id: paper for paper in papers}.values())


def labels_of(found: Iterable[PaperEntities]) -> list[LabelledPaper]:
    """What kg found in papers, in the form of labels: on the texts as they were read."""
    return [_found(each) for each in found]


def _found(each: PaperEntities) -> LabelledPaper:
    paper = each.paper
    return LabelledPaper(
        paper.id,
        paper.text_as_read("title"),
        paper.text_as_read("abstract"),
        tuple(
            _entity(one.name, one.type, one.role, [_as_read(mention, paper) for mention in one.mentions])
            for one in each.entities
        ),
        tuple(
            ResultRow(one.value, one.metric, one.benchmark, one.subject, one.baseline, one.kind, one.start)
            for one in each.results
        ),
    )


def _as_read(mention: Mention, paper: Paper) -> tuple[str, int, int, str]:
    start, end = paper.span_as_read(mention.field, mention.start, mention.end)
    return mention.field, start, end, paper.text_as_read(mention.field)[start:end]


def _entity(name: str, type: str, role: str | None, mentions: list[tuple[str, int, int, str]]) -> LabelledEntity:
    texts = {name_key(text) for *_, text in mentions} - {""}
    spans = frozenset((field, start, end) for field, start, end, _ in mentions)
    return LabelledEntity(name, type, role, spans, frozenset({name_key(name), *texts}))


def _paper(line: str, where: str, own_types: bool) -> LabelledPaper:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as exc:
        raise InputError(f"{where}: not JSON: {exc}") from exc
    try:
        return LabelledPaper(
            id=_text(record["id"]),
            title=_text(record["title"]),
            abstract=_text(record["abstract"]),
            entities=tuple(_labelled(entity, record, own_types) for entity in _list(record["entities"])),
            results=tuple(_result(row) for row in _list(record.get("results") or [])),
        )
    except KeyError as exc:
        raise InputError(f"{where}: not a labelled paper: {exc} is missing") from exc
    except (TypeError, ValueError, AttributeError) as exc:
        raise InputError(f"{where}: not a labelled paper: {exc}") from exc


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("a text holds half of a character (a lone surrogate)")
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return value


def _labelled(entity: dict[str, Any], record: dict[str, Any], own_types: bool) -> LabelledEntity:
    if not own_types and entity["type"] not in list(EntityType):
        raise ValueError(f"{entity['type']!r} is no entity type; known: {', '.join(EntityType)}")
    mentions = [(m["field"], m["start"], m["end"], _text(m["text"])) for m in _list(entity["mentions"])]
    for field, start, end, text in mentions:
        if field not in ("title", "abstract"):
            raise ValueError(f"{field!r} is neither title nor abstract")
        if not (type(start) is type(end) is int and 0 <= start < end and record[field][start:end] == text):
            raise ValueError(f"{text!r} does not stand at {start}:{end} of the {field}")
    return _entity(_text(entity["name"]), _text(entity["type"]), _text_or_none(entity.get("role")), mentions)


def _result(row: dict[str, Any]) -> ResultRow:
    value = row["value"]
    names = (_text_or_none(row.get(name)) for name in ("metric", "benchmark", "subject", "baseline", "kind"))
    metric, benchmark, subject, baseline, kind = names
    start = None if row.get("from") is None else str(row["from"])
    return ResultRow("" if value is None else str(value), metric, benchmark, subject, baseline, kind, start)
