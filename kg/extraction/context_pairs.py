"""How well who asks and a name go together, by what the recognizer's network knows of the words in and around both.

Each becomes a short vector for every kind of question, and the product of two says how well they go together. What
either says by itself is added: a name for being meant, who asks for nothing being meant.
"""

from collections.abc import Sequence
from itertools import accumulate, chain

import numpy as np

from kg.extraction.linear_model import LinearModel
from kg.extraction.remembered_rows import Floats

#: The slots of the weights: of their columns the first is what is said alone, the others make the vector.
ASKER, NAME = "asker context", "name context"


def fits(
    model: LinearModel, kinds: tuple[str, ...], askers: Floats, names: Floats, things: Sequence[Sequence[int]]
) -> Floats:
    """How well things, and nothing, go with who asks: askers × (things, and nothing last) × kinds of questions.

    ``askers`` and ``names`` are contexts, a row each; ``things`` are the names of each thing by row, of which that
    counts that goes best. All nought if the model knows nothing of contexts, or no network has read the doc.
    """
    asking, meant = model.matrix(kinds, ASKER), model.matrix(kinds, NAME)
    if not len(asking) or len(asking) != askers.shape[1]:
        return np.zeros((len(askers), len(things) + 1, len(kinds)), dtype=np.float32)
    asked, named = (_said(rows, weights) for rows, weights in ((askers, asking), (names, meant)))
    nothing = asked[:, None, :, 0]
    if not things:
        return nothing
    named = named.take(list(chain.from_iterable(things)), axis=0)
    begins = list(accumulate(map(len, things[:-1]), initial=0))
    # Kinds × askers × names; numpy multiplies stacks of matrices faster than it finds out what a sum is over.
    pairs = asked[:, :, 1:].transpose(1, 0, 2) @ named[:, :, 1:].transpose(1, 2, 0) + named[:, :, 0].T[:, None]
    best = np.maximum.reduceat(pairs, begins, axis=2)
    return np.concatenate([best.transpose(1, 2, 0), nothing], axis=1)


def _said(rows: Floats, weights: Floats) -> Floats:
    """What contexts say: rows × kinds × columns."""
    said: Floats = rows @ weights.reshape(len(weights), -1)
    return said.reshape(len(rows), *weights.shape[1:])
