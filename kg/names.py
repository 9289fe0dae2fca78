"""When two strings are the same name, and how a name becomes part of an id."""

import re
import unicodedata

_APART = re.compile(r"[^\w@+*#%]+|_+")


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
