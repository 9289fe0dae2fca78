"""Which of several candidates is meant: sums of weights, and a layer that hears which features come together."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain

import numpy as np

from kg.extraction.linear_model import LinearModel
from kg.extraction.words_around import Feature, KindFeature

#: These rows of the weights are no features but the layer: what is added to its sums before they are cut below nought,
#: and what they count then.
SHIFT: KindFeature = ("", "shift", "")
COUNT: KindFeature = ("", "count", "")


class ChoiceModel:
    """Scores candidates: the first column of the weights is summed, all others go through the layer."""

    def __init__(self, model: LinearModel) -> None:
        self._model = model
        self._shift, self._count = (np.array(model.scores("", [row[1:]])[1:]) for row in (SHIFT, COUNT))

    def best(self, choices: Mapping[str, Sequence[Sequence[Feature]]]) -> dict[str, int]:
        """Of each choice, by its kind, the candidate that the features speak for most; the first of several."""
        # All at once; to add up a few numbers numpy takes as long as for many.
        rows = chain.from_iterable(
            map(self._model.lookup(kind).features, candidates) for kind, candidates in choices.items()
        )
        sums = self._model.sums(rows)
        heard = np.maximum(sums[:, 1:] + self._shift, 0)
        scores = (sums[:, 0] + (heard * self._count).sum(axis=1)).tolist()
        begins = accumulate(map(len, choices.values()), initial=0)
        return {
            kind: max(range(len(candidates)), key=scores[begin : begin + len(candidates)].__getitem__)
            for (kind, candidates), begin in zip(choices.items(), begins, strict=False)
        }
