"""What a word looks like, as rows of the recognizer's embedding tables: the word, its ends, its shape."""

import re
from functools import lru_cache
from zlib import crc32

#: The tables, and how many rows each has; words share rows, and rows 0 stay free for what is hidden.
TABLES = {"word": 20_000, "prefix": 4_000, "suffix": 4_000, "shape": 1_000}

_DIGITS = re.compile(r"\d+")
_LONG_RUN = re.compile(r"(.)\1{3,}")


def normal_form(word: str) -> str:
    """Lower case, each number a nought: ``Qwen2.5`` → ``qwen0.0``."""
    return _DIGITS.sub("0", word.lower())


class _Letters(dict[int, str]):
    """What stands for a letter in a shape, by its code; filled as letters come."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = "x" if letter.isdecimal() or "a" <= letter <= "z" else "X" if "A" <= letter <= "Z" else letter
        return self[code]


_LETTERS = _Letters()


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> str:
    """Capitals as X, small letters and digits as x, runs cut to three: ``GSM8K`` → ``XXXxX``."""
    return _LONG_RUN.sub(_three, word.translate(_LETTERS))[:8]


def _three(run: re.Match[str]) -> str:
    return run[0][:3]


def word_rows(word: str) -> tuple[int, ...]:
    """The word's row in each of `TABLES`."""
    normal = normal_form(word)
    keys = ("w" + normal, "p" + word[:3], "s" + normal[-4:], "x" + shape(word))
    return tuple(1 + crc32(key.encode()) % (rows - 1) for key, rows in zip(keys, TABLES.values(), strict=True))
