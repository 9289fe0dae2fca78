"""Subword vectors of the corpus by floret: like fastText, but all in one small table of hashed rows."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from spacy.vectors import Vectors

from kg.extraction.network import subword_vectors
from kg.extraction.word_features import normal_form
from kg.training.examples import Example

WIDTH = 96
_HASHES = 2
_SHORTEST, _LONGEST = 4, 5


def train_vectors(examples: Iterable[Example], target: Path, *, rows: int, epochs: int, threads: int) -> None:
    """Write a floret table of so many rows, trained by skip-gram on the words' normal forms."""
    import floret

    text = target.with_suffix(".txt")
    with text.open("w", encoding="utf-8") as stream:
        for example in examples:
            stream.write(" ".join(normal_form(word) for word in example.words if not word.isspace()) + "\n")
    model = floret.train_unsupervised(
        str(text),
        model="skipgram",
        mode="floret",
        hashCount=_HASHES,
        bucket=rows,
        minn=_SHORTEST,
        maxn=_LONGEST,
        dim=WIDTH,
        epoch=epochs,
        neg=8,
        thread=threads,
        verbose=0,
    )
    model.save_floret_vectors(str(target))
    text.unlink()


def read_vectors(path: Path) -> Vectors:
    """The table that `train_vectors` wrote."""
    with path.open(encoding="utf-8") as lines:
        head = next(lines).split()
        rows = np.array([line.split()[1:] for line in lines], dtype=np.float32)
    return subword_vectors(rows, *map(int, head[2:6]))
