"""Where sentences begin and end, looked up once a doc: spaCy's own look-up reads the whole doc each time."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

from kg.extraction.paper_doc import text_of

_SENTENCES = "sentences"


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
