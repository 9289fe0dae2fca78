"""The recognizer's network in PyTorch; `kg.extraction.network` computes the same in numpy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.vectors import Vectors
from torch import Tensor, nn
from torch.nn import functional

from kg.extraction.evidence import COLUMNS, FINDER_COLUMNS
from kg.extraction.network import EPSILON
from kg.extraction.tags import TAGS
from kg.extraction.word_features import TABLES, normal_form, word_rows
from kg.training.examples import Example


@dataclass(frozen=True, slots=True)
class Size:
    """How large the network is."""

    width: int = 96
    #: One block each: how far off the two neighbours are that it mixes with a word.
    distances: tuple[int, ...] = (1, 1, 2, 4)


class Block(nn.Module):
    """Bring to one length, mix each column with two neighbours, mix the columns, cut below nought; then add."""

    def __init__(self, width: int, distance: int, dropout: float) -> None:
        super().__init__()
        self.distance = distance
        #: Of the word before, the word itself, the word behind.
        self.taps = nn.Parameter(torch.randn(3, width) * 0.4)
        self.mix = nn.Linear(width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, present: Tensor) -> Tensor:
        """``x``: papers × words × width; ``present``: 1 where there is a word."""
        d, length = self.distance, x.shape[1]
        padded = functional.pad(functional.rms_norm(x, x.shape[-1:], eps=EPSILON) * present, (0, 0, d, d))
        mixed = sum(padded[:, n * d : n * d + length] * tap for n, tap in enumerate(self.taps))
        return x + self.dropout(functional.relu(self.mix(mixed)))


class Encoder(nn.Module):
    """Words and evidence → scores of tags."""

    def __init__(self, size: Size, subword_width: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.tables = nn.ModuleDict({name: nn.Embedding(rows, size.width) for name, rows in TABLES.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, 0, 0.1)
        self.subwords = nn.Linear(subword_width, size.width)
        self.evidence = nn.Linear(len(COLUMNS), size.width, bias=False)
        nn.init.normal_(self.evidence.weight, 0, 0.1)
        self.norm0, self.norm1 = nn.LayerNorm(size.width), nn.LayerNorm(size.width)
        self.pool = nn.Linear(size.width, size.width)
        self.blocks = nn.ModuleList(Block(size.width, distance, dropout) for distance in size.distances)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(size.width, len(TAGS))

    @property
    def mixing(self) -> list[nn.Parameter]:
        """The matrices that take columns to columns."""
        ends = ("subwords.weight", "pool.weight", "mix.weight")
        return [weight for name, weight in self.named_parameters() if name.endswith(ends)]

    def embed(self, words: "WordTable", ids: Tensor, word_dropout: float = 0.0) -> Tensor:
        """Vectors of words by their numbers in the table, before their surroundings are read."""
        rows = words.rows[ids]
        parts = [table(rows[..., n]) for n, table in enumerate(self.tables.values())]
        if word_dropout:  # now and then only ends and shape are seen, as of a word that was never met
            parts[0] = parts[0] * (torch.rand(ids.shape) >= word_dropout)[..., None]
        return sum(parts) + self.subwords(words.subwords[ids])

    def read(self, x: Tensor, present: Tensor) -> Tensor:
        """What each word means in its surroundings."""
        x = self.dropout(self.norm0(x)) * present
        x = x + self.pool(x.sum(1) / present.sum(1))[:, None]
        for block in self.blocks:
            x = block(x, present)
        return self.norm1(x)

    def forward(self, words: "WordTable", batch: "Batch", word_dropout: float = 0.0) -> Tensor:
        """Scores, papers × words × tags."""
        x = self.embed(words, batch.ids, word_dropout) + self.evidence(batch.evidence)
        return self.out(self.read(x, batch.present))


@dataclass(frozen=True, slots=True)
class WordTable:
    """All words that occur, each with its rows in the embedding tables and its subword vector."""

    numbers: dict[str, int]
    rows: Tensor
    subwords: Tensor

    @classmethod
    def of(cls, words: Sequence[str], vectors: Vectors) -> "WordTable":
        """The table of these words."""
        return cls(
            {word: number for number, word in enumerate(words)},
            torch.tensor([word_rows(word) for word in words]),
            torch.from_numpy(np.stack([vectors[normal_form(word)] for word in words]).astype(np.float32)),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers side by side, filled up to the longest."""

    ids: Tensor
    evidence: Tensor
    #: Papers × words × 1: 1 where there is a word.
    present: Tensor

    @classmethod
    def of(cls, examples: Sequence[Example], words: WordTable, hidden: float = 0.0) -> "Batch":
        """``hidden``: share of the words of each paper from which what finders say of them is kept back."""
        longest = max(len(example.words) for example in examples)
        ids = torch.zeros(len(examples), longest, dtype=torch.long)
        told = torch.zeros(len(examples), longest, len(COLUMNS))
        present = torch.zeros(len(examples), longest, 1)
        for n, example in enumerate(examples):
            numbers = np.array([words.numbers[word] for word in example.words])
            length = len(numbers)
            ids[n, :length] = torch.from_numpy(numbers)
            told[n, :length] = torch.from_numpy(_told(example, numbers, hidden))
            present[n, :length] = 1
        return cls(ids, told, present)


def _told(example: Example, numbers: NDArray[np.int64], hidden: float) -> NDArray[np.float32]:
    """The evidence, some of it hidden: in new papers the lexicons know less than in those that they were made from."""
    told = example.evidence
    if hidden:
        different = np.unique(numbers)
        told[np.isin(numbers, different[np.random.random(len(different)) < hidden]), :FINDER_COLUMNS] = 0
    return told
