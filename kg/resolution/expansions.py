"""Abbreviations that the lexicons know, for names that hold one: *visual RL* is *visual reinforcement learning*."""

from functools import cache

from kg.lexicons import read_names
from kg.model import EntityType
from kg.resolution.surface import Words, words_of

_LONGEST = 6


@cache
def known_expansions() -> dict[str, Words]:
    """Each abbreviation in capitals, of two to six letters, and the words of what it is short for."""
    return {
        alias: words_of(entry.name)
        for type in EntityType
        for entry in read_names(type)
        for alias in entry.aliases
        if alias.isalpha() and alias.isupper() and 1 < len(alias) <= _LONGEST and len(words_of(entry.name)) > 1
    }
