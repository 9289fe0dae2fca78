"""How often each finder is right: the share of its mentions that annotators marked at the same place, as the same type.

The figures stand in ``reliability.tsv``, written by ``tests/benchmarks/reliability.py`` from annotated abstracts.
"""

import csv
from collections.abc import Mapping
from importlib.resources import files

FILE = "reliability.tsv"
HEADER = ("finder", "type", "right", "found")


def smoothed(right: int, found: int) -> float:
    """The share of right mentions, pulled towards one half where few were seen (Laplace's rule of succession)."""
    return round((right + 1) / (found + 2), 3)


def _read() -> Mapping[tuple[str, str], float]:
    lines = (files(__package__) / FILE).read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t")
    return {(row["finder"], row["type"]): smoothed(int(row["right"]), int(row["found"])) for row in rows}


_SHARES = _read()


def confidence(finder: str, type: str) -> float:
    """Share of this finder's mentions of this type that are right, 0 to 1; one half where none was ever seen."""
    return _SHARES.get((finder, type), smoothed(0, 0))
