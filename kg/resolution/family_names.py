"""What the name of a family of models means in a paper that names one model of it: *Llama* after *Llama 3.3 70B*."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model import EntityType, Mention
from kg.resolution.forms import Form, Said, place
from kg.resolution.name_grammar import Kind, kinds_of, lines_of, parent_names
from kg.resolution.near_names import named_things
from kg.resolution.surface import spelling_key

_THE_ONE = re.compile(r"\b(?:the|this|that|our|same)\s(?:[\w-]+\s)?$", re.IGNORECASE)
_NETWORK = re.compile(r"\s(?:model|policy|agent|checkpoint|backbone|baseline)\b(?!\s(?:family|series)\b)")
#: What is said of more than one: *Llama models*, *Llama-based*, *the Llama family*.
_MANY = re.compile(
    r"[\s-](?:[\w-]+\s)?(?:based|like|style|famil(?:y|ies)|series|(?:agent|backbone|checkpoint|model|variant)s)\b",
    re.IGNORECASE,
)
#: *Llama 3.1 8B and 70B* are two models, of which one is named.
_MORE_SIZES = re.compile(r"\s?(?:,|/|&|and\b|or\b)\s?(?:and\s|or\s)?-?\d+(?:\.\d+)?[BM]\b")
_WORDS_AROUND = 30


def meant_by_families(things: Sequence[list[Form]], said: Said) -> dict[int, int]:
    """Which things are called by a family's name alone, and the one model of it that each stands for, by numbers.

    Not where a person has said that these are two.
    """
    models = [n for n, forms in enumerate(things) if forms[0].mentions[0].type == EntityType.MODEL]
    members = defaultdict(set)
    for n in models:
        for form in things[n]:
            for name in (*parent_names(form.text), *lines_of(form.text)):
                members[spelling_key(name)].add(n)
    meant = {}
    for n in models:
        of_it = {m for form in things[n] for m in members.get(spelling_key(form.text), ())} - {n}
        if len(of_it) == 1 and _means(things[n], things[model := of_it.pop()], said):
            named = named_things((things[n], things[model]), said)
            if said.decided(*named) is not False:
                meant[n] = model
    return {family: model for family, model in meant.items() if model not in meant}


def _means(family: list[Form], model: list[Form], said: Said) -> bool:
    """Whether each mention of the family is behind the model and means it."""
    stands_for_it = _stands_for_one if _is_named_in_full(family, model, said) else _is_the_one
    first = min(place(mention) for form in model for mention in form.mentions)
    mentions = [mention for form in family for mention in form.mentions]
    return all(first < place(mention) and stands_for_it(mention, said) for mention in mentions)


def _is_named_in_full(family: Iterable[Form], model: Iterable[Form], said: Said) -> bool:
    """Whether the model has a version and more, and the family none: *SAM* may be older than *SAM 2*."""
    if any(letter.isdigit() for form in family for letter in form.text):
        return False
    kinds = [kinds_of(name) for form in model for name in (form.text, form.known) if name]
    return any(len(those) > 2 and Kind.VERSION in those for those in kinds) and not any(
        _MORE_SIZES.match(said.paper.text(mention.field), mention.end) for form in model for mention in form.mentions
    )


def _stands_for_one(mention: Mention, said: Said) -> bool:
    return _MANY.match(said.paper.text(mention.field), mention.end) is None


def _is_the_one(mention: Mention, said: Said) -> bool:
    """Whether a mention is of *the Qwen model*."""
    text = said.paper.text(mention.field)
    before, behind = text[: mention.start][-_WORDS_AROUND:], text[mention.end :][:_WORDS_AROUND]
    return _THE_ONE.search(before) is not None and _NETWORK.match(behind) is not None
