"""What papers report, as rows that stand for themselves: ``results.jsonl``, one JSON object a line."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_type_hints

from kg.errors import InputError
from kg.files import whole_file
from kg.model import Paper, PaperEntities, Result
from kg.names import one_line


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A result with its paper and its sentence; names and sentence are on one line each."""

    #: The paper's id.
    paper: str
    title: str
    year: int | None
    url: str | None
    value: str
    #: ``absolute``, ``gain``, ``ratio`` or ``rank``; see `kg.model.Result`.
    kind: str
    #: The value from which it started; ``from`` in files.
    start: str | None
    metric: str | None
    benchmark: str | None
    subject: str | None
    baseline: str | None
    sentence: str
    #: Offsets of the value in the sentence, with its unit, end exclusive.
    value_start: int
    value_end: int

    @property
    def written(self) -> str:
        """The value as the sentence writes it: *1.8 times* where the value is ``1.8x``."""
        return self.sentence[self.value_start : self.value_end]


#: How a field is called in files, where that is no name in Python.
_IN_FILES = {"start": "from"}
_TYPES: dict[str, Any] = get_type_hints(ReportedRow)


def reported_rows(papers: Iterable[PaperEntities]) -> list[ReportedRow]:
    """The results of the papers, sorted by the paper's id and the place in its abstract."""
    found = ((paper.paper, result) for paper in papers for result in paper.results)
    return [_row(*one) for one in sorted(found, key=lambda one: (one[0].id, one[1].place))]


def record(row: ReportedRow) -> dict[str, Any]:
    """The row under the names that its fields have in files."""
    return {_IN_FILES.get(name, name): value for name, value in asdict(row).items()}


def from_record(fields: Mapping[str, Any]) -> ReportedRow:
    """The row that `record` told; what is missing is None."""
    known: dict[str, Any] = {name: fields.get(_IN_FILES.get(name, name)) for name in _TYPES}
    return ReportedRow(**known)


def write_results(rows: Iterable[ReportedRow], path: Path) -> None:
    """Write the rows as JSON Lines, in their order. Raises OutputError."""
    with whole_file(path) as stream:
        stream.writelines(json.dumps(record(row), ensure_ascii=False) + "\n" for row in rows)


def read_results(path: Path) -> list[ReportedRow]:
    """The rows that `write_results` wrote. Raises InputError."""
    try:
        # Not splitlines: JSON leaves characters as they are at which that would part a line.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as exc:
        why = getattr(exc, "strerror", None) or exc
        raise InputError(f"{path}: cannot be read: {why}. kg build writes it: name the folder of a build") from exc
    return [_read(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]


def _row(paper: Paper, result: Result) -> ReportedRow:
    begin, end = result.sentence
    before = paper.abstract[begin : result.place[0]]
    through = paper.abstract[begin : result.place[1]]
    return ReportedRow(
        paper=paper.id,
        title=one_line(paper.title),
        year=paper.year,
        url=paper.url,
        value=result.value,
        kind=result.kind,
        start=result.start,
        metric=_name(result.metric),
        benchmark=_name(result.benchmark),
        subject=_name(result.subject),
        baseline=_name(result.baseline),
        sentence=one_line(paper.abstract[begin:end]),
        # A mark stands for the value, so that the space before it counts.
        value_start=len(one_line(before + "|")) - 1,
        value_end=len(one_line(through)),
    )


def _name(name: str | None) -> str | None:
    return name and one_line(name)


def _read(line: str, where: str) -> ReportedRow:
    try:
        fields = json.loads(line)
        row = from_record(fields)
        wrong = [name for name, type in _TYPES.items() if not isinstance(getattr(row, name), type)]
        wrong += fields.keys() ^ record(row).keys()
    except (ValueError, TypeError, AttributeError) as exc:
        raise _not_ours(where, repr(exc)) from exc
    if wrong:
        raise _not_ours(where, f"the field {_IN_FILES.get(wrong[0], wrong[0])!r}")
    return row


def _not_ours(where: str, what: str) -> InputError:
    return InputError(f"{where}: is not as kg build writes it: {what}. Build it anew with kg build")
