"""Where else a paper has a sure name in another spelling: in title case, in the plural, with a hyphen or without."""

import re
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc

from kg.extraction.inner_names import is_part
from kg.extraction.marked_names import Marked
from kg.extraction.name_shapes import places
from kg.extraction.own_kinds import is_task
from kg.extraction.paper_doc import Phrase, phrase_at, text_of
from kg.model import EntityType

#: From this confidence on, a name speaks for its other spellings, and one made with hyphens for its other places.
_SURE, _SURE_COMPOUND = 0.8, 0.5
#: Fewer letters, or one word, may be an ordinary word elsewhere: *Set*, *set*.
_FEWEST_LETTERS = 8
_LATEX = re.compile(r"[\\$]")
_PLURAL = re.compile(r"(?<=[a-z]{3})s$")
#: *MSF-Mamba*, *SAM2-LOVE*, but not *F1-score*: each part with a capital is like a name.
_COMPOUND = re.compile(r"(?:[A-Za-z0-9]*[A-Z][A-Za-z0-9]*-)+[A-Za-z0-9]*[A-Z][A-Za-z0-9]*")
_HYPHENS = str.maketrans(dict.fromkeys("-‐‑–\n\t", " "))


def variants(doc: Doc, names: Iterable[Marked]) -> Iterator[tuple[Marked, Phrase]]:
    """The places of each sure name of several words in any spelling, its own among them, the longest names first.

    Not of quantities, which are named in too many ways, nor of tasks, which are no names. Before them come the places
    of names made with hyphens, as they are spelled: where *MSF-Mamba* is a name, no *Mamba* stands in it.
    """
    names = tuple(names)
    yield from _compounds(doc, names)
    text = _folded(text_of(doc))
    sure = (name for name in names if name.confidence >= _SURE and name.type != EntityType.METRIC)
    speakers = {_folded(name.phrase.text): name for name in sure if _is_long(name.phrase.text)}
    for form, speaker in sorted(speakers.items(), key=lambda each: -len(each[0])):
        one = _PLURAL.sub("", form)
        for start in places(text, one, plural=True):
            end = start + len(one)
            if place := phrase_at(doc, start, end + (text[end : end + 1] == "s")):
                yield speaker, place


def _compounds(doc: Doc, names: Iterable[Marked]) -> Iterator[tuple[Marked, Phrase]]:
    sure = sorted((name for name in names if name.confidence >= _SURE_COMPOUND), key=lambda name: -name.confidence)
    speakers: dict[str, Marked] = {}
    for name in sure:
        if _COMPOUND.fullmatch(name.phrase.text):
            speakers.setdefault(name.phrase.text, name)
    for form in sorted(speakers, key=lambda form: (-len(form), form)):
        for start in places(text_of(doc), form, plural=True):
            if place := phrase_at(doc, start, start + len(form)):
                yield speakers[form], place


def may_stand_over(place: Phrase, marked_at: Mapping[int, Marked]) -> bool:
    """Whether a place is free, or a longer name than all that is marked of its words, by their numbers.

    What joins names by *and* is no longer name than these.
    """
    words = range(place.start, place.end)
    over = {marked_at[word].phrase for word in words if word in marked_at}
    return not over or (" and " not in place.text and all(is_part(name, words) for name in over))


def _is_long(name: str) -> bool:
    return " " in name and len(name) >= _FEWEST_LETTERS and not _LATEX.search(name) and not is_task(name)


def _folded(text: str) -> str:
    """The text in small letters, with spaces for hyphens, each character in its place."""
    small = text.lower()
    return (small if len(small) == len(text) else text).translate(_HYPHENS)
