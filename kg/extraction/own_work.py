"""Where an abstract comes to the paper's own work: what stands before is background."""

import re

from spacy.tokens import Doc

from kg.extraction.paper_doc import field_start, text_of

_OFFSET = "own_work"
_OWN_WORK = re.compile(
    r"\b(?:we|our|ours|this\s(?:paper|work|study|article|survey|report|thesis)|here)\b", re.IGNORECASE
)


def own_work(doc: Doc) -> int:
    """Offset in the doc of the first word that speaks of the paper itself; the abstract's begin if none does."""
    offset = doc.user_data.get(_OFFSET)
    if offset is None:
        begin = field_start(doc, "abstract")
        match = _OWN_WORK.search(text_of(doc), begin)
        offset = doc.user_data[_OFFSET] = match.start() if match else begin
    assert isinstance(offset, int)  # noqa: S101 (nobody else writes it)
    return offset
