"""What stands around an abstract and is not of it: the heading *Abstract* and notices of copyright."""

import re
from collections.abc import Iterator

from kg.alignment import Change

#: Words that begin the first sentence of an abstract; *Abstract Meaning Representation* begins with none of them.
_OPENING = (
    r"(?-i:(?:A|An|The|This|These|In|We|Our|Here|With|For|To|Recent|Recently|Despite|While|As|Although|By|It|There|Many"
    r"|Most|Background|Objectives?|Purpose|Aims?|Introduction|Motivation|Context|Problem|Methods?|Large|Deep|Modern"
    r"|Existing)\b)"
)
_HEADING = re.compile(
    r"\s*[\[(*_]{0,2}abstract[\])*_]{0,2}"
    rf"(?:\s*[:.|—–]\s*|\s*-{{1,3}}(?=\s|(?-i:[A-Z]))\s*|\s+(?={_OPENING})|(?={_OPENING}))",
    re.IGNORECASE,
)
_UPPER = re.compile(r"\s*ABSTRACT\s+(?=[A-Z])")
#: How a notice begins.
_NOTICE = (
    r"(?:(?:Crown\s+)?(?:Copyright|\(C\)|©)(?:\s*(?:\(C\)|©))?\s*(?:the\s+|by\s+|of\s+)?(?-i:(?=\d{4}|[A-Z©(]))"
    r"|Published\s+(?:online\s+)?(?:by|under\s+licen[cs]e\s+by|under\s+exclusive)\b|All\s+rights\s+reserved)"
)
_LEADING = re.compile(rf"\s*{_NOTICE}", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:(?<=[.!?)\]\"”;])\s*|\A\s*){_NOTICE}", re.IGNORECASE)
#: A mark with a year needs no full stop before it.
_MARK_AND_YEAR = re.compile(
    r"\s*(?:©\s*)?(?:(?:Crown\s+)?Copyright\s*)?(?:©\s*(?:the\s+authors?(?:\(s\))?,?\s*)?|(?<=\s)\(c\)\s*)(?:19|20)\d\d\b",
    re.IGNORECASE,
)
#: What follows the first sentence of a notice.
_MORE = re.compile(
    r"All rights|Published|Licensed|Licensee|This is an open|Reproduced|Personal use"
    r"|(?:Springer|Elsevier|Wiley|IEEE|ACM)\b[^.]{0,60}\."
)
#: What an abstract says and a notice does not.
_PROSE = re.compile(
    r"\b(?:we|our|this (?:paper|work)|propose[sd]?|shows?|results?|methods?|models?|which|ha[sv]e?|was|were|can)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|this (?:paper|work)|propose[sd]?)\b", re.IGNORECASE)
#: A sentence of a notice goes on behind the stops of its abbreviations.
_SENTENCE = re.compile(r"(?:[^.]|\.(?!\s)|(?<=\b[A-Z])\.|(?<=Ltd|Inc\b)\.(?=\s+[a-z(])){0,300}?\.(?=\s|\Z)\s*")
#: No notice is longer, in characters.
_LONGEST, _LONGEST_LICENCE = 500, 1200
#: One of these is in any notice.
_SIGNS = ("©", "(c)", "copyright", "published", "reserved")
#: Before its first sign stand at most *Crown*, *All rights*, and spaces.
_BEFORE_SIGN = 40


def cut_heading(text: str) -> Iterator[Change]:
    """Cut the word *Abstract* off the beginning where it is a heading."""
    heading = _HEADING.match(text) or _UPPER.match(text)
    if heading and heading.end() < len(text):
        yield Change(0, heading.end(), "")


def cut_notices(text: str) -> Iterator[Change]:
    """Cut notices of copyright and publisher off both ends, unless nothing else is there."""
    begin = _end_of_leading(text)
    end = _begin_of_trailing(text, begin)
    if text[begin:end].strip():
        if begin:
            yield Change(0, begin, "")
        if end < len(text):
            yield Change(end, len(text), "")


def _end_of_leading(text: str) -> int:
    end = 0
    if not _LEADING.match(text):
        return 0
    while sentence := _SENTENCE.match(text, end, end + _LONGEST):
        if _PROSE.search(sentence[0]) or (end and not (_LEADING.match(sentence[0]) or _MORE.match(sentence[0]))):
            break
        end = sentence.end()
    return end


def _begin_of_trailing(text: str, begin: int) -> int:
    start = max(begin, len(text) - _LONGEST_LICENCE)
    # The one letter that has another length when it is small.
    tail = text[start:].replace("İ", "I").lower()
    signs = [place for sign in _SIGNS if (place := tail.find(sign)) >= 0]
    if not signs:
        return len(text)
    begin = max(begin, start + min(signs) - _BEFORE_SIGN)
    for pattern, longest, prose in ((_MARK_AND_YEAR, _LONGEST_LICENCE, _FIRST_PERSON), (_TRAILING, _LONGEST, _PROSE)):
        for notice in pattern.finditer(text, max(begin, len(text) - longest)):
            if not prose.search(text, notice.start()):
                return notice.start()
    return len(text)
