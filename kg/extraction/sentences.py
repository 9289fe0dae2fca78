"""Where sentences begin and end: behind full stops, but those of abbreviations and within formulas."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from kg.extraction.paper_doc import field_start, text_of, word_bounds, words_of

_STARTS = "sentence_starts"
_SENTENCES = "sentences"

#: Full stops, question and exclamation marks of all scripts.
_STOPS = frozenset(Sentencizer.default_punct_chars)
#: Words whose full stop ends no sentence; those that the tokenizer knows need not stand here.
_ABBREVIATED = frozenset({"a.k.a.", "al.", "approx.", "cf.", "resp.", "vs."})
#: The same where a number follows.
_BEFORE_NUMBERS = frozenset({"eq.", "eqs.", "fig.", "figs.", "no.", "sec.", "tab."})
#: What opens something stands at the beginning of the sentence, not at the end of the one before.
_OPENING = frozenset({"\\", "(", "[", "{", "``", "“", "‘"})
#: With these no sentence begins.
_CLOSING = frozenset({")", "]", "}", ",", ";", "%", "''", "”"})
#: Behind a full stop and one of these the sentence goes on where the next word is small: *(style, etc.) are*.
_INNER = frozenset({")", "]", ",", ";", "etc.", "acc."})


@Language.component("sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Write the first word of each sentence into the doc; the abstract begins a new one, however the title ends."""
    abstract = bisect_left(word_bounds(doc)[0], field_start(doc, "abstract"))
    starts = {0, *_starts(doc), abstract} - {len(doc)}
    # spaCy's own marks are not set: for each it looks through the whole doc.
    doc.user_data[_STARTS] = sorted(starts)
    return doc


def _starts(doc: Doc) -> Iterator[int]:
    """The first words of sentences that full stops tell, with the mark that opens them."""
    words = words_of(doc)
    start = 0
    for at in _behind_stops(doc, words):
        if not _goes_on(words, start, at):
            start = at - 1 if words[at - 1] in _OPENING else at
            yield start


def _behind_stops(doc: Doc, words: list[str]) -> Iterator[int]:
    """The first word behind each full stop, and behind the marks that follow it."""
    at = 0
    for stop in [n for n, word in enumerate(words) if word in _STOPS]:
        if stop >= at:
            at = stop + 1
            while at < len(words) and (words[at] in _STOPS or doc[at].is_punct):
                at += 1
            if at < len(words):
                yield at


def _goes_on(words: list[str], start: int, at: int) -> bool:
    """Whether the sentence that begins at word ``start`` goes on at word ``at``."""
    before = words[at - 1].lower()
    if before == "." and at > 1:
        before = words[at - 2].lower() + before
    if before in _ABBREVIATED or words[at] in _CLOSING:
        return True
    if before in _INNER and words[at][0].islower():
        return True
    if before in _BEFORE_NUMBERS and words[at][0].isdigit():
        return True
    return words[at] == "$" and sum(word.count("$") for word in words[start:at]) % 2 == 1


def sentence_starts(doc: Doc) -> list[int]:
    """First word of each sentence; a doc in which none were marked is one."""
    starts = doc.user_data.get(_STARTS, [0])
    assert isinstance(starts, list)  # noqa: S101 (nobody else writes it)
    return starts


def sentences_of(doc: Doc) -> "Sentences":
    """The sentences of a doc, found once."""
    sentences = doc.user_data.get(_SENTENCES)
    if sentences is None:
        sentences = doc.user_data[_SENTENCES] = Sentences(doc)
    assert isinstance(sentences, Sentences)  # noqa: S101 (nobody else writes it)
    return sentences


class Sentences:
    """The sentences of a doc as character offsets."""

    def __init__(self, doc: Doc) -> None:
        begins, _ = word_bounds(doc)
        self._text = text_of(doc)
        self._starts = [0, *(begins[start] for start in sentence_starts(doc)[1:])]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        ends = [*self._starts[1:], len(self._text)]
        return zip(self._starts, ends, strict=True)

    def holding(self, at: int) -> tuple[int, int]:
        """The sentence that holds the character at offset ``at``."""
        n = bisect_right(self._starts, at)
        return self._starts[n - 1], self._starts[n] if n < len(self._starts) else len(self._text)

    def around(self, at: int) -> tuple[int, int]:
        """The same without the white space at its ends."""
        start, end = self.holding(at)
        text = self._text[start:end]
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
