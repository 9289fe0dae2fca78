"""One paper as one spaCy doc: the title, a blank line, the abstract."""

import re

from spacy.attrs import IDX, LENGTH
from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Field, Paper

_BETWEEN = "\n\n"
_TITLE_LENGTH = "title_length"
_TEXT = "text"
_WORDS = "words"


#: So many characters without a space are no words but data that got into the text. The tokenizer and the
#: finders take time by the square of such a run, so they see as many spaces in its place.
_NO_WORDS = re.compile(r"[!-~]{500,}")


def make_doc(nlp: Language, paper: Paper) -> Doc:
    """Tokenize title and abstract; offsets in the doc are those of the fields as they were read."""
    text = _NO_WORDS.sub(lambda run: " " * len(run[0]), paper.title + _BETWEEN + paper.abstract)
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


def words_of(doc: Doc) -> list[str]:
    """The text of each token; asking the tokens one by one takes several times as long."""
    words = doc.user_data.get(_WORDS)
    if words is None:
        text, table = text_of(doc), doc.to_array([IDX, LENGTH])
        ends = table.sum(axis=1).tolist()
        words = doc.user_data[_WORDS] = [text[start:end] for start, end in zip(table[:, 0].tolist(), ends, strict=True)]
    assert isinstance(words, list)  # noqa: S101 (nobody else writes it)
    return words


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


@Language.component("title_sentence")
def end_title_sentence(doc: Doc) -> Doc:
    """Let the abstract begin a new sentence, however the title ends."""
    begin = field_start(doc, "abstract")
    for token in doc:
        if token.idx >= begin:
            token.is_sent_start = True
            break
    return doc
