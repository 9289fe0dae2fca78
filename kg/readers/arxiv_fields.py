"""Fields as arXiv writes them in its metadata."""

import re

_AFFILIATION = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")
_APART = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+)")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d\d)(0[1-9]|1[0-2])\.?\d")


def arxiv_authors(text: str) -> list[str]:
    """The names in a line of authors, such as ``A. Author (MIT), B. Author, Jr. and C. Author``."""
    names = list[str]()
    for name in _APART.split(_AFFILIATION.sub("", text)):
        if names and _SUFFIX.fullmatch(name):
            names[-1] += f" {name}"
        elif name.strip():
            names.append(name)
    return names


def arxiv_date(number: str) -> str | None:
    """Year and month in which a paper was submitted, by its id: ``2501.12599`` → ``2025-01``."""
    match = _NUMBER.match(number.rpartition("/")[2])
    if not match:
        return None
    century = 19 if int(match[1]) > 90 else 20
    return f"{century}{match[1]}-{match[2]}"
