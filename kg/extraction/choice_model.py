"""Which of several candidates is meant: sums of weights, and a layer that hears which features come together."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kg.extraction.context_pairs import fits
from kg.extraction.linear_model import LinearModel
from kg.extraction.remembered_rows import Floats
from kg.extraction.words_around import Feature, KindFeature

#: These rows of the weights are no features but the layer: what is added to its sums before they are cut below nought,
#: and what they count then.
SHIFT: KindFeature = ("", "shift", "")
COUNT: KindFeature = ("", "count", "")
#: Candidates × columns.
Sums = NDArray[np.float64]


class ChoiceModel:
    """Scores candidates: the first column of the weights is summed, all others go through the layer."""

    def __init__(self, model: LinearModel) -> None:
        self._model = model
        shift, count = (np.array(model.scores("", [row[1:]])) for row in (SHIFT, COUNT))
        #: What is added to sums before they go through the layer.
        self.shift = shift
        self._count = count
        # The first column goes past the layer.
        self._floor = np.zeros(len(shift))
        self._count[0], self._floor[0] = 1, -np.inf

    def fits(self, kinds: tuple[str, ...], askers: Floats, names: Floats, things: Sequence[Sequence[int]]) -> Floats:
        """What contexts say for each thing, and for nothing, as `kg.extraction.context_pairs` has it."""
        return fits(self._model, kinds, askers, names, things)

    def sums(self, candidates: Iterable[tuple[str, Iterable[Iterable[Feature]]]]) -> Sums:
        """What features say for candidates, a row each; sums of what a candidate's features say can be added.

        They come by the kind of the question. All at once: to add up a few numbers numpy takes as long as for many.
        """
        return self._model.sums(
            chain.from_iterable(map(self._model.lookup(kind).features, features) for kind, features in candidates)
        )

    def scores(self, sums: Sums) -> list[float]:
        """How much speaks for each candidate, of sums with the shift."""
        # By a product of matrices equals would differ in their last bits.
        scores: list[float] = np.add.reduce(np.maximum(sums, self._floor) * self._count, axis=1).tolist()
        return scores
