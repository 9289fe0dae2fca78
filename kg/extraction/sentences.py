"""Where sentences begin and end, looked up once a doc: spaCy's own look-up reads the whole doc each time."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.paper_doc import text_of, words_of

_SENTENCES = "sentences"


#: Words whose full stop ends no sentence; those that the tokenizer knows need not stand here.
_ABBREVIATED = frozenset({"a.k.a.", "al.", "approx.", "cf.", "resp.", "vs."})
#: The same where a number follows.
_BEFORE_NUMBERS = frozenset({"eq.", "eqs.", "fig.", "figs.", "no.", "sec.", "tab."})
#: What opens something stands at the beginning of the sentence, not at the end of the one before.
_OPENING = frozenset({"\\", "(", "[", "{", "``", "“", "‘"})
#: With these no sentence begins.
_CLOSING = frozenset({")", "]", "}", ",", ";", "%", "''", "”"})


@Language.component("sentence_repairs")
def repair_sentences(doc: Doc) -> Doc:
    """Undo sentence breaks behind abbreviations and within formulas, and give opening marks to what they open."""
    words = words_of(doc)
    start = 0
    for at, begins in enumerate(doc.to_array([SENT_START]).ravel().tolist()):
        if begins != 1 or at == 0:
            continue
        if _goes_on(words, start, at):
            doc[at].is_sent_start = False
        elif words[at - 1] in _OPENING and at > 1:
            doc[at].is_sent_start = False
            doc[at - 1].is_sent_start = True
            start = at - 1
        else:
            start = at
    return doc


def _goes_on(words: list[str], start: int, at: int) -> bool:
    """Whether the sentence that begins at word ``start`` goes on at word ``at``."""
    before = words[at - 1].lower()
    if before == "." and at > 1:
        before = words[at - 2].lower() + before
    if before in _ABBREVIATED or words[at] in _CLOSING:
        return True
    if before in _BEFORE_NUMBERS and words[at][0].isdigit():
        return True
    return words[at] == "$" and sum(word.count("$") for word in words[start:at]) % 2 == 1


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
        marks = doc.to_array([SENT_START, IDX])
        starts = [int(offset) for begins, offset in marks.tolist() if begins == 1]
        self._starts = starts if starts[:1] == [0] else [0, *starts]
        self._text = text_of(doc)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        ends = [*self._starts[1:], len(self._text)]
        return zip(self._starts, ends, strict=True)

    def around(self, at: int) -> tuple[int, int]:
        """The sentence that holds the character at offset ``at``, without the white space at its ends."""
        n = bisect_right(self._starts, at) - 1
        start = self._starts[n]
        end = self._starts[n + 1] if n + 1 < len(self._starts) else len(self._text)
        text = self._text[start:end]
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
