"""Places beside one another without overlap: boxes in rows, discs apart."""

import math
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

#: Free margin around each box.
MARGIN = 80.0
#: So often discs are pushed; what still overlaps then does so by a little.
_PUSHES = 200
#: Nearer than this two middles have no direction from one to the other.
_ONE_SPOT = 1e-9
#: There each takes a direction of its own, turned by the golden angle from the one before, as leaves on a stem.
_LEAF = math.pi * (3 - math.sqrt(5))

Place = tuple[float, float]


def in_rows(boxes: Iterable[Mapping[str, Place]], at_least: float) -> Iterator[tuple[str, Place]]:
    """Put boxes side by side in rows as wide as the first or as ``at_least``, from the top; yield each node's place."""
    width = x = y = row = 0.0
    for box in map(_at_origin, boxes):
        wide, high = (max(place[axis] for place in box.values()) + MARGIN for axis in (0, 1))
        width = width or max(wide, at_least)
        if x and x + wide > width:
            x, y, row = 0.0, y + row, 0.0
        for node, (left, top) in box.items():
            yield node, (x + left, y + top)
        x, row = x + wide, max(row, high)


def _at_origin(places: Mapping[str, Place]) -> dict[str, Place]:
    """The same places moved so that their corner is at (0, 0)."""
    left, top = (min(place[axis] for place in places.values()) for axis in (0, 1))
    return {node: (x - left, y - top) for node, (x, y) in places.items()}


def apart(middles: Mapping[str, Place], radius: Mapping[str, float]) -> dict[str, Place]:
    """Move discs off one another, the smaller of two farther than the larger; side by side if they lie on one spot."""
    numbers = sorted(middles)
    at = np.array([middles[number] for number in numbers])
    size = np.array([radius[number] for number in numbers])
    least = size[:, None] + size[None, :]
    share = (size**2)[None, :] / (size[:, None] ** 2 + size[None, :] ** 2)
    np.fill_diagonal(least, 0.0)
    turn = _LEAF * np.arange(len(at))
    leaves, _ = _directions(np.stack((np.cos(turn), np.sin(turn)), axis=-1))
    for _ in range(_PUSHES):
        away, distance = _directions(at)
        overlap = np.maximum(least - distance, 0.0)
        if not overlap.any():
            break
        away = np.where((distance < _ONE_SPOT)[..., None], leaves, away)
        at = at + (away * (overlap * share)[..., None]).sum(axis=1)
    return {number: (float(x), float(y)) for number, (x, y) in zip(numbers, at, strict=True)}


def _directions(at: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """From each spot to each, points × points: the direction that leads away, of length 1, and the distance."""
    away = at[:, None, :] - at[None, :, :]
    distance = np.hypot(away[..., 0], away[..., 1])
    return away / np.maximum(distance, _ONE_SPOT)[..., None], distance
