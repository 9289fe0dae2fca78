"""Linear models over features that have a slot and what fills it, each kind of thing with weights of its own."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import repeat
from pathlib import Path
from sys import intern

import numpy as np
from numpy.typing import NDArray

from kg.extraction.words_around import SLOTS, Feature, KindFeature, Lookup

#: Where the weights that come with kg stand.
MODEL = Path(__file__).parent / "model"

Floats = NDArray[np.float32]


class LinearModel:
    """Weights, a row a feature."""

    def __init__(self, features: Sequence[KindFeature], weights: Floats) -> None:
        #: Kind → feature → row, counted from 1; row 0 is nought.
        self._rows: dict[str, dict[Feature, int]] = defaultdict(dict)
        for row, (kind, slot, value) in enumerate(features, start=1):
            # Slots that are one object stay near the processor.
            self._rows[kind][intern(slot), value] = row
        self._lookups: dict[str, Lookup[int]] = {}
        self._matrices: dict[tuple[tuple[str, ...], str], Floats] = {}
        # Weights have few bits, so that sums of doubles are the same in any order.
        self._weights = np.concatenate([np.zeros((1, weights.shape[1])), weights])

    def lookup(self, kind: str) -> Lookup[int]:
        """The rows of the features of one kind of thing, 0 for some that are unknown."""
        if kind not in self._lookups:
            self._lookups[kind] = _lookup(self._rows[kind])
        return self._lookups[kind]

    def sums(self, some: Iterable[Iterable[int]]) -> NDArray[np.float64]:
        """Of each collection of rows the sums of their weights, one a column: collections × columns."""
        rows: list[int] = []
        begins = []
        for each in some:
            begins.append(len(rows))
            rows.append(0)
            rows += each
        if not rows:
            return np.zeros((0, self._weights.shape[1]))
        weights = self._weights.take(np.fromiter(rows, np.intp, len(rows)), axis=0)
        summed: NDArray[np.float64] = np.add.reduceat(weights, begins, axis=0)
        return summed

    def matrix(self, kinds: tuple[str, ...], slot: str) -> Floats:
        """The weights of what fills a slot with numbers, from nought on, as of features that have a size.

        Rows × kinds × columns, with as many rows as the slot has numbers; nought for a kind that lacks one.
        """
        if (kinds, slot) not in self._matrices:
            rows = [{value: row for (its, value), row in self._rows[kind].items() if its == slot} for kind in kinds]
            count = max(map(len, rows), default=0)
            places = [[of_kind.get(n, 0) for of_kind in rows] for n in range(count)]
            self._matrices[kinds, slot] = self._weights[np.array(places, np.intp).reshape(count, len(kinds))].astype(
                np.float32
            )
        return self._matrices[kinds, slot]

    def scores(self, kind: str, features: Iterable[Feature]) -> list[float]:
        """The sums of the features' weights, one a column."""
        sums: list[float] = self.sums([filter(None, map(self._rows[kind].get, features))])[0].tolist()
        return sums


def _lookup(rows: dict[Feature, int]) -> Lookup[int]:
    words: dict[str | int, list[int]] = {}
    for (slot, value), row in rows.items():
        if slot in SLOTS:
            words.setdefault(value, [0] * len(SLOTS))[SLOTS.index(slot)] = row
    unknown = (0,) * len(SLOTS)
    # Tuples hold what a list only points to.
    known = {word: tuple(of_word) for word, of_word in words.items()}
    return Lookup(
        lambda features: filter(None, map(rows.get, features)),
        lambda some: list(map(known.get, some, repeat(unknown))),
    )


def read_linear_model(path: Path) -> LinearModel:
    """A model as `write_linear_model` wrote it."""
    with path.open("rb") as stream, np.load(stream) as arrays:
        return LinearModel(json.loads(arrays["features"].tobytes()), arrays["weights"].astype(np.float32))


def write_linear_model(features: Sequence[KindFeature], weights: Floats, path: Path) -> None:
    """Write a model; weights lose what half the bits cannot hold."""
    text = np.frombuffer(json.dumps(features).encode(), dtype=np.uint8)
    with path.open("wb") as stream:
        np.savez_compressed(stream, features=text, weights=weights.astype(np.float16))
