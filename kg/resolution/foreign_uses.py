"""Uses of a name that cannot mean what a paper coined: older ones, and such as write it otherwise."""

from collections.abc import Sequence

from kg.model import Paper
from kg.readers.arxiv_fields import arxiv_date
from kg.readers.identifiers import arxiv_id
from kg.resolution.coinages import coins, coins_anew
from kg.resolution.contexts import KNOWN_BY, Contexts
from kg.resolution.surface import plain
from kg.resolution.things import Thing, Use
from kg.resolution.word_forms import singular

#: Likeness below which a coinage is another thing than a use of its name: where only a hyphen differs, where letters
#: or spaces do, and where the use is older. Of 60 such coinages 7 were the same thing.
_HYPHEN, _WRITTEN, _OLDER = 0.04, 0.06, 0.12
#: The least likeness of another use that means the coinage.
_NEAR = 0.1
#: Months by which a use is older. Abstracts are rewritten, and programs are used before they are told of.
_LONG_BEFORE = 3


def coined_apart(thing: Thing, contexts: Contexts) -> list[Thing]:
    """The thing, and apart from it each coinage of its name that is none of it.

    *MTBench*, a benchmark of videos, is not *MT-Bench*; what papers of 2024 call *RAVEN* was not coined in 2026.
    """
    left, apart = thing.uses, []
    for coinage in thing.uses:
        if not (coins_anew(coinage, thing.label) if thing.known else coins(coinage)):
            continue
        if coinage in left and (foreign := _foreign(coinage, left, contexts)):
            # What lexicons know is meant so by whoever writes it so.
            same = [use for use in left if not thing.known or writings([use]) & writings([coinage])]
            own = [use for use in same if use not in foreign and _is_nearer(use, coinage, foreign, contexts)]
            apart.append(Thing(own, cuts=thing.cuts))
            left = [use for use in left if use not in own]
    return [Thing(left, cuts=thing.cuts), *apart] if apart else [thing]


def is_long_before(use: Use, thing: Thing) -> bool:
    """Whether the use is older than the thing, which papers coin: then it means another."""
    return all(coins(other) and _is_older(use.paper, other.paper) for other in thing.uses)


def writings(uses: Sequence[Use]) -> set[str]:
    """How they write the name; in names of several words capitals and hyphens aside, which come and go."""
    spaced = (name.replace("-", " ") for use in uses for name in _written(use))
    return {name.lower() if " " in name else name for name in spaced}


def _foreign(coinage: Use, uses: Sequence[Use], contexts: Contexts) -> list[Use]:
    """The uses that cannot mean the coinage."""
    own = writings([coinage])
    otherwise = [use for use in uses if not writings([use]) & own]
    hyphen_alone = any(_letters(use) & _letters(coinage) for use in otherwise)
    if otherwise and _likeness(coinage, otherwise, contexts) < (_HYPHEN if hyphen_alone else _WRITTEN):
        return otherwise
    older = [use for use in uses if _is_older(use.paper, coinage.paper)]
    first = [use for use in older if coins(use)] or older[:1]
    return older if older and all(_likeness(coinage, [use], contexts) < _OLDER for use in first) else []


def _is_nearer(use: Use, coinage: Use, foreign: Sequence[Use], contexts: Contexts) -> bool:
    """Whether a use is the coinage, or like it and more so than like those that cannot mean it."""
    likeness = _likeness(use, [coinage], contexts)
    return use is coinage or likeness >= max(_NEAR, _likeness(use, foreign[:KNOWN_BY], contexts))


def _likeness(use: Use, others: Sequence[Use], contexts: Contexts) -> float:
    return contexts.likeness(use.paper, [other.paper for other in others])


def _letters(use: Use) -> set[str]:
    return {name.replace("-", "") for name in _written(use)}


def _written(use: Use) -> set[str]:
    return {singular(plain(mention.text)) for mention in use.group.mentions}


def _is_older(one: Paper, other: Paper) -> bool:
    first, second = _month(one), _month(other)
    return first is not None and second is not None and second - first >= _LONG_BEFORE


def _month(paper: Paper) -> int | None:
    """Months from year 0 to when the paper was there first; None where no month is known."""
    dates = filter(None, (paper.date, arxiv_date(arxiv_id(paper) or "")))
    months = [12 * int(date[:4]) + int(date[5:7]) for date in dates if date[5:7].isdigit()]
    return min(months, default=None)
