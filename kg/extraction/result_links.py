"""What each result is of: chosen one after the other, since each is told by those before it as well."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

import numpy as np

from kg.extraction.choice_model import ChoiceModel, Sums
from kg.extraction.earlier_results import Chosen, Told, told_of
from kg.extraction.remembered_rows import Floats, RememberedRows
from kg.extraction.result_reading import Reading
from kg.model import RESULT_FIELDS

#: So many candidates, and pairs of a result and a name, are weighed at once, or those of one result: memory stays
#: bounded.
_AT_ONCE, _PAIRS_AT_ONCE = 4_096, 1 << 22


class ResultLinks:
    """Chooses, for each field of a result, among the things of the paper and nothing."""

    def __init__(self, model: ChoiceModel) -> None:
        self._model = model
        # Few things can be told of earlier results, the same ones over and over.
        self._told = RememberedRows(self._row, len(model.shift))

    def choose(self, reading: Reading, results: Sequence[tuple[int, str]]) -> Iterator[dict[str, int]]:
        """Of each result, a number of the reading and its kind, the candidate for each field."""
        if not results:
            return
        candidates = reading.candidates
        begins = list(accumulate(map(len, candidates.values()), initial=0))
        earlier: dict[str, list[Chosen]] = {field: [] for field in RESULT_FIELDS}
        for (n, kind), sums in zip(results, self._sums(reading, results), strict=True):
            sentence = reading.numbers[n][1].sentence
            told = [
                (field, said)
                for field, things in candidates.items()
                for said in told_of(earlier[field], sentence, kind, things)
            ]
            scores = self._model.scores(sums + self._told.of(told))
            chosen = {}
            for (field, things), begin in zip(candidates.items(), begins, strict=False):
                said = scores[begin : begin + len(things)]
                chosen[field] = thing = things[said.index(max(said))]
                earlier[field].append(Chosen(sentence, kind, thing))
            yield chosen

    def _sums(self, reading: Reading, results: Sequence[tuple[int, str]]) -> Iterator[Sums]:
        """For each result what speaks for its candidates, whatever the earlier ones are of: candidates × columns."""
        always = self._model.sums(reading.always.items()) + self._model.shift
        things = list(chain.from_iterable(reading.candidates.values()))
        fields = [n for n, of_field in enumerate(reading.candidates.values()) for _ in of_field]
        names = [thing.names for thing in reading.things]
        at_once = max(1, min(_AT_ONCE // len(things), _PAIRS_AT_ONCE // (len(reading.names) + 1)))
        for start in range(0, len(results), at_once):
            some = results[start : start + at_once]
            said = self._model.sums(chain.from_iterable(reading.said(n, kind).items() for n, kind in some))
            sums = said.reshape(len(some), *always.shape) + always
            # Nothing stands last there, and has the number -1.
            contexts = reading.contexts([n for n, _ in some])
            sums[:, :, 0] += self._model.fits(tuple(RESULT_FIELDS), *contexts, names)[:, things, fields]
            yield from sums

    def _row(self, of_field: tuple[str, Told | None]) -> Floats:
        field, told = of_field
        row: Floats = self._model.sums([(field, [told.features() if told else ()])])[0].astype(np.float32)
        return row
