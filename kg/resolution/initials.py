"""How well the letters of a short name are spelled by the words of a long one.

Papers coin names from the beginnings of words (*ChiDeK*, Chiral Determinant Kernel), also where no parentheses say
so. `kg.extraction.abbreviations` reads the parentheses; this reads the letters alone, and is stricter.
"""

import re
from functools import lru_cache

from kg.resolution.surface import Words, plain, words_of
from kg.resolution.word_forms import SMALL_WORDS, singular

#: A sign in a short name and the words that it may stand for.
_SAID = {
    "2": ("to", "two", "second"),
    "4": ("for", "four"),
    "x": ("cross", "ex"),
    "+": ("plus",),
    "&": ("and",),
    "n": ("and",),
}
#: What it costs, in words: to pass over a word, to begin inside a word, to leave a letter or a digit unspelled.
_PASSED_OVER, _INSIDE, _UNSPELLED = 1.0, 0.5, 1.0
#: What stands before another word in one word: *autoencoder* has two beginnings.
_PREFIX = re.compile(
    r"auto|fine|hyper|inter|intra|meta|micro|multi|neuro|non|photo|pre|semi|spatio|sub|super|tele|trans"
)
_LONGEST_SHORT = 12
_FEWEST_WORDS = 2
#: *R3* may be *RRR*, and *S^2LM* is *SSLM*.
_REPEATED = re.compile(r"([a-z])([2-4])")


@lru_cache(maxsize=1 << 12)
def spelled(short: str, long: str) -> float:
    """How well, 0 to 1: 1 if every letter of ``short`` is among the beginnings of all words of ``long``, in order.

    0 where the long name has fewer than two words, or the short one more than one or no letters.
    """
    letters = "".join(words_of(singular(short))).lower()
    words = tuple(word.lower() for word in words_of(long))
    content = sum(word not in SMALL_WORDS for word in words)
    if not 2 <= len(letters) <= _LONGEST_SHORT or content < _FEWEST_WORDS or not _may_begin(letters[0], words):
        return 0.0
    spellings = {letters, _REPEATED.sub(_repeat, letters)}
    return max(0.0, 1 - min(_cheapest(spelling, words) for spelling in spellings) / content)


def _may_begin(letter: str, words: Words) -> bool:
    return any(word[0] == letter or word in _SAID.get(letter, ()) for word in words)


def is_initialism(short: str, long: str) -> bool:
    """Whether ``short`` is nothing but the first letters of the words in capitals: *PPO*, but not *ASTRO*."""
    if not (short.isupper() and short.isalpha()):
        return False
    all_words = words_of(long)
    of_content = tuple(word for word in all_words if word.lower() not in SMALL_WORDS)
    # A word with hyphens may count as one: SPO is Self-Play Preference Optimization, which others call SPPO.
    unparted = tuple(word for word in plain(long).split() if word.lower() not in SMALL_WORDS)
    return any(short == "".join(word[0].upper() for word in words) for words in (all_words, of_content, unparted))


def _repeat(match: re.Match[str]) -> str:
    return match[1] * int(match[2])


def _cheapest(letters: str, words: Words) -> float:
    """The least cost of spelling the letters by the words; the rows are the words, each from the state before it."""
    infinite = float("inf")
    # costs[n]: the least cost with which the words so far have spelled the first n letters.
    costs = [0.0] + [infinite] * len(letters)
    for word in words:
        after = [cost + (0.0 if word in SMALL_WORDS else _PASSED_OVER) for cost in costs]
        for done, cost in enumerate(costs):
            if cost == infinite:
                continue
            for reached, extra in _taken(letters, done, word):
                # The first letter must begin a word.
                if done or not extra:
                    after[reached] = min(after[reached], cost + extra)
        costs = [min(after[n], (after[n - 1] + _UNSPELLED) if n > 1 else infinite) for n in range(len(after))]
    return costs[-1]


def _taken(letters: str, done: int, word: str) -> list[tuple[int, float]]:
    """How far a word can bring the spelling from ``done`` letters, and at what cost."""
    if done == len(letters):
        return []
    reached = [(done + n, 0.0) for n in range(1, letters_in_common(letters[done:], word) + 1)]
    if word in _SAID.get(letters[done], ()):
        reached.append((done + 1, 0.0))
    if prefix := _PREFIX.match(word):
        second = word[prefix.end() :]
        for start in (done, *(end for end, _ in reached if end - done <= prefix.end())):
            reached += [(start + n, 0.0) for n in range(1, letters_in_common(letters[start:], second) + 1)]
    for match in re.finditer(re.escape(letters[done]), word[1:]):
        length = letters_in_common(letters[done:], word[1 + match.start() :])
        reached += [(done + n, _INSIDE) for n in range(1, length + 1)]
    return reached


def letters_in_common(one: str, other: str) -> int:
    """How many first letters two words share."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
