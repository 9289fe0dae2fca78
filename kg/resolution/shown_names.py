"""The name under which a thing is shown: the established one, and no two things of a type alike."""

import re
from collections.abc import Container, Iterable
from typing import NamedTuple

from kg.model import EntityType
from kg.names import slug
from kg.resolution.forms import most_frequent
from kg.resolution.initials import is_initialism
from kg.resolution.lexicon_names import with_usual_family
from kg.resolution.surface import plain
from kg.resolution.things import Thing
from kg.resolution.word_forms import SMALL_WORDS, singular

_ODD_CAPITALS = re.compile(r"[A-Za-z]?[a-z]+[A-Z][A-Za-z]*")


def name_things(things: Iterable[Thing]) -> list[tuple[Thing, str]]:
    """Each thing with its name; of two that would have one name, that with more papers keeps it."""
    named: list[tuple[Thing, str]] = []
    taken: set[tuple[str, str]] = set()
    for thing in sorted(
        things, key=lambda thing: (not thing.renamed, not thing.known, -len(thing.uses), _first(thing))
    ):
        name = next(name for name in _candidates(thing) if _id(thing.shown_type, name) not in taken)
        taken.add(_id(thing.shown_type, name))
        named.append((thing, name))
    return named


class Displaced(NamedTuple):
    """A thing that another one takes its name from, since a person renamed that."""

    type: str
    name: str
    #: What it is shown as instead.
    shown: str


def displaced(named: Iterable[tuple[Thing, str]], new_names: Container[str]) -> list[Displaced]:
    """Of things with their names those whose best name went to one that a person renamed to it, sorted."""
    named = list(named)
    given = {_id(thing.shown_type, name) for thing, name in named if name == thing.renamed and name in new_names}
    best = ((thing.shown_type, next(iter(_candidates(thing))), name) for thing, name in named)
    return sorted(Displaced(*each) for each in best if each[1] != each[2] and _id(*each[:2]) in given)


def shown_name(name: str, type: str) -> str:
    """Terms in title case as in an encyclopedia, metrics and proper names as they are written.

    *emulated fine-tuning* → *Emulated Fine-Tuning*; *success rate* and *pass@1* stay.
    """
    if type == EntityType.METRIC or name != name.lower() or not re.search(r"[\s-]", name):
        return name
    words = re.split(r"([\s-]+)", name)
    return "".join(word if n and word in SMALL_WORDS else word[:1].upper() + word[1:] for n, word in enumerate(words))


def _id(type: str, name: str) -> tuple[str, str]:
    return type, slug(name) or name


def _first(thing: Thing) -> tuple[str, str]:
    return thing.uses[0].paper.id, thing.label


def _candidates(thing: Thing) -> Iterable[str]:
    """Names for the thing, the best first; the last ones hold the id of its first paper, which no other has."""
    if thing.renamed:
        yield thing.renamed
    best = _best(thing)
    yield best
    if longs := _longs(thing):
        yield shown_name(longs, thing.type)
    first = thing.uses[0].paper.id
    yield f"{best} ({first})"
    for number in range(2, 1 + 2 * len(thing.uses) + 1_000):
        yield f"{best} ({first}, {number})"


def _best(thing: Thing) -> str:
    if thing.known:
        return thing.label
    long = _longs(thing)
    if thing.shorts and long:
        short = most_frequent(thing.shorts.elements())
        coined = not is_initialism(short, long) and 2 * sum(thing.shorts.values()) >= len(thing.uses)
        return plain(short) if coined else shown_name(long, thing.type)
    name = shown_name(_in_singular(thing), thing.type)
    return with_usual_family(name) if thing.type == EntityType.MODEL else name


def _longs(thing: Thing) -> str | None:
    longs = [use.group.long for use in thing.uses if use.group.long]
    if not longs:
        return None
    words = _without_odd_capitals(plain(most_frequent(longs))).split(" ")
    return " ".join((*words[:-1], singular(words[-1])))


def _without_odd_capitals(long: str) -> str:
    """Capitals that show where an acronym comes from are no part of the name: *ImPlicit* → *Implicit*."""
    odd = [word for word in re.findall(r"[^\s-]+", long) if _ODD_CAPITALS.fullmatch(word) and not word.isupper()]
    if not odd:
        return long
    return re.sub(r"[^\s-]+", lambda word: word[0].capitalize() if word[0] in odd else word[0], long)


def _in_singular(thing: Thing) -> str:
    """The most frequent form; in the singular if it has several words, or if the singular stands somewhere too."""
    name = plain(most_frequent(form for form, count in thing.forms.items() for _ in range(count)))
    head, space, last = name.rpartition(" ")
    one = head + space + singular(last)
    seen = {plain(form).casefold() for form in thing.forms}
    return one if space or one.casefold() in seen or last[:-1].isupper() else name
