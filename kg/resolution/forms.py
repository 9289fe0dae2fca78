"""The spellings that stand in one paper, each with its mentions."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from kg.model import Findings, Mention, Paper
from kg.names import one_line
from kg.resolution.agreement import Expansions, loosest_key
from kg.resolution.initials import is_initialism, spelled
from kg.resolution.surface import Words, plain, shown_keys, spelling_key, words_of
from kg.resolution.word_forms import singular

#: One word, or two with a hyphen between them.
_SHORT = re.compile(r"(?=.{1,14}$)[^\s-]+(?:-[^\s-]+)?")

#: The least share of an abbreviation that an established name spells, of capitals and of others.
_SPELLED, _WELL_SPELLED = 0.7, 0.9


class Called(Protocol):
    """What a person may speak of: something of a type, with the keys of its names."""

    @property
    def type(self) -> str: ...  # noqa: D102

    @property
    def keys(self) -> Collection[str]: ...  # noqa: D102


#: Whether a person has said of two names of a paper that they are one thing; None where nobody has.
Decided = Callable[[Called, Called], bool | None]


def undecided(_one: Called, _other: Called) -> None:
    """Nobody has said anything."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling in one paper, case and hyphens aside."""

    #: As it stands there most often.
    text: str
    #: The name that a lexicon gives it.
    known: str | None
    mentions: tuple[Mention, ...]

    @property
    def type(self) -> str:
        """That of its first mention."""
        return self.mentions[0].type

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which it may be shown."""
        return shown_keys(self.text)

    @property
    def is_short(self) -> bool:
        """Whether it may be short for something: a word of few letters, one of them a capital."""
        name = plain(self.text)
        return _SHORT.fullmatch(name) is not None and any(letter.isupper() for letter in name)


@dataclass(frozen=True, slots=True)
class Said:
    """What a paper says of its own names."""

    paper: Paper
    #: Singular short form → long form, as the paper gives them.
    longs: dict[str, str]
    #: The same as words, the last of them in the singular: the short form's in one, the long form's each by itself.
    expansions: Expansions
    #: What a person says of them, which comes first.
    decided: Decided = undecided
    _keys: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def by(cls, findings: Findings, decided: Decided = undecided) -> "Said":
        """What the paper of these findings says, and a person of its names."""
        known = {one_line(mention.text): mention.name for mention in findings.mentions if mention.name}
        types = {one_line(mention.text): mention.type for mention in findings.mentions}
        pairs = ((one_line(pair.short), one_line(pair.long)) for pair in findings.abbreviations)
        longs = {
            singular(plain(short)): long
            for short, long in pairs
            if _may_mean(short, long, known) and decided(_name(short, types), _name(long, types)) is not False
        }
        words = {"".join(words_of(short)): _singular(words_of(long)) for short, long in longs.items()}
        return cls(findings.paper, longs, words, decided)

    def parts(self, form: Form, forms: Iterable[Form]) -> bool:
        """Whether a person has said that the form is none of the thing."""
        return any(self.decided(form, other) is False for other in forms)

    def long(self, form: Form) -> str | None:
        """What the paper says that the form is short for."""
        return self.longs.get(singular(plain(form.text)))

    def key(self, name: str, type: str) -> str:
        """What all names that may agree with this one in the paper have in common."""
        known = self._keys.get((name, type))
        if known is None:
            known = self._keys[name, type] = loosest_key(name, type, self.expansions)
        return known


class _Name(NamedTuple):
    type: str
    keys: frozenset[str]


def _name(text: str, types: Mapping[str, str]) -> _Name:
    return _Name(types.get(text, ""), shown_keys(text))


def _may_mean(short: str, long: str, known: Mapping[str, str]) -> bool:
    """Whether a short form may stand for a long one: what lexicons know is spelled well by its abbreviations.

    So *ToMer* is no other name of Transformers, *MLA* none of multi-head attention, but *HPO* is of hyperparameter
    optimization and *AE* of autoencoders.
    """
    if long not in known or known.get(short) == known[long]:
        return True
    letters = singular(plain(short))
    if not (letters.isupper() and letters.isalpha()):
        return spelled(letters, long) >= _WELL_SPELLED
    return " " not in long or spelled(letters, long) >= _SPELLED


def forms_of(mentions: Iterable[Mention]) -> Iterator[Form]:
    """Mentions that are spelled alike; one that no lexicon knows joins the known ones of its spelling."""
    by_key: dict[str, dict[str | None, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        by_key[spelling_key(mention.text)][mention.name].append(mention)
    for meanings in by_key.values():
        known = sorted(name for name in meanings if name)
        if known and None in meanings:
            meanings[known[0]] += meanings.pop(None)
        for name, members in meanings.items():
            yield Form(most_frequent(one_line(mention.text) for mention in members), name, tuple(members))


def as_spelled_out(forms: Sequence[Form]) -> list[Form]:
    """The forms, those of first letters with the meaning that this paper spells out, if it spells out no other.

    So *SSL* is no *self-supervised learning* where only *semi-supervised learning* is named.
    """
    spelled_out = [form for form in forms if form.known and not form.is_short]
    return [_as_spelled_out(form, spelled_out) if form.is_short else form for form in forms]


def _as_spelled_out(form: Form, spelled_out: Sequence[Form]) -> Form:
    short, type = singular(plain(form.text)), form.mentions[0].type
    fitting = {
        other.known
        for other in spelled_out
        if other.mentions[0].type == type and (other.known == form.known or is_initialism(short, singular(other.text)))
    }
    return replace(form, known=fitting.pop()) if len(fitting) == 1 else form


def place(mention: Mention) -> tuple[bool, int]:
    """What mentions are sorted by to stand in the order of the paper."""
    return mention.field != "title", mention.start


def surest(mentions: Iterable[Mention]) -> Mention:
    """The mention that is most certain; of equals one of the abstract, which says more around it."""
    return max(mentions, key=lambda mention: (mention.confidence, mention.field == "abstract"))


def most_frequent(texts: Iterable[str]) -> str:
    """The text that comes most often; of equals one with capitals, and of those the last in the alphabet."""
    counts = Counter(texts)
    return max(counts, key=lambda text: (counts[text], not text.islower(), text))


def _singular(words: Words) -> Words:
    return (*words[:-1], *map(singular, words[-1:]))
