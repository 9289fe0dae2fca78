"""Fitting what contexts say of how well who asks and a name go together; `kg.extraction.context_pairs` uses it."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kg.extraction.context_pairs import ASKER, NAME
from kg.extraction.words_around import KindFeature

#: So large are the weights that make vectors when dice are thrown: products begin well below one.
_SPREAD = 0.015
_NEVER = -1e4


class Asked(NamedTuple):
    """A question of a kind, who asks, the names of the paper, and which of them each candidate has; nothing has none.

    Contexts are rows of as many columns.
    """

    kind: str
    asker: NDArray[np.float16]
    names: NDArray[np.float16]
    things: Sequence[Sequence[int]]


class Pairing(nn.Module):
    """A matrix for who asks and one for names, for each kind of question; the first column is what is said alone."""

    def __init__(self, kinds: Sequence[str], columns: int, width: int, dropout: float) -> None:
        super().__init__()
        self.kinds = list(kinds)
        first = torch.zeros(len(kinds), columns, 1)
        self.askers, self.names = (
            nn.Parameter(torch.cat([first, torch.randn(len(kinds), columns, width) * _SPREAD], dim=2)) for _ in range(2)
        )
        self.dropout = nn.Dropout(dropout)

    @classmethod
    def of(cls, questions: Sequence[Asked], width: int, dropout: float) -> "Pairing":
        """What can learn from these questions; nothing from none."""
        columns = questions[0].names.shape[1] if questions else 0
        return cls(sorted({each.kind for each in questions}), columns, width, dropout)

    def features(self) -> tuple[list[KindFeature], np.ndarray]:
        """The weights with the features that they are kept as."""
        slots = (ASKER, self.askers), (NAME, self.names)
        names: list[KindFeature] = [
            (kind, slot, n) for slot, weights in slots for kind in self.kinds for n in range(weights.shape[1])
        ]
        return names, torch.cat([weights.detach().flatten(0, 1) for _, weights in slots]).numpy()

    def forward(self, questions: Sequence[Asked]) -> Tensor:
        """What is said for each candidate of each question, one behind the other."""
        kinds = torch.tensor([self.kinds.index(each.kind) for each in questions])
        asked = self._said(self.askers, kinds, np.stack([each.asker for each in questions]))
        mentions = [
            (question, candidate, name)
            for question, each in enumerate(questions)
            for candidate, names in enumerate(each.things)
            for name in names
        ]
        begins = list(accumulate((len(each.things) for each in questions), initial=0))
        owner = torch.tensor([n for n, each in enumerate(questions) for _ in each.things])
        said = asked[owner, 0]
        if not mentions:
            return said
        of = torch.tensor([question for question, _, _ in mentions])
        rows = np.stack([questions[question].names[name] for question, _, name in mentions])
        named = self._said(self.names, kinds[of], rows)
        pairs = (asked[of, 1:] * named[:, 1:]).sum(dim=1) + named[:, 0]
        place = torch.tensor([begins[question] + candidate for question, candidate, _ in mentions])
        best = torch.full_like(said, _NEVER).scatter_reduce(0, place, pairs, "amax")
        return torch.where(best > _NEVER, best, said)

    def _said(self, weights: Tensor, kinds: Tensor, rows: NDArray[np.float16]) -> Tensor:
        """Rows × columns of the weights of their kinds."""
        said = self.dropout(torch.from_numpy(rows.astype(np.float32))) @ weights.permute(1, 0, 2).flatten(1)
        return said.view(len(rows), len(self.kinds), -1)[torch.arange(len(rows)), kinds]
