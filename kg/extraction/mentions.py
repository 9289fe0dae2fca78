"""From a spaCy doc to kg's own words: mentions with offsets in the paper's fields."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import candidates
from kg.extraction.coined_names import CoinedNames
from kg.extraction.marked_names import marked
from kg.extraction.own_work import own_work
from kg.extraction.paper_doc import field_offsets, field_start
from kg.extraction.roles import read_role
from kg.extraction.sentences import sentences_of
from kg.model import Abbreviation, Field, Findings, Mention, Paper

#: So many characters before a name tell its role: no cue with the words that may follow it is longer.
_WORDS_BEFORE = 250


def findings(paper: Paper, doc: Doc) -> Findings:
    """What the pipeline wrote into the doc of this paper."""
    return Findings(
        paper=paper,
        mentions=tuple(_mentions(paper, doc)),
        abbreviations=tuple(Abbreviation(short.text, long.text) for short, long in pairs_of(doc)),
    )


def _mentions(paper: Paper, doc: Doc) -> Iterator[Mention]:
    coined = {span.text for span in candidates(doc) if span.id_ == CoinedNames.name}
    sentences = sentences_of(doc)
    background_ends = own_work(doc)
    for name in marked(doc):
        span = name.span
        place = field_offsets(doc, span.start_char, span.end_char)
        if place is None:
            continue
        field, start, end = place
        type = span.label_
        around = sentences.around(span.start_char)
        sentence = _in_field(doc, field, around)
        yield Mention(
            field=field,
            start=start,
            end=end,
            text=paper.text(field)[start:end],
            type=type,
            name=span.kb_id_ or None,
            found_by=span.id_,
            confidence=name.confidence,
            role=read_role(
                type,
                coined=span.text in coined,
                background=field == "abstract" and around[1] <= background_ends,
                before=paper.text(field)[max(sentence[0], start - _WORDS_BEFORE) : start],
            ),
            sentence=sentence,
        )


def _in_field(doc: Doc, field: Field, sentence: tuple[int, int]) -> tuple[int, int]:
    begin = field_start(doc, field)
    return sentence[0] - begin, sentence[1] - begin
