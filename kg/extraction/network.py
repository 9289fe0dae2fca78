"""The recognizer's network: from words and evidence to a score of each tag, in numpy.

Words are vectors; each is mixed with its neighbours by depthwise-separable convolutions (F. Chollet, "Xception",
2017) in residual blocks, with root mean square normalization (B. Zhang and R. Sennrich, 2019). `kg.training` fits
the weights; what is computed here and there must be the same, and a test holds them to it.
"""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.vectors import Vectors

from kg.extraction.word_features import TABLES, normal_form, word_rows

Floats = NDArray[np.float32]

#: The weights that come with kg.
WEIGHTS = files("kg.extraction") / "model" / "weights.npz"
#: So many different words are remembered with their vectors (0.4 kB each).
_REMEMBERED = 200_000
_FIRST_ROOM = 4_096
#: So many words are read at once; no abstract is as long, and memory stays bounded for what is none.
_WINDOW = 4_096
#: Keeps the length of an empty vector from nought.
EPSILON = 1e-5


class Network:
    """Scores tags by word and evidence; the weights are read once."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        #: By name, as in the file.
        self.weights = weights
        self._tables = [weights[name] for name in TABLES]
        self._blocks = [
            _Block(
                int(weights[f"{name}.distance"]), *(weights[f"{name}.{part}"] for part in ("taps", "mix", "mix.bias"))
            )
            for name in (f"block{n}" for n in range(sum(name.endswith(".taps") for name in weights)))
        ]
        self._numbers: dict[str, int] = {}
        self._vectors = np.empty((_FIRST_ROOM, len(weights["pool"])), dtype=np.float32)

    def scores(self, words: list[str], evidence: Floats) -> Floats:
        """Log-probabilities, words × tags; ``evidence`` is words × columns. A long text is read in windows."""
        if len(words) <= _WINDOW:
            return self._scores(words, evidence)
        starts = range(0, len(words), _WINDOW)
        return np.concatenate([self._scores(words[n : n + _WINDOW], evidence[n : n + _WINDOW]) for n in starts])

    def _scores(self, words: list[str], evidence: Floats) -> Floats:
        weights = self.weights
        x = self._vectors_of(words)
        x += evidence @ weights["evidence"]
        x = _normalized(x)
        x *= weights["norm0.weight"]
        x += weights["norm0.bias"]
        x += x.mean(axis=0) @ weights["pool"] + weights["pool.bias"]
        for block in self._blocks:
            x += block(x)
        x = _normalized(x)
        x *= weights["norm1.weight"]
        x += weights["norm1.bias"]
        return _log_softmax(x @ weights["out"] + weights["out.bias"])

    def _vectors_of(self, words: list[str]) -> Floats:
        """The vectors of words before their surroundings are read; each is computed once and remembered."""
        numbers = self._numbers
        try:
            found = [numbers[word] for word in words]
        except KeyError:
            if len(numbers) + len(words) > _REMEMBERED:
                numbers.clear()
            for word in words:
                if word not in numbers:
                    self._remember(word)
            found = [numbers[word] for word in words]
        return self._vectors.take(found, axis=0)

    def _remember(self, word: str) -> None:
        number = self._numbers[word] = len(self._numbers)
        if number == len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.empty_like(self._vectors)])
        self._vectors[number] = self._fresh_vector(word)

    def _fresh_vector(self, word: str) -> Floats:
        rows: Floats = np.sum([table[row] for table, row in zip(self._tables, word_rows(word), strict=True)], axis=0)
        projected: Floats = self._subwords[normal_form(word)] @ self.weights["subwords.project"]
        return rows + projected + self.weights["subwords.bias"]

    @cached_property
    def _subwords(self) -> Vectors:
        return subword_vectors(self.weights["subwords"], *self.weights["subwords.settings"].tolist())


def subword_vectors(table: Floats, least: int, most: int, hashes: int, seed: int) -> Vectors:
    """Vectors of words by their letter sequences of ``least`` to ``most`` letters, each in so many rows of the table.

    After floret, https://github.com/explosion/floret.
    """
    return Vectors(
        strings=StringStore(),
        mode="floret",
        data=table,
        minn=least,
        maxn=most,
        hash_count=hashes,
        hash_seed=seed,
        bow="<",
        eow=">",
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """Bring to one length, mix each column with two neighbours, mix the columns, cut below nought."""

    #: How many words off the neighbours are.
    distance: int
    #: Of the word before, the word itself, the word behind: 3 × columns.
    taps: Floats
    mix: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        y = x * (1 / np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + EPSILON))[:, None]
        z = y * self.taps[1]
        if self.distance < len(x):
            z[self.distance :] += y[: -self.distance] * self.taps[0]
            z[: -self.distance] += y[self.distance :] * self.taps[2]
        mixed: Floats = z @ self.mix
        mixed += self.bias
        # An array of noughts as large takes a quarter of the time that one nought takes.
        return np.maximum(mixed, np.zeros_like(mixed), out=mixed)


def _normalized(x: Floats) -> Floats:
    centred: Floats = x - x @ np.full((x.shape[1], 1), 1 / x.shape[1], dtype=np.float32)
    centred *= (1 / np.sqrt(np.einsum("ij,ij->i", centred, centred) / x.shape[1] + EPSILON))[:, None]
    return centred


def _log_softmax(x: Floats) -> Floats:
    x -= x.max(axis=1, keepdims=True)
    x -= np.log(np.exp(x).sum(axis=1, keepdims=True))
    return x


def read_weights(source: Traversable | Path = WEIGHTS) -> dict[str, Floats]:
    """The arrays of a weights file by name; those kept as bytes are scaled back, row by row."""
    with source.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    scales = {name.removesuffix(SCALE): arrays.pop(name) for name in list(arrays) if name.endswith(SCALE)}
    return {
        name: np.ascontiguousarray(array.astype(np.float32) * scales[name][:, None]) if name in scales else array
        for name, array in arrays.items()
    }


#: Ends the name of the array that holds a factor for each row of an array of bytes.
SCALE = ".scale"


def packed(array: Floats) -> tuple[NDArray[np.int8], Floats]:
    """An array as bytes and a factor for each row: a quarter of the room, an error of 0.4 % of the row's peak."""
    peaks = np.abs(array).max(axis=1)
    scale = (np.maximum(peaks, 1e-20) / 127).astype(np.float32)
    return np.round(array / scale[:, None]).astype(np.int8), scale
