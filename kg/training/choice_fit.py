"""Fitting a choice among candidates by what speaks for each: weights, and a layer over further sums of them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from kg.extraction.choice_model import COUNT, SHIFT
from kg.extraction.words_around import KindFeature
from kg.training.linear_fit import Weights, feature_table, sums_of
from kg.training.pairing import Asked, Pairing

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
    #: Share of the layer, and of contexts, that is hidden while they learn.
    dropout: float = 0.3
    #: The rate of what hears contexts is so much of that of the features.
    context_rate: float = 0.1


class Choice(NamedTuple):
    """Candidates, each with what speaks for it, and the right one; all examples have contexts, or none."""

    options: Sequence[Sequence[KindFeature]]
    right: int
    asked: Asked | None = None


def fit_choices(examples: Sequence[Choice], plan: ChoicePlan, seed: int = 0) -> Weights:
    """Weights, a column for the sum and others for the layer, under which the right candidate is the likeliest.

    Those of contexts come last, as `kg.extraction.context_pairs` has them.
    """
    torch.manual_seed(seed)
    table, names, rows = feature_table(
        (option for each in examples for option in each.options), 1 + plan.layer, plan.seen, (SHIFT, COUNT)
    )
    _throw_dice(table.weight.detach(), rows)
    bags = [[[rows[name] for name in option if name in rows] for option in each.options] for each in examples]
    right = torch.tensor([example.right for example in examples])
    questions = [example.asked for example in examples if example.asked]
    pairing = Pairing.of(questions, plan.layer, plan.dropout)
    optimizer = torch.optim.Adam(
        [
            {"params": table.parameters(), "peak": plan.rate},
            {"params": pairing.parameters(), "peak": plan.rate * plan.context_rate},
        ]
    )
    for epoch in range(plan.epochs):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * (1 - epoch / plan.epochs)
        for batch in torch.randperm(len(bags)).split(plan.batch):
            numbers = batch.tolist()
            said = pairing([questions[n] for n in numbers]) if questions else torch.zeros(1)
            scores = _scores(table, rows, [bags[n] for n in numbers], said, plan.dropout)
            off = functional.cross_entropy(scores, right[batch]) + plan.shrinking * (table.weight**2).sum()
            optimizer.zero_grad()
            off.backward()
            optimizer.step()
    heard, weights = pairing.features()
    return [*names, *heard], np.concatenate([table.weight.detach().numpy()[: len(names)], weights])


def _throw_dice(weights: Tensor, rows: dict[KindFeature, int]) -> None:
    """Begin with nothing said of any candidate, and columns of the layer that differ."""
    weights.normal_(std=0.05)
    weights[:, 0] = 0
    weights[rows[SHIFT]] = 0
    weights[rows[COUNT], 1:] = torch.randn(weights.shape[1] - 1) * 0.3


def _scores(
    table: torch.nn.EmbeddingBag,
    rows: dict[KindFeature, int],
    chosen: Sequence[Sequence[list[int]]],
    said: Tensor,
    dropout: float,
) -> Tensor:
    """Examples × candidates, as `kg.extraction.choice_model` has them; ``said`` by contexts of each candidate."""
    sums = sums_of(table, [bag for options in chosen for bag in options])
    heard = functional.dropout(functional.relu(sums[:, 1:] + table.weight[rows[SHIFT], 1:]), dropout)
    flat = sums[:, 0] + heard @ table.weight[rows[COUNT], 1:] + said
    scores = torch.full((len(chosen), max(map(len, chosen))), _NEVER)
    places = [(r, c) for r, options in enumerate(chosen) for c in range(len(options))]
    return scores.index_put(tuple(torch.tensor(places).T), flat)
