"""Let the encoder guess hidden words of the corpus, so that it has read before it learns to mark."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from kg.extraction.word_features import normal_form
from kg.training.descent import Descent
from kg.training.encoder import Encoder, WordTable
from kg.training.examples import Example
from kg.training.fitting import Told

#: The words that may have to be guessed: the most frequent.
_GUESSED = 12_000
_HIDDEN = 0.18
#: Wrong words among which the right one is to be found, each time drawn anew.
_WRONG = 1_500
_PAPERS, _LENGTH = 24, 256


def pretrain(encoder: Encoder, examples: Sequence[Example], words: WordTable, *, steps: int, tell: Told) -> None:
    """Fit the encoder in place, ``steps`` times 6,144 words."""
    text = np.concatenate([[words.numbers[word] for word in example.words] for example in examples])
    pieces = torch.from_numpy(text[: len(text) // _LENGTH * _LENGTH]).view(-1, _LENGTH)
    target, noise = _targets(words, text)
    guess = nn.Linear(encoder.norm1.normalized_shape[0], len(noise))
    unknown = nn.Parameter(torch.randn(encoder.norm1.normalized_shape[0]) * 0.1)
    descent = Descent(encoder.mixing, [*encoder.parameters(), *guess.parameters(), unknown], steps)
    present = torch.ones(_PAPERS, _LENGTH, 1)
    encoder.train()
    for n in range(steps):
        ids = pieces[torch.randint(0, len(pieces), (_PAPERS,))]
        hidden = torch.rand(ids.shape) < _HIDDEN
        seen = torch.where(hidden[..., None], unknown, encoder.embed(words, ids))
        asked = hidden & (target[ids] >= 0)
        right = target[ids][asked]
        choices = torch.cat([right, torch.multinomial(noise, min(_WRONG, len(noise)))]).unique()
        scores = functional.linear(encoder.read(seen, present)[asked], guess.weight[choices], guess.bias[choices])
        # What is drawn more often as a wrong word is held against it less (sampled softmax).
        scores = scores - torch.log(noise[choices] * _WRONG + 1e-9).clamp(max=0)
        loss = functional.cross_entropy(scores, torch.searchsorted(choices, right))
        descent.step(loss)
        tell(n + 1, steps, loss.item())


def _targets(words: WordTable, text: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """For each word the number of its normal form among those guessed, or -1; and how often to draw each of these."""
    normal = [normal_form(word) for word in words.numbers]
    counts: Counter[str] = Counter()
    for form, count in zip(normal, np.bincount(text, minlength=len(normal)).tolist(), strict=True):
        counts[form] += count
    guessed = [form for form, _ in counts.most_common(_GUESSED)]
    number = {form: n for n, form in enumerate(guessed)}
    weight = torch.tensor([float(counts[form]) for form in guessed]).sqrt()
    return torch.tensor([number.get(form, -1) for form in normal]), weight / weight.sum()
