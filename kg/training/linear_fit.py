"""Fitting linear models over features that tell of which of several classes something is."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import torch

from kg.extraction.words_around import KindFeature

_NEVER = -1e4


class Plan(NamedTuple):
    """How a model is fitted."""

    #: A feature must be seen so often.
    seen: int = 5
    epochs: int = 6
    batch: int = 256
    rate: float = 0.02
    #: How strongly weights are drawn to nought.
    shrinking: float = 3e-3
    #: A feature whose weights all stay below it is dropped.
    least: float = 0.02


class Labelled(NamedTuple):
    """What speaks for something, which class it is of, and which classes it could be of."""

    features: Sequence[KindFeature]
    label: int
    allowed: Sequence[int]


#: The loss of a batch of examples, given by number.
Loss = Callable[[torch.Tensor], torch.Tensor]
Weights = tuple[list[KindFeature], np.ndarray]


def fit_classes(examples: Sequence[Labelled], classes: int, plan: Plan, seed: int = 0) -> Weights:
    """Weights of a logistic regression over classes."""
    torch.manual_seed(seed)
    table, names, rows = feature_table((example.features for example in examples), classes, plan.seen)
    bags = [[rows[name] for name in example.features if name in rows] for example in examples]
    wanted = torch.tensor([example.label for example in examples])
    closed = torch.full((len(examples), classes), _NEVER)
    for number, example in enumerate(examples):
        closed[number, list(example.allowed)] = 0.0

    def loss(batch: torch.Tensor) -> torch.Tensor:
        scores = sums_of(table, [bags[n] for n in batch.tolist()]) + closed[batch]
        return torch.nn.functional.cross_entropy(scores, wanted[batch])

    return _fitted(table, names, loss, len(examples), plan)


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


def _fitted(table: torch.nn.EmbeddingBag, names: list[KindFeature], loss: Loss, count: int, plan: Plan) -> Weights:
    optimizer = torch.optim.Adam(table.parameters(), lr=plan.rate)
    for epoch in range(plan.epochs):
        for group in optimizer.param_groups:
            group["lr"] = plan.rate * (1 - epoch / plan.epochs)
        for batch in torch.randperm(count).split(plan.batch):
            off = loss(batch) + plan.shrinking * (table.weight**2).sum() / table.weight.shape[1]
            optimizer.zero_grad()
            off.backward()
            optimizer.step()
    weights = table.weight.detach().numpy()[: len(names)]
    kept = np.abs(weights).max(axis=1, initial=0) >= plan.least
    return [name for name, keep in zip(names, kept, strict=True) if keep], weights[kept]
