"""How likely two names of one paper that share words mean one thing: what speaks for it and against it, weighed."""

import math
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import chain

from kg.model import Mention, Role
from kg.resolution.entity_types import type_of
from kg.resolution.forms import Form, Said
from kg.resolution.introductions import neighbours
from kg.resolution.name_grammar import parent_names
from kg.resolution.shared_words import FEWEST_LETTERS, content, shared_words
from kg.resolution.surface import shown_keys, spelling_key

#: A logistic regression, fitted by ``python -m kg.training near-names`` on pairs of names in labelled papers: the
#: shares of the shorter and of the longer name's words that both have, how alike their letters are, whether they begin
#: alike, how many other things share as much with the shorter name; whether one sentence has both, the paper proposes
#: one of them alone, the title has both, or one alone; whether one is a model and one a method, lexicons know the
#: shorter, the paper explains one, how often it has the rarer one (the logarithm), whether the longer one never has a
#: capital, whether title and abstract have one each, and whether one stands in parentheses beside the other.
WEIGHTS = {
    "of shorter": 4.68,
    "of longer": 1.13,
    "letters": 2.71,
    "begin alike": 0.96,
    "rivals": -0.74,
    "one sentence": -2.13,
    "one proposed": -1.29,
    "both in title": 3.91,
    "one in title": -0.27,
    "types differ": -1.64,
    "shorter known": -2.06,
    "explained": -0.98,
    "mentions": -0.79,
    "small letters": 0.54,
    "title or abstract": 1.62,
    "in parentheses": 3.61,
}
BIAS = -6.90
#: The least log-odds with which two names are taken for one, a probability of 0.6: of 170 pairs of labelled
#: papers that are joined so 27 are two things, and 109 of 252 that are one are parted.
AGREED = 0.405

_MOST_RIVALS = 2
#: So many characters are between what stands in parentheses and what stands before them, at most.
_BESIDE = 12


class Named:
    """A thing of a paper with all its names, as it is compared with others."""

    def __init__(self, forms: Sequence[Form], said: Said) -> None:
        self._forms, self._said = forms, said
        self.known = next((form.known for form in forms if form.known), None)
        names = {form.text for form in forms} | ({self.known} if self.known else set())
        self.names = {name: words for name in sorted(names) if (words := content(name))}
        self.beginnings = frozenset(word[:FEWEST_LETTERS] for words in self.names.values() for word in words)

    # Most things share no word with another of their paper, and what follows is not asked of them.

    @cached_property
    def mentions(self) -> list[Mention]:
        """All its mentions."""
        return [mention for form in self._forms for mention in form.mentions]

    @property
    def often(self) -> int:
        """How often the paper has it."""
        return len(self.mentions)

    @cached_property
    def confidence(self) -> float:
        """That of its surest mention."""
        return max(mention.confidence for mention in self.mentions)

    @cached_property
    def type(self) -> str:
        """The type that its mentions give."""
        return type_of(self.mentions)

    @cached_property
    def is_explained(self) -> bool:
        """Whether the paper says what it is short for."""
        return any(self._said.long(form) for form in self._forms)

    @cached_property
    def is_proposed(self) -> bool:
        """Whether the paper presents it as its own."""
        return any(mention.role is Role.PROPOSES for mention in self.mentions)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of its names and of those under which it may be shown."""
        return frozenset(chain.from_iterable(map(shown_keys, self.names)))

    @cached_property
    def families(self) -> frozenset[str]:
        """The keys of what its names are variants of."""
        return frozenset(spelling_key(parent) for name in self.names for parent in parent_names(name))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The digits and plus signs of each of its names."""
        return frozenset("".join(sign for sign in name if sign.isdigit() or sign == "+") for name in self.names)

    @cached_property
    def sentences(self) -> frozenset[tuple[str, tuple[int, int]]]:
        """Where it is named."""
        return frozenset((mention.field, mention.sentence) for mention in self.mentions)

    @cached_property
    def fields(self) -> frozenset[str]:
        """Which of title and abstract name it."""
        return frozenset(mention.field for mention in self.mentions)

    @cached_property
    def in_title(self) -> bool:
        """Whether the title names it."""
        return "title" in self.fields

    def is_explained_beside(self, other: "Named") -> bool:
        """Whether one of the two stands in parentheses right behind the other."""
        return any(
            "(" in self._said.paper.text(one.field)[min(one.end, two.end) : max(one.start, two.start)]
            for one, two in neighbours(self.mentions, other.mentions)
            if max(one.start, two.start) - min(one.end, two.end) <= _BESIDE
        )

    @cached_property
    def is_in_small_letters(self) -> bool:
        """Whether it stands without a capital wherever it stands."""
        return all(mention.text.islower() for mention in self.mentions)


def evidence(one: Named, other: Named, others: Iterable[Named]) -> tuple[float, ...]:
    """What `WEIGHTS` are of, in their order; ``others`` are those of the paper that share a word with one of them."""
    shared = shared_words(one.names, other.names)
    shorter, longer = (other, one) if shared.turned else (one, other)
    rivals = sum(_is_rival(thing, shorter, shared.of_shorter) for thing in others)
    return (
        shared.of_shorter,
        shared.of_longer,
        SequenceMatcher(None, shared.shorter.lower(), shared.longer.lower()).ratio(),
        shared.begin_alike,
        min(rivals, _MOST_RIVALS),
        not one.sentences.isdisjoint(other.sentences),
        one.is_proposed != other.is_proposed,
        one.in_title and other.in_title,
        one.in_title != other.in_title,
        one.type != other.type,
        shorter.known is not None,
        one.is_explained or other.is_explained,
        math.log(min(one.often, other.often)),
        longer.is_in_small_letters,
        one.fields.isdisjoint(other.fields),
        one.is_explained_beside(other),
    )


def log_odds(evidence: Sequence[float]) -> float:
    """The logarithm of the odds that it is one thing."""
    return BIAS + sum(weight * told for weight, told in zip(WEIGHTS.values(), evidence, strict=True))


def _is_rival(thing: Named, shorter: Named, share: float) -> bool:
    """Whether a third thing shares as much with the shorter name."""
    return (
        thing.type == shorter.type
        and not thing.beginnings.isdisjoint(shorter.beginnings)
        and shared_words(shorter.names, thing.names).of_shorter >= share
    )
