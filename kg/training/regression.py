"""Logistic regression of few features: the weights that stand in the code as named numbers."""

import numpy as np
import numpy.typing as npt

_STEPS, _RATE = 3_000, 0.5

Floats = npt.NDArray[np.float64]


def regression(x: Floats, y: Floats) -> tuple[Floats, float]:
    """Weights and bias that tell ``y`` (0 or 1) from ``x``; by gradient descent on standardised columns."""
    middle, spread = x.mean(0), np.maximum(x.std(0), 1e-9)
    scaled = np.c_[(x - middle) / spread, np.ones(len(x))]
    weights = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        weights -= _RATE * scaled.T @ (likelihood(scaled, weights, 0.0) - y) / len(y)
    return weights[:-1] / spread, float(weights[-1] - (weights[:-1] * middle / spread).sum())


def likelihood(x: Floats, weights: Floats, bias: float) -> Floats:
    """How likely each row is a 1."""
    likely: Floats = 1 / (1 + np.exp(-(x @ weights + bias)))
    return likely
