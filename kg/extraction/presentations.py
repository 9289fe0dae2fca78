"""Sentences in which a paper presents a thing: *we propose X*, *this paper introduces a new method, X*."""

import re

from spacy.tokens import Doc

from kg.extraction.paper_doc import text_of

_PRESENTING = re.compile(
    r"\b(?:we|paper|work|study|article)\b(?:\W+\w+){0,3}?\W+(?:propos|introduc|present|develop|design)[a-z]*"
    r"(?:[\s,]+(?!(?:that|which|to|for|using|with|where|and)\b)[\w-]+){0,9}[\s,:(]+\Z",
    re.IGNORECASE,
)
#: It stands so many characters before the thing at most.
_BEFORE = 200


def is_presented(doc: Doc, sentence: int, thing: int) -> bool:
    """Whether the sentence that begins at one character presents the thing that begins at another."""
    return _PRESENTING.search(text_of(doc)[max(sentence, thing - _BEFORE) : thing]) is not None
