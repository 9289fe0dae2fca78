"""Why a form is another name for a thing of its paper; each reason is a function, the surest first in `REASONS`."""

import re
from collections.abc import Callable, Iterator

from kg.model import EntityType, Role
from kg.resolution.agreement import agreement
from kg.resolution.forms import Form, Said
from kg.resolution.initials import spelled
from kg.resolution.introductions import BESIDE, explained, introduced_as, one_begins_other

#: The least score with which two names of one paper are one.
_AGREED = 0.7
#: The least share of a short name that a long one must spell: anywhere in the paper, and where they stand together.
_SPELLED, SPELLED_BESIDE = 0.8, 0.5
#: Two letters are spelled by too many names.
FEW_LETTERS = 2
_SIZE = re.compile(r"-?\d+(?:\.\d+)?[kKM]|-\d{3,}")
#: *ViViD-5k* is spelled by *Vineyard Vision Dataset*.
_SIZE_BEHIND = re.compile(r"-\d+[kKM]$")
_VERSIONS = re.compile(r"(?<!\w)\d[\d.]*[bkm]?(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"[\s-]?20\d\d")

#: A form, the forms of a thing, and what the paper says.
Reason = Callable[[Form, list[Form], Said], bool]


def differ(form: Form, forms: list[Form], said: Said) -> bool:
    """Whether lexicons or a person tell the form from the thing."""
    known = next((other.known for other in forms if other.known), None)
    return (None not in (form.known, known) and form.known != known) or said.parts(form, forms)


def _known_alike(form: Form, forms: list[Form], _said: Said) -> bool:
    return form.known is not None and form.known == forms[0].known


def _spelled_alike(form: Form, forms: list[Form], said: Said) -> bool:
    """Alike after the harmless steps, with what the paper abbreviates written out."""
    type = forms[0].mentions[0].type
    names = [other.text for other in forms] + [other.known for other in forms[:1] if other.known]
    key = said.key(form.text, type)
    for name in names:
        if said.key(name, type) == key:
            found = agreement(form.text, name, type, said.expansions)
            if found and found.score >= _AGREED:
                return True
    return False


def _with_its_size(form: Form, forms: list[Form], _said: Said) -> bool:
    """*PRAD* and *PRAD-10K*, where the paper proposes both: a dataset and how large it is."""
    return any(
        _SIZE.fullmatch(longer.text, len(shorter.text)) and longer.text.lower().startswith(shorter.text.lower())
        for other in forms
        for shorter, longer in ((form, other), (other, form))
        if not (form.known or other.known) and _is_proposed_data(form) and _is_proposed_data(other)
    )


def _with_its_year(form: Form, forms: list[Form], said: Said) -> bool:
    """*APTOS* and *APTOS 2019*, where the paper names no other year of it."""
    return form.mentions[0].type == EntityType.BENCHMARK and any(
        _YEAR.fullmatch(dated.text, len(bare.text)) and dated.text.startswith(bare.text) and _has_one_year(bare, said)
        for other in forms
        for bare, dated in ((form, other), (other, form))
    )


def _has_one_year(bare: Form, said: Said) -> bool:
    dated = re.compile(rf"(?<!\w){re.escape(bare.text)}{_YEAR.pattern}")
    texts = said.paper.title, said.paper.abstract
    return len({found[-4:] for text in texts for found in dated.findall(text)}) == 1


def _is_proposed_data(form: Form) -> bool:
    return any((mention.type, mention.role) == (EntityType.BENCHMARK, Role.PROPOSES) for mention in form.mentions)


def _spelled_by_letters(form: Form, forms: list[Form], said: Said) -> bool:
    """A short form whose letters a long one spells, where neither lexicon nor paper gives it another meaning."""
    if not form.is_short or form.known or said.long(form) or any(one_begins_other(form, other) for other in forms):
        return False
    return any(
        (share >= _SPELLED and len(form.text) > FEW_LETTERS) or (share >= SPELLED_BESIDE and _beside(form, long))
        for long, share in shares(form, forms)
    )


def shares(short: Form, forms: list[Form]) -> Iterator[tuple[Form, float]]:
    """Each long form with how much of the short one it spells."""
    for long in forms:
        # Who coins a name from an established one means something of his own: *ToolRL* is not *tool learning*. Nor is a
        # version left out: *Llama-8B* is not *Llama-1.5-8B*.
        named_before = long.is_short or long.known or short.text in long.text
        if not named_before and _digits(*_VERSIONS.findall(long.text)) <= _digits(short.text):
            yield long, spelled(_SIZE_BEHIND.sub("", short.text), long.text)


def _digits(*names: str) -> set[str]:
    return {sign for name in names for sign in name if sign.isdigit()}


def _beside(one: Form, other: Form) -> bool:
    """Whether two forms stand together somewhere: *ASTRO: Autoregressive …*, *…, which we call ASTRO*."""
    return any(
        (a.field, a.sentence) == (b.field, b.sentence) and max(a.start, b.start) - min(a.end, b.end) <= BESIDE
        for a in one.mentions
        for b in other.mentions
    )


REASONS: tuple[Reason, ...] = (
    _known_alike,
    _spelled_alike,
    explained,
    introduced_as,
    _with_its_size,
    _with_its_year,
    _spelled_by_letters,
)
