"""Which papers present a name as their own: what two papers coin under one name is two things.

A role says that a paper proposes a thing; that it made the name, too, is said by a title that begins with it or by
words like *we propose X*.
"""

import re
from dataclasses import replace

from kg.model import OWN_TERMS, Mention, Role
from kg.names import one_line
from kg.resolution.shared_words import worded_alike
from kg.resolution.surface import spelling_key
from kg.resolution.things import Use
from kg.resolution.word_forms import SMALL_WORDS, singular

#: *we propose X*, *introducing the X*, *a method called X*, *we present a new dataset, X*; marks of LaTeX between.
_PRESENTED = re.compile(
    r"""\b(?:(?:propos|introduc|present|develop|design|devis|releas|construct|creat|formulat|curat)(?:e|es|s|ing)?
    (?:\s+an?\s[\w\s-]{3,60}[,:\u2014])?
    | (?:call|term|dub|nam|denot)(?:e|ed|s)?),?
    \s(?:[^\w.;]|(?:as|it|the|this|our|an?\s(?:new|novel)|both|and|new|novel|text\w\w|emph|mathbf)\b)*$""",
    re.VERBOSE | re.IGNORECASE,
)
#: Such words stand so near before the name.
_BEFORE = 100
_COLON = re.compile(r"\s*(?::|\s--|\s[\u2013\u2014])")


def coins(use: Use) -> bool:
    """Whether the paper presents the name as its own."""
    return use.proposes and any(_heads_title(mention, use) or _is_presented(mention, use) for mention in _own(use))


def as_own(use: Use) -> Use:
    """The use, without what lexicons call it if the paper made the name itself.

    *GAP: Gaussianize Any Point Clouds* is no global average pooling: of 72 names that papers so present, and that were
    taken for what a lexicon has, all but two or three mean a thing of their own.
    """
    group = use.group
    if group.long or is_own_term(use) or not coins(use) or (group.known and _is_spelled(group.known, use)):
        return use
    return owned(use)


def owned(use: Use) -> Use:
    """The use of a name that its paper, or one like it, made, whatever lexicons know under it."""
    return replace(use, group=replace(use.group, known=None), owns_name=True)


def is_own_term(use: Use) -> bool:
    """Whether a user said what the name means."""
    return any(mention.found_by == OWN_TERMS for mention in use.group.mentions)


def _is_spelled(name: str, use: Use) -> bool:
    forms = {mention.text for mention in use.group.mentions}
    spelled = spelling_key(name) in map(spelling_key, forms | set(map(singular, forms)))
    return spelled or any(worded_alike(form, name) for form in forms)


def _own(use: Use) -> list[Mention]:
    return [mention for mention in use.group.mentions if mention.role is Role.PROPOSES or mention.field == "title"]


def _heads_title(mention: Mention, use: Use) -> bool:
    """*ASTRO: Teaching …*"""
    return (mention.field, mention.start) == ("title", 0) and _COLON.match(use.paper.title, mention.end) is not None


def _is_presented(mention: Mention, use: Use) -> bool:
    if mention.field == "title" or not _is_proper(mention.text):
        return False
    text = use.paper.text(mention.field)
    return _PRESENTED.search(text[max(mention.sentence[0], mention.start - _BEFORE) : mention.start]) is not None


def _is_proper(name: str) -> bool:
    """Whether each of its words has a capital or a digit: *Adaptive Gated Fusion*, but not *gated fusion*."""
    words = one_line(name).replace("-", " ").split()
    return all(word in SMALL_WORDS or not word.islower() for word in words)
