"""Fitting linear models over features: one of several classes, or one of several candidates."""

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


class Choice(NamedTuple):
    """Candidates, each with what speaks for it, and the right one."""

    options: Sequence[Sequence[KindFeature]]
    right: int


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
    table, names, rows = _table((example.features for example in examples), classes, plan, seed)
    bags = [[rows[name] for name in example.features if name in rows] for example in examples]
    wanted = torch.tensor([example.label for example in examples])
    closed = torch.full((len(examples), classes), _NEVER)
    for number, example in enumerate(examples):
        closed[number, list(example.allowed)] = 0.0

    def loss(batch: torch.Tensor) -> torch.Tensor:
        scores = _sums(table, [bags[n] for n in batch.tolist()]) + closed[batch]
        return torch.nn.functional.cross_entropy(scores, wanted[batch])

    return _fitted(table, names, loss, len(examples), plan)


def fit_choices(examples: Sequence[Choice], plan: Plan, seed: int = 0) -> Weights:
    """Weights, one column, under which the right candidate of each example is the likeliest."""
    table, names, rows = _table((option for each in examples for option in each.options), 1, plan, seed)
    bags = [[[rows[name] for name in option if name in rows] for option in each.options] for each in examples]

    def loss(batch: torch.Tensor) -> torch.Tensor:
        chosen = [bags[n] for n in batch.tolist()]
        flat = _sums(table, [bag for options in chosen for bag in options])[:, 0]
        widest = max(map(len, chosen))
        scores = torch.full((len(chosen), widest), _NEVER)
        rows_of = torch.tensor([r for r, options in enumerate(chosen) for _ in options])
        columns = torch.tensor([c for options in chosen for c in range(len(options))])
        scores = scores.index_put((rows_of, columns), flat)
        right = torch.tensor([examples[n].right for n in batch.tolist()])
        return torch.nn.functional.cross_entropy(scores, right)

    return _fitted(table, names, loss, len(examples), plan)


def _table(
    bags: Iterable[Sequence[KindFeature]], width: int, plan: Plan, seed: int
) -> tuple[torch.nn.EmbeddingBag, list[KindFeature], dict[KindFeature, int]]:
    torch.manual_seed(seed)
    counts = Counter(name for bag in bags for name in bag)
    names = sorted((name for name, count in counts.items() if count >= plan.seen), key=repr)
    table = torch.nn.EmbeddingBag(max(1, len(names)), width, mode="sum")
    torch.nn.init.zeros_(table.weight)
    return table, names, {name: row for row, name in enumerate(names)}


def _sums(table: torch.nn.EmbeddingBag, bags: Sequence[Sequence[int]]) -> torch.Tensor:
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
