"""How the weights of a network go down: matrices that mix columns by Muon, all others by AdamW.

Muon (K. Jordan and others, 2024) makes all directions of a step equally long. After the same
steps a pupil is a little nearer to its teacher than with AdamW alone, each at the rate that suits it.
"""

from collections.abc import Iterable

import torch
from torch import Tensor, nn

#: Rates at their highest, and how fast weights shrink.
_MUON_RATE, _ADAM_RATE = 1e-2, 3e-3
_DECAY = 0.01
_WARM_UP = 0.1


class Descent:
    """So many steps down, at a rate that grows over the first tenth of them and then falls to nought in a line."""

    def __init__(
        self, mixing: Iterable[nn.Parameter], others: Iterable[nn.Parameter], steps: int, pace: float = 1.0
    ) -> None:
        """``mixing``: matrices that take columns to columns; of ``others``, those that are among them are left out.

        ``pace``: what the rates are multiplied by.
        """
        matrices = list(mixing)
        known = set(map(id, matrices))
        rest = [weight for weight in others if id(weight) not in known]
        self._weights = [*matrices, *rest]
        self._optimizers = {
            torch.optim.Muon(matrices, weight_decay=_DECAY, adjust_lr_fn="match_rms_adamw"): pace * _MUON_RATE,
            torch.optim.AdamW(rest, weight_decay=_DECAY, fused=True): pace * _ADAM_RATE,
        }
        self._done, self._steps = 0, steps

    def step(self, loss: Tensor) -> None:
        """One step down, with gradients clipped to length 1."""
        share = self._done / self._steps
        self._done += 1
        for optimizer in self._optimizers:
            optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._weights, 1.0)
        for optimizer, peak in self._optimizers.items():
            for group in optimizer.param_groups:
                group["lr"] = peak * min(1.0, share / _WARM_UP + 1 / self._steps) * (1 - share)
            optimizer.step()
