"""What a quantity's last word means in a paper with one kind of it: *correlation* beside *Pearson correlation*."""

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.model import EntityType, Mention
from kg.resolution.forms import Form, Said
from kg.resolution.lexicon_names import lexicon_name
from kg.resolution.near_names import LIKELY, named_things
from kg.resolution.word_forms import singular

#: Many things have these, whatever else the paper measures.
_SAYS_LITTLE = frozenset({"index", "metric", "number", "score", "value"})
#: A word before a quantity that says nothing of its kind; any other word does: *diagnostic specificity*.
_OF_NO_KIND = re.compile(
    r"(?:^|[^\w\s-]|\d\S*|\b(?:an?|and|as|at|average|best|both|by|fewer|for|from|high|in|its|less|low|more|of|on|or"
    r"|overall|percent|points?|than|the|their|this|to|total|with|\w+(?:er|est)"
    r"|(?:achiev|balanc|boost|decreas|enhanc|improv|increas|lower|maximi[sz]|minimi[sz]|reduc)(?:es?|ed|ing|s)?))\s*$",
    re.IGNORECASE,
)
_BEFORE = 40
_LIST = re.compile(r"\s?(?:,|/|&|and\b|or\b)\s?(?:(?:and|or)\s)?")


def meant_by_last_words(things: Sequence[list[Form]], said: Said) -> dict[int, int]:
    """Which quantities are called by a last word alone, and the one kind that each stands for, by numbers.

    Not what lexicons know as a metric of its own, as *accuracy* is, nor where a person has said that these are two.
    """
    kinds: dict[str, set[int]] = defaultdict(set)
    for n, forms in enumerate(things):
        for last in _last_words(forms) if forms[0].type == EntityType.METRIC else ():
            kinds[last].add(n)
    meant = {}
    for n, forms in enumerate(things) if kinds else ():
        of_it = kinds.get(_bare_word(forms), set())
        if len(of_it) == 1:
            (kind,) = of_it
            if _means(forms, things[kind], said):
                meant[n] = kind
    return meant


def _means(quantity: list[Form], kind: list[Form], said: Said) -> bool:
    """Whether all that is called by the last word may be the kind, and the kind is likely a name."""
    bare, whole = named_things((quantity, kind), said)
    return (
        whole.confidence >= LIKELY
        and said.decided(bare, whole) is not False
        and all(_stands_bare(mention, said) for mention in bare.mentions)
        and not any(_are_listed(one, other, said) for one in bare.mentions for other in whole.mentions)
    )


def _last_words(forms: Sequence[Form]) -> set[str]:
    """The last words of what the forms and the lexicons call a thing, where others stand before them."""
    names = {name for form in forms for name in (form.text, form.known) if name and " " in name}
    return {word.lower() for name in names for word in (singular(name).rsplit(maxsplit=1)[-1],)}


def _bare_word(forms: Sequence[Form]) -> str:
    """The one word of a quantity that has no other name, in small letters; nothing where there is none."""
    words = {singular(form.text).lower() for form in forms}
    if forms[0].type != EntityType.METRIC or len(words) != 1 or any(map(_is_established, forms)):
        return ""
    word = words.pop()
    return "" if " " in word or word in _SAYS_LITTLE else word


def _is_established(form: Form) -> bool:
    """Whether it is an acronym, or what lexicons know as a metric wherever it stands."""
    named = (form.text, form.known or form.text)
    return form.text[-1].isupper() or any(lexicon_name(name, form.type) for name in named)


def _stands_bare(mention: Mention, said: Said) -> bool:
    before = said.paper.text(mention.field)[max(0, mention.start - _BEFORE) : mention.start]
    return _OF_NO_KIND.search(before) is not None


def _are_listed(one: Mention, other: Mention, said: Said) -> bool:
    """Whether two mentions stand side by side in a list, as two things do: *welfare, or liquid welfare*."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    between = said.paper.text(one.field)[first.end : second.start]
    return one.field == other.field and _LIST.fullmatch(between) is not None
