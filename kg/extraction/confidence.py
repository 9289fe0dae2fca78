"""What the network's certainty is worth: the share of such names that are right, as measured on papers set aside."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from kg.model import EntityType
from kg.odds import logit, probability

FILE = files("kg.extraction") / "model" / "confidence.json"


class Curve(NamedTuple):
    """A line in logits, after J. Platt, "Probabilistic outputs for support vector machines", 1999."""

    slope: float = 1.0
    shift: float = 0.0

    def __call__(self, certainty: float) -> float:
        """Share of right names among those of this certainty; both 0 to 1."""
        return probability(self.slope * logit(certainty) + self.shift)


#: One curve a type.
Calibration = Mapping[EntityType, Curve]

#: Takes certainty at its word.
UNCALIBRATED: Calibration = {type: Curve() for type in EntityType}


def read_calibration() -> Calibration:
    """The curves that come with kg."""
    curves = json.loads(FILE.read_text(encoding="utf-8"))
    return {type: Curve(*curves[type]) for type in EntityType}
