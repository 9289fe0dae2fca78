"""One name, several things: coined words that papers spell alike and do not mean alike.

A name that somebody coined may have been coined twice. Papers that use it are taken for speaking of two things if
the things are of two kinds, or written in two ways, or one is older than what a paper coined, and the papers have
little in common in their words.
"""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import EntityType
from kg.resolution.coinages import coins, names_own, owned
from kg.resolution.contexts import KNOWN_BY, Contexts
from kg.resolution.doubts import Doubt, doubt
from kg.resolution.foreign_uses import coined_apart, writings
from kg.resolution.name_grammar import is_versioned
from kg.resolution.surface import plain, spelling_key, words_of
from kg.resolution.things import Thing, Use
from kg.resolution.word_forms import singular

#: Likeness of papers that speak of one thing: one in ten has less, and of others three in four have; measured on
#: 13,000 pairs of papers that give one short form and its long form.
_HARDLY_ALIKE = 0.06
#: Of the former three in a hundred have less, of the others every other one.
_BARELY_ALIKE = 0.04
#: Of the former three in four have more, of the others one in seven.
_RATHER_ALIKE = 0.08
#: Three in five, and one in twelve.
ALIKE = 0.1
#: So near to what is needed, a person had better look.
_UNSURE = 0.2
#: Who has so many times the papers of another has the name to itself.
_FAR_MORE = 4
#: Names of so few letters are coined again and again, as are words of the language and acronyms that sound like one.
_FEW_LETTERS, _FEW_CAPITALS = 4, 7

#: What more papers call their own is no name that any of them made.
_FEW_OWNERS = 2

_COINED = "one paper coins the name; others, with few of its words, have it earlier or write it otherwise"

_KINDS: dict[str, str] = {EntityType.MODEL: EntityType.METHOD}


def kind_of(type: str) -> str:
    """The type, a model being a method: papers call one thing now this, now that."""
    return _KINDS.get(type, type)


def part_namesakes(things: Iterable[Thing], contexts: Contexts) -> tuple[list[Thing], list[Doubt]]:
    """The things, those parted whose name seems to stand for several, and the doubts."""
    parted: list[Thing] = []
    doubts: list[Doubt] = []
    for thing in things:
        if len(thing.uses) == 1 or thing.renamed or thing.whole or is_versioned(thing.label):
            # A version is nothing that two papers invent: GPT-4.1-nano is one, however different its papers.
            parted.append(thing)
            continue
        left, *coinages = coined_apart(thing, contexts)
        doubts += (doubt(one, left, False, _COINED) for one in coinages)
        if thing.known:
            # Whoever coins the name of something established has another name for it than the lexicons.
            parted += [left, *(Thing(list(map(owned, one.uses)), cuts=one.cuts, anew=True) for one in coinages)]
            continue
        for one in (left, *coinages):
            parted += _parted(one, contexts, doubts) if _may_be_namesake(one) else [one]
    return parted, doubts


def _may_be_namesake(thing: Thing) -> bool:
    """Whether somebody coined the name, or two papers give its words to techniques of their own: *Temporal Adapter*.

    What more of them propose is common property. Of 25 names of several words that were parted four should not have
    been.
    """
    is_method = kind_of(thing.type) == EntityType.METHOD
    return thing.is_coined or (is_method and len(thing.uses) <= _FEW_OWNERS and all(map(names_own, thing.uses)))


def may_be_one(one: Thing, other: Thing, contexts: Contexts) -> bool:
    """Whether two things can be one whose names agree: not if they were parted, and rarely if a name was coined.

    A long form from which a paper coined a name is the same words elsewhere only if the papers are alike.
    """
    if _may_be_namesake(one) and _may_be_namesake(other) and spelling_key(one.label) == spelling_key(other.label):
        return False
    if one.anew is not other.anew:
        return False
    if _coins_other(one, other, contexts) or _coins_other(other, one, contexts):
        return False
    if one.coined_shorts == other.coined_shorts or one.coined_shorts & other.coined_shorts:
        return True
    if one.coined_shorts and other.coined_shorts:
        return False
    return contexts.likeness(other.uses[0].paper, one.papers) >= ALIKE


def _coins_other(one: Thing, other: Thing, contexts: Contexts) -> bool:
    """Whether a paper coins the one, and the other's papers have hardly a word of it."""
    if one.known or is_versioned(one.label):
        return False
    coining = [use for use in one.uses if coins(use)]
    # What most papers merely use is no coinage, whatever one of them presents.
    if 2 * len(coining) < len(one.uses) or writings(one.uses) & writings(other.uses):
        return False
    return any(contexts.likeness(use.paper, other.papers) < _HARDLY_ALIKE for use in coining)


def _parted(thing: Thing, contexts: Contexts, doubts: list[Doubt]) -> list[Thing]:
    if len(thing.uses) == 1:
        return [thing]
    if _is_weak(thing):
        return _star(thing, contexts, doubts)
    by_writing: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in thing.uses:
        by_writing[_writing(use)].append(use)
    return [thing] if len(by_writing) == 1 else [thing.part(uses) for uses in _joined(by_writing.values(), contexts)]


def _is_weak(thing: Thing) -> bool:
    """Whether the name says little, as words do that describe; but a metric is common property: HD95 is HD95."""
    name = plain(thing.label)
    is_word = name.isalpha() and name.istitle()
    is_short = len(name) <= _FEW_LETTERS or is_word or (name.isupper() and len(name) <= _FEW_CAPITALS)
    return (is_short or not thing.is_coined) and thing.type != EntityType.METRIC


def _joined(writings: Iterable[list[Use]], contexts: Contexts) -> list[list[Use]]:
    """The most frequent writing, what belongs to it, and each other by itself."""
    most, *others = sorted(writings, key=lambda uses: (-len(uses), uses[0].paper.id))
    apart = []
    for uses in others:
        likeness = contexts.likeness(uses[0].paper, [use.paper for use in most])
        is_rare = len(most) >= _FAR_MORE * len(uses) and not _is_other(uses, most)
        if likeness >= ALIKE or (likeness >= _HARDLY_ALIKE and is_rare):
            most = most + uses
        else:
            apart.append(uses)
    return [most, *apart]


def _is_other(uses: list[Use], most: list[Use]) -> bool:
    """Whether the few papers are more than careless: they coin it, or small letters tell theirs from capitals."""
    name, other = _writing(uses[0])[1], _writing(most[0])[1]
    mixed = not any(each.islower() for each in (name, other)) and name.isupper() != other.isupper()
    return any(map(coins, uses)) or (mixed and len(name) <= _FEW_LETTERS)


def _star(thing: Thing, contexts: Contexts, doubts: list[Doubt]) -> list[Thing]:
    """Uses put, one by one, to those before them whose papers are most like theirs; whoever proposes it comes first."""
    groups: list[list[Use]] = []
    for use in sorted(thing.uses, key=lambda use: (not use.proposes, use.paper.id)):
        likeness = [contexts.likeness(use.paper, [one.paper for one in group[:KNOWN_BY]]) for group in groups]
        best = max(range(len(groups)), key=lambda n: (likeness[n], -n), default=None)
        if best is None:
            groups.append([use])
            continue
        needed = _needed(use, groups[best][0])
        if abs(likeness[best] - needed) < _UNSURE * needed:
            reason = f"one name in papers of likeness {likeness[best]:.3f}"
            doubts.append(doubt(Thing([use]), Thing(groups[best][:1]), likeness[best] >= needed, reason))
        if likeness[best] < needed:
            groups.append([use])
        else:
            groups[best].append(use)
    return [thing.part(group) for group in groups]


def _needed(one: Use, other: Use) -> float:
    if _writing(one) != _writing(other):
        return ALIKE
    # Methods are coined by every other paper; benchmarks are few, and used in papers of all kinds.
    return _RATHER_ALIKE if kind_of(one.group.type) == EntityType.METHOD else _BARELY_ALIKE


def _writing(use: Use) -> tuple[str, str]:
    """The kind of thing, and its name with its capitals; long names are written now so, now so."""
    name = "".join(words_of(singular(use.group.name)))
    return kind_of(use.group.type), name if len(name) <= _FEW_CAPITALS else name.lower()
