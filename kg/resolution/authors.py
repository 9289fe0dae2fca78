"""Whether two papers have an author in common, by the names that their sources list."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kg.model import Paper

#: What stands behind a family name, or in the place of authors that are not listed.
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_CUT_OFF = frozenset(("al", "others"))
_WORD = re.compile(r"[^\W\d_]+")
#: As PubMed writes given names: *Doe JM*.
_INITIALS = re.compile(r"[A-Z]{1,3}")


class Author(NamedTuple):
    """The last word of the family name and the first of the given ones, folded; that may be an initial or nothing."""

    family: str
    given: str


#: Stands for the authors that a list leaves out.
_ETC = Author("", "")


def share_author(one: Paper, other: Paper) -> bool | None:
    """Whether an author of one wrote the other, too; None where that cannot be told.

    It cannot where a paper lists nobody or breaks off its list, nor where *J. Doe* may be *Jane Doe*.
    """
    ours, theirs = _authors(one.authors), _authors(other.authors)
    if any(len(author.given) > 1 for author in ours & theirs):
        return True
    if not ours or not theirs or _ETC in ours | theirs or any(_may_be(a, b) for a in ours for b in theirs):
        return None
    return False


def _may_be(one: Author, other: Author) -> bool:
    shorter = min(len(one.given), len(other.given))
    return one.family == other.family and shorter < 2 and one.given[:shorter] == other.given[:shorter]


@lru_cache(maxsize=1 << 12)
def _authors(names: tuple[str, ...]) -> frozenset[Author]:
    return frozenset(map(_author, names))


def _author(name: str) -> Author:
    family, comma, given = name.partition(",")
    if not comma:
        family, given = _parts(name)
    of_family = [word for word in _words(family) if word not in _SUFFIXES]
    if not of_family or of_family[-1] in _CUT_OFF:
        return _ETC
    return Author(of_family[-1], next(iter(_words(given)), ""))


def _parts(name: str) -> tuple[str, str]:
    """Family and given name of a name without a comma."""
    words = name.split()
    while len(words) > 1 and _folded(words[-1]).strip(".") in _SUFFIXES:
        words.pop()
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and not words[0].isupper():
        return " ".join(words[:-1]), words[-1][0]
    return " ".join(words[-1:]), " ".join(words[:-1])


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    """Without case and accents: *Müller* as some sources write it, and as others do."""
    spelled = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spelled if not unicodedata.combining(letter))
