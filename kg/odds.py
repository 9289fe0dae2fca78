"""Probabilities and the logarithms of their odds."""

import math

#: Shares may be nought or one, whose logits have no end.
_EDGE = 1e-4


def probability(log_odds: float) -> float:
    """0 to 1."""
    return 1 / (1 + math.exp(-log_odds))


def logit(share: float) -> float:
    """The logarithm of the odds, with shares near 0 and 1 kept within bounds."""
    share = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(share / (1 - share))
