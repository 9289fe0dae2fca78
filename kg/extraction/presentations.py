"""Where a paper presents a thing: *we propose X*, *this paper introduces a new method, X*, a title *X: What It Is*."""

import re

from spacy.tokens import Doc

from kg.extraction.marked_names import Marked
from kg.extraction.paper_doc import field_offsets, text_of, title_length
from kg.names import name_key

_PRESENTING = re.compile(
    r"\b(?:we|paper|work|study|article)\b(?:\W+\w+){0,3}?\W+(?:propos|introduc|present|develop|design)[a-z]*"
    r"(?:[\s,]+(?!(?:that|which|to|for|using|with|where|and)\b)[\w-]+){0,9}[\s,:(]+\Z",
    re.IGNORECASE,
)
_TITLE_BEHIND = re.compile(r"\s*:\s")
#: A word of a proper name: a digit, a capital behind a small letter, or small letters behind two capitals.
_PROPER = re.compile(r"\d|[a-z][A-Z]|[A-Z]{2}[a-z]")
#: Titles about what others have made.
_OF_OTHERS = re.compile(
    r"\?|\b(?:surveys?|reviews?|overview|tutorial|guide|introduction|analysis|applications?|evaluat\w+|assess\w+|stud(?:y|ies)"
    r"|perspectives?|paradigm|how|what|which|why)\b",
    re.IGNORECASE,
)
#: It stands so many characters before the thing at most.
_BEFORE = 200


def is_presented(doc: Doc, sentence: int, thing: int) -> bool:
    """Whether the sentence that begins at one character presents the thing that begins at another."""
    return _PRESENTING.search(text_of(doc)[max(sentence, thing - _BEFORE) : thing]) is not None


def heads_title(doc: Doc, name: Marked) -> bool:
    """Whether a proper name is all of the title before a colon, and what stands behind is not about others' work.

    In the gold papers 456 of 457 names that head a title are the paper's own; of known terms many are not.
    """
    place, text = name.phrase, text_of(doc)
    if place.start_char != 0 or not field_offsets(doc, 0, place.end_char):
        return False
    behind = text[place.end_char : title_length(doc)]
    is_established = place.text.isupper() and bool(name.name) and name_key(name.name) != name_key(place.text)
    is_proper = (" " not in place.text and place.text.isupper()) or _PROPER.search(place.text)
    return bool(_TITLE_BEHIND.match(behind) and is_proper and not is_established and not _OF_OTHERS.search(behind))
