"""Fit a network to tags: the loop that all training shares."""

import random
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from kg.training.descent import Descent
from kg.training.encoder import Batch, Encoder, WordTable
from kg.training.examples import Example

#: Hears the steps done, the steps in all, and the loss.
Told = Callable[[int, int, float], None]

_PAPERS = 16
#: Share of words that are known by ends and shape alone, and of those whose evidence is hidden.
_WORD_DROPOUT, _EVIDENCE_DROPOUT = 0.15, 0.1
#: The pace at which what is fitted already goes on.
_SLOWLY = 0.2


def fit(
    encoder: Encoder, examples: Sequence[Example], words: WordTable, *, epochs: int, tell: Told, pace: float = 1.0
) -> None:
    """Fit the encoder in place, to a teacher's probabilities where there are any, else to the tags.

    ``pace``: what the rates are multiplied by.
    """
    batches = [batch for _ in range(epochs) for batch in alike(examples, _PAPERS)]
    descent = Descent(encoder.mixing, encoder.parameters(), len(batches), pace)
    encoder.train()
    for n, batch in enumerate(batches):
        scores = encoder(words, Batch.of(batch, words, _EVIDENCE_DROPOUT), _WORD_DROPOUT)
        loss = cross_entropy(scores, batch)
        descent.step(loss)
        tell(n + 1, len(batches), loss.item())


def refine(encoder: Encoder, examples: Sequence[Example], words: WordTable, *, times: int, tell: Told) -> None:
    """Fit the encoder on, slowly, so many times from where it stands, and leave the mean of all in its place.

    After M. Wortsman and others, "Model soups", 2022.
    """
    start = deepcopy(encoder.state_dict())
    ends = []
    for _ in range(times):
        encoder.load_state_dict(start)
        fit(encoder, examples, words, epochs=1, tell=tell, pace=_SLOWLY)
        ends.append(deepcopy(encoder.state_dict()))
    encoder.load_state_dict({name: torch.stack([end[name] for end in ends]).mean(dim=0) for name in start})


def mark(teacher: Encoder, examples: Sequence[Example], words: WordTable) -> Iterator[Example]:
    """The examples, in batches of one length, each with the probabilities that the teacher gives."""
    teacher.eval()
    for papers in alike(examples, _PAPERS):
        batch = Batch.of(papers, words)
        with torch.no_grad():
            shares = functional.softmax(teacher(words, batch), -1).numpy().astype(np.float16)
        for example, row in zip(papers, shares, strict=True):
            example.taught = row[: len(example.words)]
            yield example


def cross_entropy(scores: Tensor, batch: Sequence[Example]) -> Tensor:
    """Mean over the words of a batch of papers."""
    wanted = torch.zeros(scores.shape)
    for n, example in enumerate(batch):
        if example.taught is not None:
            wanted[n, : len(example.words)] = torch.from_numpy(example.taught.astype(np.float32))
        elif example.tags is not None:
            tags = torch.from_numpy(example.tags)
            wanted[n, : len(tags)] = functional.one_hot(tags, scores.shape[-1]).float()
    loss = -(wanted * functional.log_softmax(scores, -1)).sum()
    return loss / sum(len(example.words) for example in batch)


def alike(examples: Sequence[Example], papers: int) -> Iterator[list[Example]]:
    """All examples once, in batches of about one length, the batches in random order."""
    order = random.sample(range(len(examples)), len(examples))
    batches = []
    for start in range(0, len(order), papers * 16):
        by_length = sorted(order[start : start + papers * 16], key=lambda n: len(examples[n].words))
        batches += [by_length[n : n + papers] for n in range(0, len(by_length), papers)]
    random.shuffle(batches)
    return ([examples[n] for n in batch] for batch in batches)


def seed(number: int) -> None:
    """Let all dice fall as they did before."""
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)
