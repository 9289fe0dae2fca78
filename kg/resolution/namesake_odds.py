"""How likely two papers mean one thing by one name: what speaks for it and against it, each with a weight."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.resolution.authors import share_author
from kg.resolution.coinages import coins
from kg.resolution.contexts import Contexts
from kg.resolution.entity_types import kind_of
from kg.resolution.older_uses import comes_late
from kg.resolution.surface import plain
from kg.resolution.things import Use
from kg.resolution.word_forms import singular

#: Of a logistic regression that ``python -m kg.training namesakes`` fits to pairs of papers with a name in common: of
#: the logs of the likeness of their words and of the number of papers that have the name; whether lexicons know it, it
#: is a word or an acronym that others would choose as well, the papers use it for things of two kinds or write it with
#: other capitals, and whether one of them or both present it as their own name, or propose what it stands for.
FITTED = {
    "likeness": 4.53,
    "papers": 0.42,
    "known": 0.58,
    "weak": -0.77,
    "kinds": -1.29,
    "capitals": -1.23,
    "one coins": -1.65,
    "both coin": -4.32,
    "one proposes": -1.07,
    "both propose": -2.74,
}
#: How much these say is set, not fitted: the papers of the pairs list no authors, and few of them present what lexicons
#: know. Hardly anyone presents as his own what strangers have presented, nor gives two things one name. Of 50 words of
#: the lexicons that a paper presents as its own months after others used them, 45 mean another thing, and how like the
#: papers are tells most of the other five.
SET = {"one author": 5.0, "strangers coin": -5.0, "coins late": -2.0}
WEIGHTS = FITTED | SET
BIAS = 12.90
#: The least log-odds with which two uses are taken for one, a probability of 0.6: 46 of 708 pairs that are joined are
#: two things, and 54 of 716 that are one are parted; most pairs are of papers that are little alike. For what lexicons
#: know, a probability of 0.4: to tear that is worse than to take in another.
AGREED, KNOWN_AGREED = 0.405, -0.405
#: What the likeness begins with, so that it has a logarithm.
LEAST_LIKENESS = 0.03
#: Names of so few letters are coined again and again.
_FEW_LETTERS = 4

Floats = NDArray[np.float64]


def written(use: Use) -> frozenset[str]:
    """How the paper writes the name, hyphens aside; names of several words in small letters."""
    return frozenset(_written(mention.text) for mention in use.group.mentions)


class Naming(NamedTuple):
    """What a paper does with a name that it uses."""

    use: Use
    #: As `written`.
    forms: frozenset[str]
    kind: str
    is_known: bool
    is_weak: bool
    proposes: bool
    coins: bool
    #: Whether it coins a word that lexicons know and others used long before.
    coins_late: bool
    #: So many papers have the name.
    papers: int

    @classmethod
    def by(cls, use: Use, papers: int, first: int | None = None) -> "Naming":
        """What is to be seen of it in one of the uses in so many papers, of what was there from the ``first`` month."""
        return cls(
            use=use,
            forms=written(use),
            kind=kind_of(use.group.type),
            is_known=use.group.known is not None,
            is_weak=_is_weak(singular(plain(use.group.name))),
            proposes=use.proposes,
            coins=coins(use),
            coins_late=comes_late(use, first),
            papers=papers,
        )


def evidence(one: Naming, others: Sequence[Naming], contexts: Contexts) -> Floats:
    """What `WEIGHTS` are of, in their order, as the mean over pairs of one with each of others; the likeness itself."""
    flags = [
        (
            one.is_known and other.is_known,
            one.is_weak or other.is_weak,
            one.kind != other.kind,
            _differ_in_capitals(one.forms, other.forms),
            one.coins != other.coins,
            one.coins and other.coins,
            one.proposes != other.proposes,
            one.proposes and other.proposes,
            *_authors_say(one, other),
            one.coins_late or other.coins_late,
        )
        for other in others
    ]
    likeness = contexts.mean_likeness(one.use.paper, [other.use.paper for other in others])
    return np.array(
        [likeness, math.log(one.papers), *(sum(column) / len(flags) for column in zip(*flags, strict=True))]
    )


def log_odds(evidence: Floats) -> Floats:
    """The logarithm of the odds that it is one thing; evidence is on the last axis."""
    odds: Floats = BIAS + with_logarithm(evidence) @ np.array(list(WEIGHTS.values()))
    return odds


def with_logarithm(evidence: Floats) -> Floats:
    """The evidence as the weights take it."""
    table = evidence.copy()
    table[..., 0] = np.log(table[..., 0] + LEAST_LIKENESS)
    return table


def _authors_say(one: Naming, other: Naming) -> tuple[bool, bool]:
    shared = share_author(one.use.paper, other.use.paper)
    return shared is True, shared is False and one.coins and other.coins


def _differ_in_capitals(forms: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a form of the one is a form of the other but for capitals, and none as it is."""
    return not forms & others and not {form.lower() for form in forms}.isdisjoint(form.lower() for form in others)


def _written(text: str) -> str:
    name = singular(plain(text)).replace("-", " ")
    return name.lower() if " " in plain(text) else name.replace(" ", "")


def _is_weak(name: str) -> bool:
    """Whether the name says little: a few letters, a word of the language, an acronym."""
    return " " not in name and (len(name) <= _FEW_LETTERS or (name.isalpha() and (name.istitle() or name.isupper())))
