"""One paper as one spaCy doc: the title, a blank line, the abstract; its text and words, worked out once a doc."""

import re
from bisect import bisect_left
from typing import NamedTuple

from spacy.attrs import IDX, LENGTH
from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Field, Paper

_BETWEEN = "\n\n"
_TITLE_LENGTH = "title_length"
_TEXT = "text"
_BOUNDS = "bounds"
_WORDS = "words"
_LOWERED = "lowered"


#: So many characters without a space are no words but data that got into the text. The tokenizer and the
#: finders take time by the square of such a run, so they see as many spaces in its place.
_NO_WORDS = re.compile(r"[!-~]{500,}")
#: In each stretch so long, a text without such a run has a space.
_STRETCH = 250


def make_doc(nlp: Language, paper: Paper) -> Doc:
    """Tokenize title and abstract; offsets in the doc are those of the fields as they were read."""
    text = paper.title + _BETWEEN + paper.abstract
    if any(" " not in text[at : at + _STRETCH] for at in range(0, len(text), _STRETCH)):
        text = _NO_WORDS.sub(lambda run: " " * len(run[0]), text)
    doc = nlp.make_doc(text)
    doc.user_data[_TEXT] = text
    doc.user_data[_TITLE_LENGTH] = len(paper.title)
    return doc


def text_of(doc: Doc) -> str:
    """The doc's text; ``doc.text`` puts it together from the tokens each time."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    assert isinstance(text, str)  # noqa: S101 (nobody else writes it)
    return text


def word_bounds(doc: Doc) -> tuple[list[int], list[int]]:
    """Where each token begins and where it ends in the doc, in characters."""
    bounds = doc.user_data.get(_BOUNDS)
    if bounds is None:
        begins, lengths = doc.to_array([IDX, LENGTH]).T
        bounds = doc.user_data[_BOUNDS] = begins.tolist(), (begins + lengths).tolist()
    assert isinstance(bounds, tuple)  # noqa: S101 (nobody else writes it)
    return bounds


def words_of(doc: Doc) -> list[str]:
    """The text of each token; asking the tokens one by one takes several times as long."""
    words = doc.user_data.get(_WORDS)
    if words is None:
        text = text_of(doc)
        words = doc.user_data[_WORDS] = [text[start:end] for start, end in zip(*word_bounds(doc), strict=True)]
    assert isinstance(words, list)  # noqa: S101 (nobody else writes it)
    return words


def lowered_words(doc: Doc) -> list[str]:
    """The text of each token in lower case."""
    lowered = doc.user_data.get(_LOWERED)
    if lowered is None:
        lowered = doc.user_data[_LOWERED] = [word.lower() for word in words_of(doc)]
    assert isinstance(lowered, list)  # noqa: S101 (nobody else writes it)
    return lowered


class Phrase(NamedTuple):
    """A run of whole tokens of a doc; several times as quick to make and to ask as spaCy's spans."""

    #: Its first token, and the one behind its last.
    start: int
    end: int
    #: Where it begins in the doc, in characters.
    start_char: int
    text: str

    @property
    def end_char(self) -> int:
        """Where it ends in the doc, in characters."""
        return self.start_char + len(self.text)


def phrase(doc: Doc, start: int, end: int) -> Phrase:
    """Tokens ``start`` to ``end`` (exclusive) of the doc."""
    begins, ends = word_bounds(doc)
    return Phrase(start, end, begins[start], text_of(doc)[begins[start] : ends[end - 1]])


def phrase_at(doc: Doc, start: int, end: int) -> Phrase | None:
    """Characters ``start`` to ``end`` of the doc; None where they are no run of whole tokens."""
    begins, ends = word_bounds(doc)
    first = bisect_left(begins, start)
    last = bisect_left(ends, end, first)
    if last == len(ends) or begins[first] != start or ends[last] != end:
        return None
    return Phrase(first, last + 1, start, text_of(doc)[start:end])


def title_length(doc: Doc) -> int:
    """How many characters of the doc are the title."""
    length = doc.user_data.get(_TITLE_LENGTH, 0)
    assert isinstance(length, int)  # noqa: S101 (make_doc wrote it)
    return length


def field_offsets(doc: Doc, start: int, end: int) -> tuple[Field, int, int] | None:
    """Where characters ``start`` to ``end`` of the doc stand in the paper; None if they cross its fields."""
    if end <= title_length(doc):
        return "title", start, end
    begin = field_start(doc, "abstract")
    return ("abstract", start - begin, end - begin) if start >= begin else None


def field_start(doc: Doc, field: Field) -> int:
    """Where the field begins in the doc, in characters."""
    return 0 if field == "title" else title_length(doc) + len(_BETWEEN)
