"""Which of several candidates is meant: sums of weights, and a layer that hears which features come together."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain

import numpy as np

from kg.extraction.context_pairs import fits
from kg.extraction.linear_model import LinearModel
from kg.extraction.remembered_rows import Floats
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

    def fits(self, kinds: tuple[str, ...], askers: Floats, names: Floats, things: Sequence[Sequence[int]]) -> Floats:
        """What contexts say for each thing, and for nothing, as `kg.extraction.context_pairs` has it."""
        return fits(self._model, kinds, askers, names, things)

    def best(
        self, choices: Mapping[str, Sequence[Sequence[Feature]]], told: Mapping[str, Sequence[float]] | None = None
    ) -> dict[str, int]:
        """Of each choice, by its kind, the candidate that most speaks for; the first of several.

        ``told`` is what speaks for each candidate beside its features.
        """
        # All at once; to add up a few numbers numpy takes as long as for many.
        rows = chain.from_iterable(
            map(self._model.lookup(kind).features, candidates) for kind, candidates in choices.items()
        )
        sums = self._model.sums(rows)
        heard = np.maximum(sums[:, 1:] + self._shift, 0)
        said = sums[:, 0] + (heard * self._count).sum(axis=1)
        if told is not None:
            said += np.fromiter(chain.from_iterable(told[kind] for kind in choices), np.float64, len(said))
        scores = said.tolist()
        begins = accumulate(map(len, choices.values()), initial=0)
        return {
            kind: max(range(len(candidates)), key=scores[begin : begin + len(candidates)].__getitem__)
            for (kind, candidates), begin in zip(choices.items(), begins, strict=False)
        }
