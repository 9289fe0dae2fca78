"""Fitting a choice among candidates by what speaks for each: weights, and a layer over further sums of them."""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from kg.extraction.choice_model import COUNT, SHIFT
from kg.extraction.words_around import KindFeature
from kg.training.linear_fit import Weights, feature_table, sums_of

_NEVER = -1e4


class ChoicePlan(NamedTuple):
    """How a model is fitted."""

    #: A feature must be seen so often.
    seen: int = 5
    #: Columns of the layer.
    layer: int = 8
    epochs: int = 12
    batch: int = 128
    rate: float = 1e-2
    #: How strongly weights are drawn to nought.
    shrinking: float = 3e-5
    #: Share of the layer that is hidden while it learns.
    dropout: float = 0.3


class Choice(NamedTuple):
    """Candidates, each with what speaks for it, and the right one."""

    options: Sequence[Sequence[KindFeature]]
    right: int


def fit_choices(examples: Sequence[Choice], plan: ChoicePlan, seed: int = 0) -> Weights:
    """Weights, a column for the sum and others for the layer, under which the right candidate is the likeliest."""
    torch.manual_seed(seed)
    table, names, rows = feature_table(
        (option for each in examples for option in each.options), 1 + plan.layer, plan.seen, (SHIFT, COUNT)
    )
    _throw_dice(table.weight.detach(), rows)
    bags = [[[rows[name] for name in option if name in rows] for option in each.options] for each in examples]
    right = torch.tensor([example.right for example in examples])
    optimizer = torch.optim.Adam(table.parameters(), lr=plan.rate)
    for epoch in range(plan.epochs):
        for group in optimizer.param_groups:
            group["lr"] = plan.rate * (1 - epoch / plan.epochs)
        for batch in torch.randperm(len(bags)).split(plan.batch):
            scores = _scores(table, rows, [bags[n] for n in batch.tolist()], plan.dropout)
            off = functional.cross_entropy(scores, right[batch]) + plan.shrinking * (table.weight**2).sum()
            optimizer.zero_grad()
            off.backward()
            optimizer.step()
    return names, table.weight.detach().numpy()


def _throw_dice(weights: Tensor, rows: dict[KindFeature, int]) -> None:
    """Begin with nothing said of any candidate, and columns of the layer that differ."""
    weights.normal_(std=0.05)
    weights[:, 0] = 0
    weights[rows[SHIFT]] = 0
    weights[rows[COUNT], 1:] = torch.randn(weights.shape[1] - 1) * 0.3


def _scores(
    table: torch.nn.EmbeddingBag, rows: dict[KindFeature, int], chosen: Sequence[Sequence[list[int]]], dropout: float
) -> Tensor:
    """Examples × candidates, as `kg.extraction.choice_model` has them."""
    sums = sums_of(table, [bag for options in chosen for bag in options])
    heard = functional.dropout(functional.relu(sums[:, 1:] + table.weight[rows[SHIFT], 1:]), dropout)
    flat = sums[:, 0] + heard @ table.weight[rows[COUNT], 1:]
    scores = torch.full((len(chosen), max(map(len, chosen))), _NEVER)
    places = [(r, c) for r, options in enumerate(chosen) for c in range(len(options))]
    return scores.index_put(tuple(torch.tensor(places).T), flat)
