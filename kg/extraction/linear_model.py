"""Linear models over features that have a slot and what fills it, each kind of thing with weights of its own."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

#: Where the weights that come with kg stand.
MODEL = Path(__file__).parent / "model"

Floats = npt.NDArray[np.float32]

#: A slot and what fills it.
Feature = tuple[str, str | int]
#: The same with the kind of thing that it speaks of.
KindFeature = tuple[str, str, str | int]


class LinearModel:
    """Weights, a row a feature."""

    def __init__(self, features: Sequence[KindFeature], weights: Floats) -> None:
        #: Kind → feature → row, counted from 1.
        self._rows: dict[str, dict[Feature, int]] = defaultdict(dict)
        for row, (kind, slot, value) in enumerate(features, start=1):
            self._rows[kind][slot, value] = row
        self._weights = np.concatenate([np.zeros((1, weights.shape[1]), dtype=np.float32), weights])
        self._first: list[float] = self._weights[:, 0].tolist()

    def scores(self, kind: str, features: Iterable[Feature]) -> list[float]:
        """The sums of the features' weights, one a column."""
        rows = list(filter(None, map(self._rows[kind].get, features)))
        summed: list[float] = self._weights.take(rows, axis=0).sum(axis=0).tolist()
        return summed

    def score(self, kind: str, features: Iterable[Feature]) -> float:
        """The sum in the first column alone; for a few features numpy would take several times as long."""
        return sum(map(self._first.__getitem__, filter(None, map(self._rows[kind].get, features))))


def read_linear_model(path: Path) -> LinearModel:
    """A model as `write_linear_model` wrote it."""
    with path.open("rb") as stream, np.load(stream) as arrays:
        return LinearModel(json.loads(arrays["features"].tobytes()), arrays["weights"].astype(np.float32))


def write_linear_model(features: Sequence[KindFeature], weights: Floats, path: Path) -> None:
    """Write a model; weights lose what half the bits cannot hold."""
    text = np.frombuffer(json.dumps(features).encode(), dtype=np.uint8)
    with path.open("wb") as stream:
        np.savez_compressed(stream, features=text, weights=weights.astype(np.float16))
