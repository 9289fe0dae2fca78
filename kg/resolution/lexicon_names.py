"""Names as the lexicons write them, and the families in others' names."""

import re
from functools import cache

from kg.lexicons import read_names
from kg.model import EntityType
from kg.resolution.agreement import loosest_key
from kg.resolution.name_grammar import ends_in_known_part, is_versioned, parent_names
from kg.resolution.surface import spelling_key

_SIZE = re.compile(r"(?<![^\W_])(\d+(?:\.\d+)?)([bm])(?![^\W_])")
_NUMBER = re.compile(r"[-_ ]?\d")
#: *Wide ResNet-34-10* keeps its numbers together.
_HYPHEN = re.compile(r"[-_](?=[A-Za-z]|\d+(?:\.\d+)?[BM](?![^\W_]))")


def lexicon_name(text: str, type: str) -> str | None:
    """The name of which the text is a spelling, if lexicons have one such name."""
    return _names().get((type, loosest_key(text, type)))


def with_usual_family(name: str) -> str:
    """A model's name, its family and version spelled as lexicons spell them: *LLaMA-2-70b-it* → *Llama 2 70B it*.

    Where these have spaces, so has the rest; and billions and millions are capitals. What is more than a version of
    the family, as *LLaMA-Omni* is, has a name of its own.
    """
    for family in parent_names(name) if is_versioned(name) and ends_in_known_part(name) else ():
        usual = lexicon_name(family, EntityType.MODEL)
        if usual and name.startswith(family) and spelling_key(usual) == spelling_key(family):
            rest = name[len(family) :]
            if not (is_versioned(family) or _NUMBER.match(rest)):
                break
            rest = _SIZE.sub(lambda size: size[1] + size[2].upper(), rest)
            return usual + (_HYPHEN.sub(" ", rest) if " " in usual else rest)
    return name


@cache
def _names() -> dict[tuple[str, str], str]:
    """Type and loosest key of each form of the lexicons' names, but for those that several share."""
    forms: dict[tuple[str, str], set[str]] = {}
    for type in EntityType:
        for entry in read_names(type):
            for form in entry.forms:
                forms.setdefault((type, loosest_key(form, type)), set()).add(entry.name)
    return {key: next(iter(names)) for key, names in forms.items() if len(names) == 1}
