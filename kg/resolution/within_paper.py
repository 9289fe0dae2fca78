"""Which mentions of one paper stand for one thing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import EntityType, Findings, Mention
from kg.names import name_key, one_line

#: A mention whose name a lexicon knows says as much of the type as so many others.
KNOWN = 10


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one thing in one paper, with the name that this paper and the lexicons suggest."""

    mentions: tuple[Mention, ...]
    type: EntityType
    name: str
    #: Whether the name comes from a lexicon.
    known: bool


def group_mentions(findings: Findings) -> list[Group]:
    """Mentions whose names agree (case, spaces and hyphens aside), or that the paper itself abbreviates."""
    long_forms = {name_key(pair.short): one_line(pair.long) for pair in findings.abbreviations}
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in findings.mentions:
        grouped[_key(mention, long_forms)].append(mention)
    return [_group(mentions, long_forms) for mentions in grouped.values()]


def _key(mention: Mention, long_forms: dict[str, str]) -> str:
    if mention.name:
        return name_key(mention.name)
    key = name_key(mention.text) or mention.text
    return name_key(long_forms.get(key, "")) or key


def _group(mentions: list[Mention], long_forms: dict[str, str]) -> Group:
    known = next((mention.name for mention in mentions if mention.name), None)
    return Group(
        mentions=tuple(mentions),
        type=_type(mentions),
        name=known or _own_name(mentions, long_forms),
        known=known is not None,
    )


def _type(mentions: Iterable[Mention]) -> EntityType:
    """The type that the most certain mentions give; the order of EntityType where they tie."""
    weight: dict[EntityType, float] = defaultdict(float)
    for mention in mentions:
        weight[mention.type] += mention.confidence * (KNOWN if mention.name else 1)
    return max(EntityType, key=lambda type: weight[type])


def _own_name(mentions: list[Mention], long_forms: dict[str, str]) -> str:
    """The form that stands there most often; for an acronym its long form, for a coined word the word itself."""
    forms = Counter(one_line(mention.text) for mention in mentions)
    short = next((form for form in sorted(forms) if name_key(form) in long_forms), None)
    if short:
        return long_forms[name_key(short)] if short.isupper() and short.isalpha() else short
    return max(forms, key=lambda form: (forms[form], not form.islower(), form))
