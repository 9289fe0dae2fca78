"""From a trained encoder to the weights file that ships: large tables as bytes, the rest as it is."""

from pathlib import Path
from typing import Any

import numpy as np
from spacy.vectors import Vectors
from torch import Tensor

from kg.extraction.network import SCALE, packed
from kg.extraction.word_features import TABLES
from kg.training.encoder import Encoder


def pack(encoder: Encoder, vectors: Vectors, target: Path) -> None:
    """Write the weights under the names that `kg.extraction.network` reads."""
    tables = {name: _array(encoder.tables[name].weight) for name in TABLES} | {"subwords": np.asarray(vectors.data)}
    arrays: dict[str, Any] = {}
    for name, table in tables.items():
        arrays[name], arrays[name + SCALE] = packed(table)
    arrays["subwords.settings"] = np.array([vectors.minn, vectors.maxn, vectors.hash_count, vectors.hash_seed])
    arrays["subwords.project"] = _array(encoder.subwords.weight).T
    arrays["subwords.bias"] = _array(encoder.subwords.bias)
    arrays["evidence"] = _array(encoder.evidence.weight).T
    for name in ("norm0", "norm1"):
        layer = getattr(encoder, name)
        arrays |= {f"{name}.weight": _array(layer.weight), f"{name}.bias": _array(layer.bias)}
    for name in ("pool", "out"):
        layer = getattr(encoder, name)
        arrays |= {name: _array(layer.weight).T, f"{name}.bias": _array(layer.bias)}
    for n, block in enumerate(encoder.blocks):
        arrays |= {
            f"block{n}.distance": np.array(block.distance),
            f"block{n}.taps": _array(block.taps),
            f"block{n}.mix": _array(block.mix.weight).T,
            f"block{n}.mix.bias": _array(block.mix.bias),
        }
    part = target.with_suffix(".part.npz")
    # Compressed they are six hundredths smaller, and take ten times as long to load.
    np.savez(part, **arrays)
    part.replace(target)


def _array(weights: Tensor) -> "np.ndarray":
    return weights.detach().numpy().astype(np.float32)
