"""Where a paper introduces a name and says beside it what it stands for or what it is."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, repeat

from kg.model import Mention, Role
from kg.resolution.forms import Form, Said
from kg.resolution.initials import spelled
from kg.resolution.surface import words_of

#: The least share of a short name that is spelled by what stands behind the colon of a title; of 17 such that spell
#: less 12 are another thing.
_SPELLED_BY_TITLE = 0.3
#: Between names that stand together there are at most so many characters.
BESIDE = 25
#: What stands between a coined name and the words for it: *ViViD, a large in-field Vineyard Vision Dataset*, …
_IS_A = re.compile(r"\)?, (?:an?|the|our) (?:(?!(?:based|for|in|on|of|that|using|with) )[a-z][\w-]* ){0,3}")
#: … and the other way round: *Statistical Relation Network, referred to as PainNet*.
_IS_CALLED = re.compile(
    r",? (?:which (?:we|is) )?"
    r"(?:call(?:ed)?|term(?:ed)?|named?|dub(?:bed)?|denoted?|abbreviated|refer(?:red)? to|known)(?: as)? "
)
_ONLY_VERSION = re.compile(r"v?\d[\d.]*", re.IGNORECASE)
_WHAT_IT_IS = (
    r"(?:algorithm|approach|architecture|framework|mechanism|method|model|network|paradigm|pipeline|scheme|strategy"
    r"|system|technique)"
)
#: What says that the words before it only describe: *ReBrain, a Retrieval-Augmented Diffusion framework*.
_DESCRIBED = re.compile(rf" (?:\([^()]{{2,20}}\) )?{_WHAT_IT_IS}\b")
#: What stands between a proposed name and its explanation: *the Synthetic Parts Detection dataset (SIP15)*.
_OPENING = re.compile(rf"\s(?:{_WHAT_IT_IS}|benchmark|corpus|dataset|loss|module)\s+\(")
#: So many words with capitals make a name of what else would describe.
_PROPER_WORDS = 2


def explained(form: Form, forms: list[Form], said: Said) -> bool:
    """One of the two stands in parentheses right behind the other, or opens the title with the other behind a colon.

    Of 1,002 such parentheses in annotated abstracts 38 hold another thing, and that is one that lexicons know.
    """
    if form.known or not _may_explain(form, forms):
        return False
    return any(
        _in_parentheses(a, b, said) or _in_parentheses(b, a, said) or _as_title(form, a, b, other, said)
        for other in forms
        if not other.known
        for a, b in neighbours(form.mentions, other.mentions)
    )


def introduced_as(form: Form, forms: list[Form], said: Said) -> bool:
    """*HSACNet, a Hierarchical Scale-Aware … Network*, where the paper proposes both and no lexicon knows either."""
    if form.known or not _may_explain(form, forms):
        return False
    return any(
        _introduces(short, long, said)
        for other in forms
        if not other.known and form.is_short != other.is_short
        for short, long in ((form, other) if form.is_short else (other, form),)
    )


def _introduces(short: Form, long: Form, said: Said) -> bool:
    names = [mention for mention in long.mentions if _is_name(mention, said)]
    return any(
        a.type == b.type
        and a.role == b.role == Role.PROPOSES
        and (_stands_between(_IS_A, a, b, said) or _stands_between(_IS_CALLED, b, a, said))
        for a, b in neighbours(short.mentions, names)
    )


def _is_name(mention: Mention, said: Said) -> bool:
    """Whether the words of a mention are a name, and do not describe what stands behind them."""
    proper = sum(word[0].isupper() for word in words_of(mention.text)) >= _PROPER_WORDS
    return proper and _DESCRIBED.match(said.paper.text(mention.field), mention.end) is None


def _stands_between(words: re.Pattern[str], before: Mention, behind: Mention, said: Said) -> bool:
    return words.fullmatch(said.paper.text(before.field), before.end, max(before.end, behind.start)) is not None


def _may_explain(form: Form, forms: list[Form]) -> bool:
    """Whether a mention of the form is near one of the thing; most are not, and looking closer takes time."""
    return any(
        max(a.start, b.start) - min(a.end, b.end) <= BESIDE
        for other in forms
        for a, b in neighbours(form.mentions, other.mentions)
    )


def neighbours(some: Iterable[Mention], others: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of both that follow on one another in a field, with none of either between them."""
    ordered = sorted(chain(zip(some, repeat(True)), zip(others, repeat(False))), key=_by_place)
    for (one, is_one_of_some), (other, is_other_of_some) in pairwise(ordered):
        if one.field == other.field and is_one_of_some != is_other_of_some:
            yield (one, other) if is_one_of_some else (other, one)


def _by_place(each: tuple[Mention, bool]) -> tuple[str, int]:
    return each[0].field, each[0].start


def _in_parentheses(before: Mention, behind: Mention, said: Said) -> bool:
    # *Qwen2.5 (Qwen2.5-VL)* is one of a family, *AVT Fusion (AVT)* is not; *(v2)* is any thing's version.
    if not 0 < behind.start - before.end <= BESIDE or behind.text.startswith(before.text):
        return False
    if _ONLY_VERSION.fullmatch(behind.text):
        return False
    text = said.paper.text(before.field)
    opens = text[before.end : behind.start].strip() == "(" or (
        before.role == behind.role == Role.PROPOSES and _stands_between(_OPENING, before, behind, said)
    )
    return opens and text[behind.end :].lstrip()[:1] == ")"


def _as_title(form: Form, a: Mention, b: Mention, other: Form, said: Said) -> bool:
    """*DC-W2S: Dual-Consensus Weak-to-Strong Training for …*"""
    head, behind = (a, b) if a.start < b.start else (b, a)
    if head.field != "title" or head.start or form.is_short == other.is_short or one_begins_other(form, other):
        return False
    spells = max(spelled(form.text, other.text), spelled(other.text, form.text)) >= _SPELLED_BY_TITLE
    return spells and said.paper.title[head.end : behind.start].strip() == ":"


def one_begins_other(one: Form, other: Form) -> bool:
    """*MPFNet* and *MPFNet-C*, *Qwen* and *Qwen2.5*: one of a family, not another name for it."""
    return one.text.startswith(other.text) or other.text.startswith(one.text)
