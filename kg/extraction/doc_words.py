"""A doc's words in lower case, where each begins, and its sentences counted in words; worked out once a doc."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extraction.paper_doc import field_start, lowered_words, title_length, word_bounds
from kg.extraction.sentences import sentence_starts

_DOC_WORDS = "doc_words"


@dataclass(frozen=True, slots=True)
class DocWords:
    """What reads words asks for, without asking spaCy word by word."""

    words: list[str]
    #: Offset of each word in the doc, in characters.
    offsets: list[int]
    #: First word of each sentence.
    starts: list[int]
    #: First word of the abstract; the number of words if there is none.
    abstract: int

    def word_at(self, offset: int) -> int:
        """The word that holds the character at this offset of the doc."""
        return bisect_right(self.offsets, offset) - 1

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds the word."""
        return bisect_right(self.starts, word) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First word of a sentence, and the first behind it."""
        last = sentence + 1 == len(self.starts)
        return self.starts[sentence], len(self.words) if last else self.starts[sentence + 1]


def doc_words(doc: Doc) -> DocWords:
    """The words of a doc."""
    known = doc.user_data.get(_DOC_WORDS)
    if known is None:
        offsets, _ = word_bounds(doc)
        begin = field_start(doc, "abstract") if title_length(doc) else 0
        known = doc.user_data[_DOC_WORDS] = DocWords(
            words=lowered_words(doc),
            offsets=offsets,
            starts=sentence_starts(doc),
            abstract=bisect_left(offsets, begin),
        )
    assert isinstance(known, DocWords)  # noqa: S101 (nobody else writes it)
    return known
