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
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.vectors import Vectors

from kg.extraction.evidence import COLUMNS, PHRASE_COLUMNS, Evidence
from kg.extraction.remembered_rows import Floats, RememberedRows
from kg.extraction.word_features import TABLES, normal_form, word_rows

#: The weights that come with kg.
WEIGHTS = files("kg.extraction") / "model" / "weights.npz"
#: So many words are read at once; no abstract is as long, and memory stays bounded for what is none.
_WINDOW = 4_096
#: Keeps the length of an empty vector from nought.
EPSILON = 1e-5


class Network:
    """Scores tags by word and evidence; the weights are read once."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        #: By name, as in the file.
        self.weights = weights
        width = len(weights["pool"])
        self._tables = [weights[name] for name in TABLES]
        # Normalization takes off the mean of each row; where all that is added up has none, nothing is left to do.
        self._evidence = weights["evidence"] - weights["evidence"].mean(axis=1, keepdims=True)
        self._places = np.stack([self._sum(n << PHRASE_COLUMNS) for n in range(1 << len(COLUMNS) - PHRASE_COLUMNS)])
        self._words = RememberedRows(self._word, width)
        self._marks = RememberedRows(self._sum, width)
        self._blocks = [
            _Block(
                int(weights[f"{name}.distance"]), *(weights[f"{name}.{part}"] for part in ("taps", "mix", "mix.bias"))
            )
            for name in (f"block{n}" for n in range(sum(name.endswith(".taps") for name in weights)))
        ]
        self._out = _Out.of(*(weights[name] for name in ("norm1.weight", "norm1.bias", "out", "out.bias")))

    def read(self, words: list[str], evidence: Evidence) -> "Read":
        """What the network makes of each word. A long text is read in windows."""
        if len(words) <= _WINDOW:
            return self._read(words, evidence)
        windows = [(start, start + _WINDOW) for start in range(0, len(words), _WINDOW)]
        parts = [self._read(words[slice(*each)], evidence.window(*each)) for each in windows]
        return Read(*map(np.concatenate, zip(*parts, strict=True)))

    def _read(self, words: list[str], evidence: Evidence) -> "Read":
        weights = self.weights
        x = self._words.of(words)
        x += self._places.take(evidence.places, axis=0)
        x[evidence.words] += self._marks.of(evidence.marks)
        x /= _lengths(x)[:, None]
        x *= weights["norm0.weight"]
        pooled = x.sum(axis=0) / len(x) + weights["norm0.bias"]
        x += weights["norm0.bias"] + pooled @ weights["pool"] + weights["pool.bias"]
        # Arrays that are made anew each time would take a tenth of the time.
        room = _Room(np.empty_like(x), np.empty_like(x), np.empty_like(x), np.zeros_like(x))
        for block in self._blocks:
            x += block(x, room)
        return Read(x, self._out(x))

    def _word(self, word: str) -> Floats:
        """The vector of a word before its surroundings are read."""
        rows: Floats = np.sum([table[row] for table, row in zip(self._tables, word_rows(word), strict=True)], axis=0)
        rows += self._subwords[normal_form(word)] @ self.weights["subwords.project"] + self.weights["subwords.bias"]
        rows -= rows.mean()
        return rows

    def _sum(self, columns: int) -> Floats:
        """The sum of the vectors of columns of the evidence, given as bits."""
        told = [column for column in range(len(COLUMNS)) if columns >> column & 1]
        total: Floats = self._evidence[told].sum(axis=0)
        return total

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


class Read(NamedTuple):
    """Words as the network has read them in their surroundings."""

    #: Words × columns: what it knows of each word.
    contexts: Floats
    #: Words × tags: logarithms of probabilities, each row up to a constant.
    scores: Floats


class _Room(NamedTuple):
    """Arrays as large as what is computed, for what comes between."""

    normal: Floats
    beside: Floats
    mixed: Floats
    #: An array of noughts; to compare with a single one takes four times as long.
    noughts: Floats


@dataclass(frozen=True, slots=True)
class _Block:
    """Bring to one length, mix each column with two neighbours, mix the columns, cut below nought."""

    #: How many words off the neighbours are.
    distance: int
    #: Of the word before, the word itself, the word behind: 3 × columns.
    taps: Floats
    mix: Floats
    bias: Floats

    def __call__(self, x: Floats, room: _Room) -> Floats:
        y = np.divide(x, _lengths(x)[:, None], out=room.normal)
        z = np.multiply(y, self.taps[1], out=room.mixed)
        if self.distance < len(x):
            beside = room.beside[self.distance :]
            z[self.distance :] += np.multiply(y[: -self.distance], self.taps[0], out=beside)
            z[: -self.distance] += np.multiply(y[self.distance :], self.taps[2], out=beside)
        mixed = np.matmul(z, self.mix, out=room.beside)
        mixed += self.bias
        return np.maximum(mixed, room.noughts, out=mixed)


@dataclass(frozen=True, slots=True)
class _Out:
    """Normalize, and score the tags. The mean is taken off, and columns are scaled, by the weights themselves."""

    mix: Floats
    bias: Floats
    #: Mixes the columns to their mean.
    mean: Floats

    @classmethod
    def of(cls, scale: Floats, shift: Floats, mix: Floats, bias: Floats) -> "_Out":
        """From the weights of the last normalization, columns, and of the tags, columns × tags."""
        scaled = scale[:, None] * mix
        return cls(scaled - scaled.mean(axis=0), shift @ mix + bias, np.full(len(mix), 1 / len(mix), dtype=np.float32))

    def __call__(self, x: Floats) -> Floats:
        scores: Floats = x @ self.mix
        scores /= _lengths(x, x @ self.mean)[:, None]
        scores += self.bias
        return scores


def _lengths(x: Floats, mean: Floats | float = 0.0) -> Floats:
    """The root mean square of each row, with its mean taken off."""
    lengths: Floats = np.vecdot(x, x)
    lengths /= x.shape[1]
    lengths -= mean * mean
    lengths += EPSILON
    return np.sqrt(lengths, out=lengths)


def normalized(x: Floats) -> Floats:
    """Each row with its mean taken off, brought to one length."""
    # Of few rows numpy's own mean takes four times as long.
    centred: Floats = x - (x @ np.full(x.shape[1], 1 / x.shape[1], dtype=x.dtype))[:, None]
    centred /= _lengths(centred)[:, None]
    return centred


def log_probabilities(scores: Floats) -> Floats:
    """Scores as logarithms of probabilities: those of each row add up to one."""
    x: Floats = scores - scores.max(axis=1, keepdims=True)
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
