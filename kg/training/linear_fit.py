"""Fitting linear models over features that tell of which of several classes something is."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from kg.extraction.contexts import CONTEXT
from kg.extraction.words_around import KindFeature

_NEVER = -1e4


class Plan(NamedTuple):
    """How a model is fitted."""

    #: A feature must be seen so often.
    seen: int = 5
    epochs: int = 8
    batch: int = 256
    rate: float = 0.02
    #: How strongly weights are drawn to nought.
    shrinking: float = 3e-3
    #: Slots whose weights are not: what every example has says how frequent the classes are.
    free: frozenset[str] = frozenset()
    #: A feature whose weights all stay below it is dropped.
    least: float = 0.02
    #: For contexts: what their rate is of that of the features, and the share of their columns that is hidden.
    context_rate: float = 0.1
    dropout: float = 0.3


class Contexts(NamedTuple):
    """What is known of the words of each mention of something, and which weights hear it."""

    kind: str
    #: Mentions × columns.
    rows: NDArray[np.float16]


class Labelled(NamedTuple):
    """What speaks for something, which class it is of, and which classes it could be of."""

    features: Sequence[KindFeature]
    label: int
    allowed: Sequence[int]
    contexts: Contexts | None = None


#: The loss of a batch of examples, given by number.
Loss = Callable[[torch.Tensor], torch.Tensor]
Weights = tuple[list[KindFeature], np.ndarray]


def fit_classes(examples: Sequence[Labelled], classes: int, plan: Plan, seed: int = 0) -> Weights:
    """Weights of a logistic regression over classes; those of contexts come last, in the slot `CONTEXT`."""
    torch.manual_seed(seed)
    table, names, rows = feature_table((example.features for example in examples), classes, plan.seen)
    bags = [[rows[name] for name in example.features if name in rows] for example in examples]
    wanted = torch.tensor([example.label for example in examples])
    closed = torch.full((len(examples), classes), _NEVER)
    for number, example in enumerate(examples):
        closed[number, list(example.allowed)] = 0.0

    hearing = _Hearing(examples, classes, plan.dropout)
    drawn = torch.tensor([[name[1] not in plan.free] for name in names] or [[False]])

    def loss(batch: torch.Tensor) -> torch.Tensor:
        numbers = batch.tolist()
        scores = sums_of(table, [bags[n] for n in numbers]) + closed[batch]
        return torch.nn.functional.cross_entropy(scores + hearing([examples[n] for n in numbers]), wanted[batch])

    def length() -> torch.Tensor:
        return ((table.weight * drawn) ** 2).sum() / classes

    _descend(table, hearing, lambda batch: loss(batch) + plan.shrinking * length(), len(examples), plan)
    weights = table.weight.detach().numpy()[: len(names)]
    kept = np.abs(weights).max(axis=1, initial=0) >= plan.least
    names = [name for name, keep in zip(names, kept, strict=True) if keep]
    return [*names, *hearing.names], np.concatenate([weights[kept], hearing.weights])


def feature_table(
    bags: Iterable[Sequence[KindFeature]], width: int, seen: int, others: Sequence[KindFeature] = ()
) -> tuple[torch.nn.EmbeddingBag, list[KindFeature], dict[KindFeature, int]]:
    """Weights of nought for the features that are seen so often and for others, with these by row, and their rows."""
    counts = Counter(name for bag in bags for name in bag)
    names = [*sorted((name for name, count in counts.items() if count >= seen), key=repr), *others]
    table = torch.nn.EmbeddingBag(max(1, len(names)), width, mode="sum")
    torch.nn.init.zeros_(table.weight)
    return table, names, {name: row for row, name in enumerate(names)}


def sums_of(table: torch.nn.EmbeddingBag, bags: Sequence[Sequence[int]]) -> torch.Tensor:
    """The sums of the rows of each bag: bags × columns."""
    offsets = torch.tensor([0, *(len(bag) for bag in bags[:-1])]).cumsum(0)
    return table(torch.tensor([row for bag in bags for row in bag], dtype=torch.long), offsets)


class _Hearing(torch.nn.Module):
    """What contexts say of the classes, added up over the mentions; each kind of things has weights of its own."""

    def __init__(self, examples: Sequence[Labelled], classes: int, dropout: float) -> None:
        super().__init__()
        heard = [example.contexts for example in examples if example.contexts]
        self._kinds = sorted({contexts.kind for contexts in heard})
        self._columns = heard[0].rows.shape[1] if heard else 0
        self.layers = torch.nn.Parameter(torch.zeros(len(self._kinds), self._columns, classes))
        self.dropout = torch.nn.Dropout(dropout)

    @property
    def names(self) -> list[KindFeature]:
        """The weights as features, kind by kind, column by column."""
        return [(kind, CONTEXT, column) for kind in self._kinds for column in range(self._columns)]

    @property
    def weights(self) -> np.ndarray:
        """A row for each of the names."""
        return self.layers.detach().flatten(0, 1).numpy()

    def forward(self, examples: Sequence[Labelled]) -> torch.Tensor:
        """Examples × classes."""
        said = torch.zeros(len(examples), self.layers.shape[-1])
        for kind, layer in zip(self._kinds, self.layers, strict=True):
            rows = [
                (n, each.contexts.rows)
                for n, each in enumerate(examples)
                if each.contexts and each.contexts.kind == kind
            ]
            if not rows:
                continue
            counts = torch.tensor([len(mentions) for _, mentions in rows])
            owners = torch.tensor([n for n, _ in rows]).repeat_interleave(counts)
            columns = torch.from_numpy(np.concatenate([mentions for _, mentions in rows]).astype(np.float32))
            shares = counts.repeat_interleave(counts).sqrt()[:, None]
            said = said.index_add(0, owners, self.dropout(columns) @ layer / shares)
        return said


def _descend(table: torch.nn.EmbeddingBag, hearing: _Hearing, loss: Loss, count: int, plan: Plan) -> None:
    groups = [
        {"params": table.parameters(), "peak": plan.rate},
        {"params": hearing.parameters(), "peak": plan.rate * plan.context_rate},
    ]
    optimizer = torch.optim.Adam(groups)
    for epoch in range(plan.epochs):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * (1 - epoch / plan.epochs)
        for batch in torch.randperm(count).split(plan.batch):
            optimizer.zero_grad()
            loss(batch).backward()
            optimizer.step()
