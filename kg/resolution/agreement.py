"""Why two names stand for one thing: first the reasons, then a score with a weight a reason.

Both names go through the same steps, from the most harmless to the boldest, until they are alike; the steps
that changed one of them are the reasons. What is alike after all steps has one `loosest_key`, by which
candidates are found without comparing every name with every other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import prod

from kg.model import EntityType
from kg.resolution.expansions import known_expansions
from kg.resolution.name_grammar import in_order, with_full_year, without_v
from kg.resolution.surface import Words, joined, words_of
from kg.resolution.word_counts import papers_of_words
from kg.resolution.word_forms import american, signs_in_words, singular

#: Singular abbreviation as it is written → the words that it stands for.
Expansions = Mapping[str, Words]


class Reason(StrEnum):
    """What makes two names one."""

    SPACING = "hyphen or space"
    CASE = "case"
    ACRONYM_CASE = "case of a short name"
    SPELLING = "spelling"
    COUNT = "number of"
    PLURAL = "plural"
    NAME_PLURAL = "plural of a name"
    PLURAL_WITHIN = "plural within"
    SIGN = "sign and word"
    YEAR = "year in two digits"
    VERSION = "v before the version"
    ORDER = "order of version and size"
    ABBREVIATION = "abbreviation inside"
    HEAD = "generic word behind it"


#: How much of its belief an agreement keeps for each reason that it needs.
WEIGHTS = {
    Reason.SPACING: 1.0,
    Reason.CASE: 1.0,
    Reason.ACRONYM_CASE: 0.8,
    Reason.SPELLING: 0.99,
    Reason.COUNT: 0.95,
    Reason.PLURAL: 0.97,
    Reason.NAME_PLURAL: 0.72,
    Reason.PLURAL_WITHIN: 0.95,
    Reason.SIGN: 0.95,
    Reason.YEAR: 0.95,
    Reason.VERSION: 0.95,
    Reason.ORDER: 0.97,
    Reason.ABBREVIATION: 0.95,
    Reason.HEAD: 0.85,
}

#: Words that say of what kind a thing is, not which thing; by the type whose names they may follow.
_HEADS = frozenset({"algorithm", "approach", "framework", "method", "strategy", "technique"})
_HEADS_OF: Mapping[str, frozenset[str]] = {
    EntityType.METHOD: _HEADS | {"model"},
    EntityType.MODEL: _HEADS | {"model", "architecture"},
    EntityType.BENCHMARK: _HEADS | {"benchmark", "dataset", "data", "corpus", "environment", "suite", "task"},
    EntityType.METRIC: frozenset({"metric", "rate", "score", "value"}),
}
#: What is measured by counting alone: *parameters* are the *number of parameters*, but an *error* is no *error count*.
_COUNTED = frozenset(
    "call epoch evaluation flop iteration mac message operation parameter query round step token turn".split()
)
#: Names of so many letters may mean different things in different case: *DrM* and *DRM*.
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Agreement:
    """The reasons why two names may be one, and what they are worth together."""

    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """0 to 1; 1 where nothing but hyphens, spaces and case differ."""
        return prod(WEIGHTS[reason] for reason in self.reasons)


def agreement(one: str, other: str, type: str, expansions: Expansions = {}) -> Agreement | None:  # noqa: B006
    """Why the two names of things of one type agree; None if no step makes them alike."""
    left, right = words_of(one), words_of(other)
    reasons: list[Reason] = []
    if joined(left) == joined(right):
        return Agreement(_spacing_and_case(left, right)) if left or one == other else None
    for reason, step in _STEPS:
        if reason is Reason.HEAD and _heads_differ(words_of(one), words_of(other), type):
            return None
        changed = step(left, type, expansions), step(right, type, expansions)
        if changed != (left, right):
            coined = any(
                _is_name(after) for after, before in zip(changed, (left, right), strict=True) if after != before
            )
            reasons.append(Reason.NAME_PLURAL if reason is Reason.PLURAL and coined else reason)
        left, right = changed
        if joined(left) == joined(right):
            return None if reason is Reason.HEAD and _is_word_and_name(left, right, type) else Agreement(tuple(reasons))
    return None


def loosest_key(name: str, type: str, expansions: Expansions = {}) -> str:  # noqa: B006
    """What all names that may agree with this one have in common."""
    words = words_of(name)
    if "".join(words) in expansions or any(singular(word) in expansions for word in words):
        return _after_all_steps(name, type, expansions)
    return _loosest_key(name, type)


@lru_cache(maxsize=1 << 19)
def _loosest_key(name: str, type: str) -> str:
    return _after_all_steps(name, type, {})


def _after_all_steps(name: str, type: str, expansions: Expansions) -> str:
    words = words_of(name)
    for _, step in _STEPS:
        words = step(words, type, expansions)
    return joined(words) or name


def _spacing_and_case(left: Words, right: Words) -> tuple[Reason, ...]:
    if left == right:
        return ()
    one, other = "".join(left), "".join(right)
    if one == other:
        return (Reason.SPACING,)
    return (Reason.ACRONYM_CASE if len(one) <= _SHORT and not _is_capitals(one, other) else Reason.CASE,)


def _is_name(words: Words) -> bool:
    """Whether they are one word that somebody coined, *LongMemEval*; its plural may be another name."""
    return len(words) == 1 and not words[0].isupper() and any(letter.isupper() for letter in words[0][1:])


def _is_capitals(one: str, other: str) -> bool:
    """Whether one of them is the other in small or in capital letters alone: *ROUGE* and *rouge*."""
    return any(name.islower() for name in (one, other))


def _is_word_and_name(one: Words, other: Words, type: str) -> bool:
    """Whether one is a word that many papers hold, and the other has capitals within: *mesh models* are no *MeSH*.

    A metric may be any word: *USABLE* is the *usable rate*.
    """
    ours, theirs = (_has_inner_capitals(words) for words in (one, other))
    word = "".join(other if ours else one)
    return type != EntityType.METRIC and ours != theirs and word.lower() in papers_of_words()


def _has_inner_capitals(words: Words) -> bool:
    return any(letter.isupper() for word in words for letter in word[1:])


def _last(change: Callable[[str], str]) -> Callable[[Words, str, Expansions], Words]:
    return lambda words, _type, _expansions: (*words[:-1], change(words[-1])) if words else words


def _each(change: Callable[[str], str]) -> Callable[[Words, str, Expansions], Words]:
    return lambda words, _type, _expansions: tuple(map(change, words))


def _expanded(words: Words, _type: str, expansions: Expansions) -> Words:
    if whole := expansions.get("".join(words)):
        return whole
    known = known_expansions()
    found = (expansions.get(singular(word)) or known.get(singular(word)) or (word,) for word in words)
    return tuple(part for parts in found for part in parts)


def _heads_differ(one: Words, other: Words, type: str) -> bool:
    """*p-value* is no *p-score*, nor a *false positive rate* what *false positives* count."""
    return type == EntityType.METRIC and len({_head(one), _head(other)} - {""}) > 1


def _head(words: Words) -> str:
    """The generic word behind a metric's name, *number* for what is named in the plural, else nothing."""
    last = words[-1].lower() if words else ""
    if singular(last) in _HEADS_OF[EntityType.METRIC]:
        return singular(last)
    return "number" if singular(last) != last else ""


def _without_count(words: Words, type: str, _expansions: Expansions) -> Words:
    rest = words
    if tuple(map(str.lower, words[:2])) == ("number", "of"):
        rest = words[2:]
    elif words and words[-1].lower() in ("count", "number"):
        rest = words[:-1]
    return rest if type == EntityType.METRIC and rest and singular(rest[-1]).lower() in _COUNTED else words


def _without_head(words: Words, type: str, _expansions: Expansions) -> Words:
    heads = _HEADS_OF.get(type, frozenset())
    # One letter, or a head alone, is no name: *h-score*, *score rate*.
    rest = joined(words[:-1])
    return words[:-1] if words and words[-1].lower() in heads and len(rest) > 1 and rest not in heads else words


_STEPS: tuple[tuple[Reason, Callable[[Words, str, Expansions], Words]], ...] = (
    (Reason.SPELLING, _each(american)),
    (Reason.COUNT, _without_count),
    (Reason.PLURAL, _last(singular)),
    (Reason.PLURAL_WITHIN, _each(singular)),
    (Reason.ABBREVIATION, _expanded),
    (Reason.SIGN, _each(signs_in_words)),
    (Reason.YEAR, lambda words, type, _: with_full_year(words) if type == EntityType.BENCHMARK else words),
    (Reason.VERSION, lambda words, type, _: tuple(map(without_v, words)) if type == EntityType.MODEL else words),
    (Reason.ORDER, lambda words, type, _: in_order(words) if type == EntityType.MODEL else words),
    (Reason.HEAD, _without_head),
)
