"""Why a form is another name for a thing of its paper; each reason is a function, the surest first in `REASONS`."""

import re
from collections.abc import Callable, Iterator, Sequence

from kg.model import EntityType, Mention, Role
from kg.resolution.agreement import agreement, loosest_key
from kg.resolution.forms import Form, Said, place
from kg.resolution.initials import spelled
from kg.resolution.name_grammar import parent_names
from kg.resolution.surface import spelling_key

#: The least score with which two names of one paper are one.
_AGREED = 0.7
#: The least share of a short name that a long one must spell: anywhere in the paper, and where they stand together.
_SPELLED, SPELLED_BESIDE = 0.8, 0.5
#: The same for what stands behind the colon of a title, of 17 such that spell less 12 are another thing.
_SPELLED_BY_TITLE = 0.3
#: Two letters are spelled by too many names.
FEW_LETTERS = 2
#: Between names that stand together there are at most so many characters.
_BESIDE = 25
_THE_ONE = re.compile(r"\b(?:the|this|that|our|same)\s(?:[\w-]+\s)?$", re.IGNORECASE)
_NETWORK = re.compile(r"\s(?:model|policy|agent|checkpoint|backbone|baseline)\b")
_SIZE = re.compile(r"-?\d+(?:\.\d+)?[kKM]|-\d{3,}")
_WORDS_AROUND = 30

#: A form, the forms of a thing, what the paper says, and all its things.
Reason = Callable[[Form, list[Form], Said, Sequence[list[Form]]], bool]


def differ(form: Form, forms: list[Form]) -> bool:
    """Whether lexicons tell the form from the thing."""
    known = next((other.known for other in forms if other.known), None)
    return None not in (form.known, known) and form.known != known


def _known_alike(form: Form, forms: list[Form], *_: object) -> bool:
    return form.known is not None and form.known == forms[0].known


def _spelled_alike(form: Form, forms: list[Form], said: Said, *_: object) -> bool:
    """Alike after the harmless steps, with what the paper abbreviates written out."""
    type = forms[0].mentions[0].type
    names = [other.text for other in forms] + [other.known for other in forms[:1] if other.known]
    key = loosest_key(form.text, type, said.expansions)
    for name in names:
        if loosest_key(name, type, said.expansions) == key:
            found = agreement(form.text, name, type, said.expansions)
            if found and found.score >= _AGREED:
                return True
    return False


def explained(form: Form, forms: list[Form], said: Said, *_: object) -> bool:
    """One of the two stands in parentheses right behind the other, or opens the title with the other behind a colon.

    Of 1,002 such parentheses in annotated abstracts 38 hold another thing, and that is one that lexicons know.
    """
    if form.known or not _may_explain(form, forms):
        return False
    return any(
        _in_parentheses(a, b, said) or _in_parentheses(b, a, said) or _as_title(form, a, b, other, said)
        for other in forms
        if not other.known
        for a in form.mentions
        for b in other.mentions
        if a.field == b.field
    )


def _may_explain(form: Form, forms: list[Form]) -> bool:
    """Whether a mention of the form is near one of the thing; most are not, and looking closer takes time."""
    return any(
        a.field == b.field and max(a.start, b.start) - min(a.end, b.end) <= _BESIDE
        for other in forms
        for a in form.mentions
        for b in other.mentions
    )


def _in_parentheses(before: Mention, behind: Mention, said: Said) -> bool:
    # *Qwen2.5 (Qwen2.5-VL)* is one of a family, *AVT Fusion (AVT)* is not.
    if not 0 < behind.start - before.end <= _BESIDE or behind.text.startswith(before.text):
        return False
    text = said.paper.text(before.field)
    return text[before.end : behind.start].strip() == "(" and text[behind.end :].lstrip()[:1] == ")"


def _as_title(form: Form, a: Mention, b: Mention, other: Form, said: Said) -> bool:
    """*DC-W2S: Dual-Consensus Weak-to-Strong Training for …*"""
    head, behind = (a, b) if a.start < b.start else (b, a)
    if head.field != "title" or head.start or form.is_short == other.is_short or _one_begins_other(form, other):
        return False
    spells = max(spelled(form.text, other.text), spelled(other.text, form.text)) >= _SPELLED_BY_TITLE
    return spells and said.paper.title[head.end : behind.start].strip() == ":"


def _one_begins_other(one: Form, other: Form) -> bool:
    """*MPFNet* and *MPFNet-C*, *Qwen* and *Qwen2.5*: one of a family, not another name for it."""
    return one.text.startswith(other.text) or other.text.startswith(one.text)


def _with_its_size(form: Form, forms: list[Form], *_: object) -> bool:
    """*PRAD* and *PRAD-10K*, where the paper proposes both: a dataset and how large it is."""
    return any(
        _SIZE.fullmatch(longer.text, len(shorter.text)) and longer.text.lower().startswith(shorter.text.lower())
        for other in forms
        for shorter, longer in ((form, other), (other, form))
        if not (form.known or other.known) and _is_proposed_data(form) and _is_proposed_data(other)
    )


def _is_proposed_data(form: Form) -> bool:
    return any((mention.type, mention.role) == (EntityType.BENCHMARK, Role.PROPOSES) for mention in form.mentions)


def _spelled_by_letters(form: Form, forms: list[Form], said: Said, *_: object) -> bool:
    """A short form whose letters a long one spells, where neither lexicon nor paper gives it another meaning."""
    if not form.is_short or form.known or said.long(form) or any(_one_begins_other(form, other) for other in forms):
        return False
    return any(
        (share >= _SPELLED and len(form.text) > FEW_LETTERS) or (share >= SPELLED_BESIDE and _beside(form, long))
        for long, share in shares(form, forms)
    )


def shares(short: Form, forms: list[Form]) -> Iterator[tuple[Form, float]]:
    """Each long form with how much of the short one it spells."""
    for long in forms:
        if not long.is_short and short.text not in long.text:
            yield long, spelled(short.text, long.text)


def _beside(one: Form, other: Form) -> bool:
    """Whether two forms stand together somewhere: *ASTRO: Autoregressive …*, *…, which we call ASTRO*."""
    return any(
        (a.field, a.sentence) == (b.field, b.sentence) and max(a.start, b.start) - min(a.end, b.end) <= _BESIDE
        for a in one.mentions
        for b in other.mentions
    )


def _the_model_of_this_family(form: Form, forms: list[Form], said: Said, things: Sequence[list[Form]]) -> bool:
    """*the Qwen model* after *Qwen2.5 3B*, where no other model of the family is named."""
    if form.mentions[0].type != EntityType.MODEL or not all(_is_the_one(mention, said) for mention in form.mentions):
        return False
    members = [thing for thing in things if _is_of_family(thing, form)]
    first = min(forms[0].mentions, key=place)
    return members == [forms] and all(place(first) < place(mention) for mention in form.mentions)


def _is_of_family(forms: list[Form], family: Form) -> bool:
    return any(spelling_key(parent) == spelling_key(family.text) for parent in parent_names(forms[0].text))


def _is_the_one(mention: Mention, said: Said) -> bool:
    text = said.paper.text(mention.field)
    before, behind = text[: mention.start][-_WORDS_AROUND:], text[mention.end :][:_WORDS_AROUND]
    return _THE_ONE.search(before) is not None and _NETWORK.match(behind) is not None


REASONS: tuple[Reason, ...] = (
    _known_alike,
    _spelled_alike,
    explained,
    _with_its_size,
    _spelled_by_letters,
    _the_model_of_this_family,
)
