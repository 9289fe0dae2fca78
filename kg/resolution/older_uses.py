"""Uses of a name that cannot mean what a paper coined, since they are older."""

from collections.abc import Iterable

from kg.model import Paper
from kg.readers.arxiv_fields import arxiv_date
from kg.readers.identifiers import arxiv_id
from kg.resolution.coinages import coins
from kg.resolution.surface import plain
from kg.resolution.things import Thing, Use

#: Months by which a use is older. Abstracts are rewritten, and programs are used before they are told of.
_LONG_BEFORE = 3


def is_long_before(use: Use, thing: Thing) -> bool:
    """Whether the use is older than the thing, which papers coin: then it means another."""
    return all(coins(other) and _is_older(use.paper, other.paper) for other in thing.uses)


def first_month(uses: Iterable[Use]) -> int | None:
    """The month of the oldest use that presents nothing as its own, as `comes_late` takes it."""
    return min((month for use in uses if not coins(use) and (month := _month(use.paper)) is not None), default=None)


def comes_late(use: Use, first: int | None) -> bool:
    """Whether the paper presents a word as its own name that others used long before, in the ``first`` month."""
    month, name = _month(use.paper), use.group.known or use.group.long or use.group.name
    is_late = first is not None and month is not None and month - first >= _LONG_BEFORE
    return is_late and " " not in plain(name) and coins(use)


def _is_older(one: Paper, other: Paper) -> bool:
    first, second = _month(one), _month(other)
    return first is not None and second is not None and second - first >= _LONG_BEFORE


def _month(paper: Paper) -> int | None:
    """Months from year 0 to when the paper was there first; None where no month is known."""
    dates = filter(None, (paper.date, arxiv_date(arxiv_id(paper) or "")))
    months = [12 * int(date[:4]) + int(date[5:7]) for date in dates if date[5:7].isdigit()]
    return min(months, default=None)
