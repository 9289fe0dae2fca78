"""Which mentions of one paper stand for one thing.

Forms are taken one by one, the most telling first: what a lexicon knows, then long forms, then short ones. Each
joins the first thing with which it agrees directly, or begins one; so no chain of small likenesses ties two names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Findings, Mention
from kg.resolution.bare_quantities import meant_by_last_words
from kg.resolution.entity_types import type_of
from kg.resolution.family_names import meant_by_families
from kg.resolution.forms import Decided, Form, Said, as_spelled_out, forms_of, place, undecided
from kg.resolution.initials import spelled
from kg.resolution.introductions import explained
from kg.resolution.near_names import Near, NearThing, with_near_names
from kg.resolution.paper_reasons import FEW_LETTERS, REASONS, SPELLED_BESIDE, Reason, differ, shares
from kg.resolution.surface import words_of
from kg.resolution.word_forms import singular

#: The least share of a short form that a second long form must spell.
_SURELY_SPELLED = 0.9
#: Why a form joins a thing that already has a name and its explanation; what explains that again is looked at closer.
_OF_MORE_FORMS = [reason for reason in REASONS if reason is not explained]


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one thing in one paper, and what the paper and the lexicons call it."""

    mentions: tuple[Mention, ...]
    type: str
    #: The name that a lexicon gives it.
    known: str | None
    #: Its most frequent form; of a short and a long form the short one.
    name: str
    #: What the paper says that the name is short for.
    long: str | None
    #: Names that may be one thing, or two.
    doubts: tuple[Near, ...] = ()
    #: Where it is called by less than its name, which other papers give to other things: its family's, its last word.
    in_short: tuple[Mention, ...] = ()

    @property
    def everywhere(self) -> tuple[Mention, ...]:
        """All its mentions, those by less than its name last."""
        return self.mentions + self.in_short


def group_mentions(findings: Findings, decided: Decided = undecided) -> list[Group]:
    """The things that a paper names, in the order in which it first names them; ``decided`` comes before kg's own."""
    said = Said.by(findings, decided)
    things = list(with_near_names(things_named(findings, said), said))
    forms = [thing.forms for thing in things]
    meant = meant_by_families(forms, said) | meant_by_last_words(forms, said)
    in_short: dict[int, list[Form]] = defaultdict(list)
    for less, whole in meant.items():
        in_short[whole] += forms[less]
    groups = (_group(thing, in_short[n], said) for n, thing in enumerate(things) if n not in meant)
    return sorted(groups, key=lambda group: place(group.mentions[0]))


def things_named(findings: Findings, said: Said) -> list[list[Form]]:
    """The forms of each thing, as far as there is a reason for it; what is only likely is left to `near_names`."""
    things: list[list[Form]] = []
    for form in sorted(as_spelled_out(list(forms_of(findings.mentions))), key=lambda form: _rank(form, said)):
        home = _home(form, things, said)
        if home is None:
            things.append([form])
        else:
            home.append(form)
    return list(_with_other_long_forms(_brought_home(things, said), said))


def _brought_home(things: list[list[Form]], said: Said) -> list[list[Form]]:
    """The things, each unknown form that stands alone put to one that was not complete when it came.

    So *PRAD-10K* joins *Periapical Radiograph Analysis Dataset* by way of *PRAD*.
    """
    for forms in [forms for forms in things if len(forms) == 1 and not forms[0].known]:
        # With things of one form it has been compared.
        grown = [other for other in things if other is not forms and len(other) > 1]
        if len(forms) == 1 and (home := _home(forms[0], grown, said, _OF_MORE_FORMS)) is not None:
            home += forms
            things = [other for other in things if other is not forms]
    return things


def _with_other_long_forms(things: list[list[Form]], said: Said) -> Iterator[list[Form]]:
    """The things, each long form that stands alone put to the short one that it spells or explains.

    So *Weak-to-Strong Training* joins *Weak-to-Strong (W2S)*.
    """
    alone = [forms for forms in things if len(forms) == 1 and not forms[0].known and not forms[0].is_short]
    taken: list[list[Form]] = []
    for forms in things:
        if forms in alone or forms[0].known:
            continue
        shorts = [form for form in forms if form.is_short and len(form.text) > FEW_LETTERS]
        for other in alone:
            if other in taken or said.parts(other[0], forms):
                continue
            if _spells(shorts, other[0]) or _explains(other[0], forms, said):
                forms.append(other[0])
                taken.append(other)
    return (forms for forms in things if forms not in taken)


def _spells(shorts: Iterable[Form], long: Form) -> bool:
    """Whether one of the short forms is spelled; *DA-ViT-Tiny* is no long form of *DA-ViT*, *LDPC codes* is of LDPC."""
    return any(
        spelled(short.text, long.text) >= _SURELY_SPELLED
        for short in shorts
        if not long.text.startswith(short.text) or long.text.startswith(short.text + " ")
    )


def _explains(long: Form, forms: list[Form], said: Said) -> bool:
    """Whether words without a version explain the thing: *Llama 3 (Foo)* does not say what Foo is."""
    return " " in long.text and not any(map(str.isdigit, long.text)) and explained(long, forms, said)


def _rank(form: Form, said: Said) -> tuple[bool, int, int, str]:
    words = 0 if form.is_short or said.long(form) else len(words_of(form.text))
    return form.known is None, -words, -len(form.mentions), form.text


def _home(form: Form, things: list[list[Form]], said: Said, reasons: Iterable[Reason] = REASONS) -> list[Form] | None:
    """The thing that the form names, if it is one of these; the surest reason first."""
    open_to = [forms for forms in things if not differ(form, forms, said)]
    for is_one in reasons:
        found = (forms for forms in open_to if is_one(form, forms, said))
        if (home := next(found, None)) is not None:
            return home
    return None


def _group(thing: NearThing, in_short: Iterable[Form], said: Said) -> Group:
    forms = thing.forms
    mentions = _mentions(forms)
    short, long = _short_and_long(forms, said)
    return Group(
        mentions=mentions,
        type=type_of(mentions),
        known=next((form.known for form in forms if form.known), None),
        name=short or max(forms, key=lambda form: (len(form.mentions), form.text)).text,
        long=long,
        doubts=thing.doubts,
        in_short=_mentions(in_short),
    )


def _mentions(forms: Iterable[Form]) -> tuple[Mention, ...]:
    """All mentions of the forms, in the order of the paper."""
    return tuple(sorted((mention for form in forms for mention in form.mentions), key=place))


def _short_and_long(forms: list[Form], said: Said) -> tuple[str | None, str | None]:
    """A short form of the thing and what it is short for, where the paper has both."""
    for form in forms:
        if long := said.long(form):
            return singular(form.text), long
    shorts = (form for form in forms if form.is_short)
    pairs = ((share, short.text, long.text) for short in shorts for long, share in shares(short, forms))
    share, short, long = max(pairs, default=(0.0, "", ""))
    return (singular(short), long) if share >= SPELLED_BESIDE else (None, None)
