"""What was not read, and what was read in part: why, and all of it as a table to look through.

The table has one JSON object a line: ``source``, ``line`` or ``record`` where it is one of a source's, ``reason``, and
``kept``: whether it is a paper of the graph all the same.
"""

import json
from collections.abc import Iterable, Iterator
from heapq import merge
from pathlib import Path
from typing import Any

from kg.files import whole_file
from kg.model import Paper, Place, Skipped
from kg.readers.skipped_records import SkippedRecords, order

TITLE_ONLY = "no abstract: read by its title"


def foreign(paper: Paper) -> Skipped:
    """A paper that is left out for its language."""
    return Skipped(paper.place or Place(paper.id), f"not English: {paper.language}")


def write_skipped(skipped: SkippedRecords, papers: Iterable[Paper], path: Path) -> None:
    """Write a row for all that was skipped and for each paper that has no abstract, by source and place.

    Raises OutputError.
    """
    with whole_file(path) as stream:
        stream.writelines(_line(*row) for row in merge(_lost(skipped), _kept(papers), key=lambda row: order(row[0])))


def _lost(skipped: SkippedRecords) -> Iterator[tuple[Skipped, bool]]:
    return ((one, False) for one in skipped)


def _kept(papers: Iterable[Paper]) -> list[tuple[Skipped, bool]]:
    found = (Skipped(paper.place, TITLE_ONLY) for paper in papers if paper.place and not paper.abstract.strip())
    return [(one, True) for one in sorted(found, key=order)]


def _line(one: Skipped, kept: bool) -> str:
    place = one.place
    row: dict[str, Any] = {"source": place.source}
    row |= {name: number for name in ("line", "record") if (number := getattr(place, name)) is not None}
    text = json.dumps({**row, "reason": one.reason, "kept": kept}, ensure_ascii=False)
    # A file's name may hold what no text file can.
    return text.encode("utf-8", "replace").decode() + "\n"
