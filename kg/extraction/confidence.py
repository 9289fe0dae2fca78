"""What the network's certainty is worth: the share of such names that are right, as measured on papers set aside."""

import json
import math
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from kg.model import EntityType

FILE = files("kg.extraction") / "model" / "confidence.json"
#: The network's certainty may be nought or one, whose logits have no end.
_EDGE = 1e-4


class Curve(NamedTuple):
    """A line in logits, after J. Platt, "Probabilistic outputs for support vector machines", 1999."""

    slope: float = 1.0
    shift: float = 0.0

    def __call__(self, certainty: float) -> float:
        """Share of right names among those of this certainty; both 0 to 1."""
        return 1 / (1 + math.exp(-(self.slope * logit(certainty) + self.shift)))


#: One curve a type.
Calibration = Mapping[EntityType, Curve]

#: Takes certainty at its word.
UNCALIBRATED: Calibration = {type: Curve() for type in EntityType}


def logit(share: float) -> float:
    """The logarithm of the odds, with shares near 0 and 1 kept within bounds."""
    share = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(share / (1 - share))


def read_calibration() -> Calibration:
    """The curves that come with kg."""
    curves = json.loads(FILE.read_text(encoding="utf-8"))
    return {type: Curve(*curves[type]) for type in EntityType}
