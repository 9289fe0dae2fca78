"""Forms of one word: singular and plural, American and British, sign and word."""

import re
from functools import lru_cache

#: *YOLOv8s* is the small one.
_NO_PLURAL = re.compile(r"(?:ss|us|is|as|os|[^A-Za-z]s)$")
#: Plurals of which no rule makes the singular: what is taken off, what is put there, which words.
_IRREGULAR = {
    plural: plural.removesuffix(ending) + one
    for ending, one, plurals in (
        ("es", "is", "analyses hypotheses syntheses"),
        ("ices", "ix", "matrices"),
        ("ices", "ex", "indices vertices vortices"),
        ("es", "", "biases lenses viruses corpuses"),
        ("s", "", "audios caches cameras cookies formulas movies niches ratios scenarios schemas videos"),
    )
    for plural in plurals.split()
}
_ES = re.compile(r"(?:x|zz|tz|ch|sh|ss)es$")
_ACRONYM_PLURAL = re.compile(r"[A-Z]s$")
_SHORTEST = 4
_NOT_PLURAL = frozenset(
    "bayes dynamics economics kubernetes lens mathematics mechanics news physics robotics series species statistics"
    " thermodynamics".split()
)
_BRITISH = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"(behavi|col|neighb|fav|lab|hum)our"), r"\1or"),
    (re.compile(r"(mod|lab|sign|chann|trav|canc)ell(ing|ed|er)"), r"\1el\2"),
    (re.compile(r"(cent|fib|met|theat)re\b"), r"\1er"),
    (re.compile(r"(anal|paral|cat)ys(e|ed|er|ing)\b"), r"\1yz\2"),
    (
        re.compile(
            r"(optim|token|regular|normal|general|quant|factor|random|personal|summar|minim|maxim|visual|local|initial"
            r"|special|vector|discret|linear|stabil|standard|parametr|parameter|central|character|polar|prior|raster)"
            r"is(e|ed|er|ers|es|ing)\b"
        ),
        r"\1iz\2",
    ),
)
_SIGNS = (("+", "plus"), ("&", "and"))

#: Words that tie other words together: no capital in a title, no letter in an acronym.
SMALL_WORDS = frozenset("a an and as at by for from in into of on or the to under using via with".split())


@lru_cache(maxsize=1 << 17)
def singular(word: str) -> str:
    """The singular of an English noun or of an acronym: *policies* → *policy*, *SAEs* → *SAE*; else the word."""
    if len(word) > 2 and _ACRONYM_PLURAL.search(word):
        return word[:-1]
    if one := _IRREGULAR.get(word.lower()):
        return word[:1] + one[1:]
    if len(word) < _SHORTEST or not word.endswith("s") or _NO_PLURAL.search(word) or word.lower() in _NOT_PLURAL:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if _ES.search(word) else word[:-1]


def american(word: str) -> str:
    """The American spelling of a word: *optimisation* → *optimization*, *behaviour* → *behavior*."""
    if word[1:].islower():
        lower = word.lower()
        for pattern, spelling in _BRITISH:
            lower = pattern.sub(spelling, lower)
        word = word[0] + lower[1:]
    return word


def signs_in_words(word: str) -> str:
    """A sign within a name as one says it: *CodeContests+* → *CodeContestsplus*."""
    for sign, said in _SIGNS:
        word = word.replace(sign, said)
    return word
