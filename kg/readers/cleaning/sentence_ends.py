"""Sentences that begin without a space behind the one before: *…, as we show.To this end, …*."""

import re
from collections.abc import Iterator

from kg.alignment import Change

#: Words that begin sentences of abstracts, and no second half of a name with a full stop in it.
_BEGINNINGS = (
    "Additionally|Although|An|And|As|At|Based|Building|But|By|Code|Comprehensive|Current|Despite|Existing|Experimental"
    "|Experiments|Extensive|Finally|First|For|From|Further|Furthermore|Here|However|If|In|Inspired|It|Moreover|Most"
    "|Motivated|Notably|On|Our|Prior|Recent|Recently|Results|Second|Since|Specifically|Such|The|Then|There|Therefore"
    "|These|They|This|Through|Thus|To|Traditional|Under|Unlike|Using|We|When|Whereas|Which|While|With"
)
#: *A* ends abbreviations, too: *U.S.A*.
_GLUED = re.compile(
    rf"\.(?=(?:(?<=[\w)\]\"'\u201d\u2019%}}$]\.)(?:{_BEGINNINGS})|(?<=[a-z\d)\]%}}]\.)A),? [\w(\"'$\\])"
)
_MAY_BE = re.compile(r"\.[A-Z]")


def part_sentences(text: str) -> Iterator[Change]:
    """A space behind the full stop."""
    if _MAY_BE.search(text):
        for stop in _GLUED.finditer(text):
            yield Change(stop.end(), stop.end(), " ")
