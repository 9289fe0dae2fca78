"""Whether more or less of a metric is better: ``directions.tsv``, a reviewed table with the columns of `Direction`.

A metric whose direction depends on who asks (attack success rate, refusal rate, compression ratio) is not in it. Kinds
of some metrics go the same way: *pixel-level AUROC*, *mean Dice*.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from kg.errors import LexiconError
from kg.lexicons import read_names
from kg.model import EntityType
from kg.resolution.surface import spelling_key, words_of

FILE = Path(__file__).with_name("directions.tsv")

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Direction:
    """A metric, which of its values are better, and where that is from."""

    metric: str
    better: Better
    source: str


#: Metrics of which every kind is read alike,
_HEADS = frozenset(
    "accuracy ap auc auroc cer dice error f1 fid iou latency mae map mse precision psnr recall rmse ssim wer".split()
)
#: unless a word before them says that it is what others want, or how far two are apart.
_TURNS = re.compile(r"attack|advers|membership|inference|backdoor|leak|poison|standard|type|gap|delta", re.IGNORECASE)
_HEADER = [column.name for column in fields(Direction)]


def read_directions(path: Path = FILE) -> list[Direction]:
    """The rows of the table in their order. Raises LexiconError, which names the line."""
    try:
        header, *rows = [line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]
    except (OSError, UnicodeDecodeError) as exc:
        raise LexiconError(f"{path}: cannot be read: {exc}") from exc
    if header != _HEADER:
        raise LexiconError(f"{path}:1: the header must be {' <tab> '.join(_HEADER)}")
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header) or not all(row) or row[1] not in ("higher", "lower"):
            raise LexiconError(f"{path}:{number}: a row is a metric, higher or lower, and a source")
    return [Direction(metric, cast(Better, better), source) for metric, better, source in rows]


def better(metric: str | None) -> Better | None:
    """Which values of a metric are better, its name in any spelling; None where that is not known."""
    if not metric:
        return None
    return _known().get(spelling_key(metric)) or _better_of_all(metric)


def _better_of_all(metric: str) -> Better | None:
    """That of the last word, if it is a metric of which every kind is read alike."""
    *before, head = words_of(metric) or ("",)
    is_head = head.lower() in _HEADS and not any(map(_TURNS.match, before))
    return _known().get(spelling_key(head)) if is_head else None


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Better]:
    known = {spelling_key(row.metric): row.better for row in read_directions()}
    for entry in read_names(EntityType.METRIC):
        if direction := known.get(spelling_key(entry.name)):
            for form in entry.forms:
                known.setdefault(spelling_key(form), direction)
    return known
