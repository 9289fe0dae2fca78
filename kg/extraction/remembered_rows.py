"""Rows of numbers that are worked out when they are first asked for, and remembered."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)
Floats = NDArray[np.float32]

#: So many rows are remembered (0.4 kB each in the network).
_REMEMBERED = 200_000
_FIRST_ROOM = 4_096


class RememberedRows(Generic[Key]):
    """A row for each key, all of one width."""

    def __init__(self, row: Callable[[Key], Floats], width: int) -> None:
        self._row = row
        self._numbers: dict[Key, int] = {}
        self._rows = np.empty((_FIRST_ROOM, width), dtype=np.float32)

    def of(self, keys: Sequence[Key]) -> Floats:
        """The rows of the keys, keys × width."""
        numbers = self._numbers
        try:
            found = list(map(numbers.__getitem__, keys))
        except KeyError:
            if len(numbers) + len(keys) > _REMEMBERED:
                numbers.clear()
            for key in keys:
                if key not in numbers:
                    self._remember(key)
            found = list(map(numbers.__getitem__, keys))
        return self._rows.take(found, axis=0)

    def _remember(self, key: Key) -> None:
        number = self._numbers[key] = len(self._numbers)
        if number == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[number] = self._row(key)
