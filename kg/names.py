"""When two strings are the same name, and how a name becomes part of an id."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

_APART = re.compile(r"[^\w@+*#%]+|_+")
#: So many known names are told where none is near.
_NAMED = 20
#: So many near names are told, and so many letters tell of a longer name.
_NEAREST, _TELLING = 3, 3


# The same names come again and again.
@lru_cache(maxsize=1 << 16)
def name_key(text: str) -> str:
    """Fold case, spaces, hyphens and other marks away: ``LLaMA-2`` and ``Llama 2`` are one key."""
    return _APART.sub("", _folded(text))


def slug(text: str) -> str:
    """A readable id: ``Proximal Policy Optimization`` → ``proximal-policy-optimization``.

    Two strings with one slug have one `name_key`, so ids made of different keys never collide.
    """
    return _APART.sub("-", _folded(text)).strip("-")


def one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def _folded(text: str) -> str:
    # Case folding can undo the composition of accents, so it is composed once more.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """What to say of a name that is none of the known ones: the nearest of them, or else what there is."""
    known = list(known)
    if near := nearest(name, known):
        return f"did you mean {listed(near, 'or')}?"
    more = len(known) - _NAMED
    some = [*known[:_NAMED], *([f"{more:,} more"] if more > 0 else [])]
    return f"there are {listed(some, 'and')}" if some else "there is none"


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Up to `_NEAREST` of the known names: those that hold this one, the shortest first, and then those like it."""
    by_key = {name_key(each): each for each in known}
    wanted = name_key(name)
    holding = sorted(
        (key for key in by_key if len(wanted) >= _TELLING and wanted in key), key=lambda key: (len(key), key)
    )
    like = get_close_matches(wanted, by_key, n=_NEAREST)
    return [by_key[key] for key in dict.fromkeys([*holding, *like])][:_NEAREST]


def listed(names: Sequence[str], word: str) -> str:
    """The names as a sentence lists them: *A, B or C*."""
    return f" {word} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
