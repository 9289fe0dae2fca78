"""The usual name of what a paper writes in a way of its own: *nnUNet* is *nnU-Net*, *BioMedBERT* is *PubMedBERT*.

A form of one word that holds a capital is found only as lexicons write it, since *set* is not *SET*. What the
recognizer has found to be a name, and is no plain word, needs no such care.
"""

import re
from functools import cache, lru_cache

from kg.lexicons import read_names
from kg.model import EntityType
from kg.names import name_key

#: Shorter names are short for too many things: *FILM* is not *FiLM*.
_FEW_LETTERS = 5
#: A point between digits belongs to the number: *OPT-13B* is not *OPT-1.3B*, nor *GPT-4/5* *GPT-4.5*.
_NUMBER = re.compile(r"\d+(?:[./-]\d+)*")


@lru_cache(maxsize=1 << 16)
def usual_name(text: str, type: str, long: str = "") -> str:
    """The name in the lexicon of the type, if one of its forms differs from the text by spelling alone; else nothing.

    What is spelled as there has been found or rejected by others. What the paper explains by a long form that the name
    does not have is another thing: a *Subject-Embedding Network (SE-Net)* is no *SENet*.
    """
    if text.isalpha() and text.islower():
        return ""
    key = name_key(text)
    forms = _forms().get((type, key), {})
    names = {name for form, name in forms.items() if _numbers(form) == _numbers(text)}
    if long:
        names &= _names(type, long)
    return names.pop() if len(key) >= _FEW_LETTERS and text not in forms and len(names) == 1 else ""


def _names(type: str, text: str) -> set[str]:
    key = name_key(text)
    return {name for form in (key, key.removesuffix("s")) for name in _forms().get((type, form), {}).values()}


def _numbers(text: str) -> list[str]:
    """The numbers in the text; a hyphen may stand for a point: *Claude-3-7*."""
    return [number.replace("-", ".") for number in _NUMBER.findall(text)]


@cache
def _forms() -> dict[tuple[str, str], dict[str, str]]:
    """Type and `name_key` → the forms that have it, each with its name."""
    forms: dict[tuple[str, str], dict[str, str]] = {}
    for type in EntityType:
        for entry in read_names(type):
            for form in entry.forms:
                forms.setdefault((type.value, name_key(form)), {})[form] = entry.name
    return forms
