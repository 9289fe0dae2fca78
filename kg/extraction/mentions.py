"""From a spaCy doc to kg's own words: mentions with offsets in the paper's fields."""

from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.marked_names import Marked, marked
from kg.extraction.paper_doc import field_offsets, field_start
from kg.extraction.presentations import is_presented
from kg.extraction.results import FoundResult, told_results
from kg.extraction.roles import Told, told_roles
from kg.extraction.sentences import Sentences, sentences_of
from kg.model import Abbreviation, Field, Findings, Mention, Paper, Reported, Role

#: More than any other sentence says for a thing that a paper proposes does the one that presents it.
_PRESENTED = 100.0


def findings(paper: Paper, doc: Doc) -> Findings:
    """What the pipeline wrote into the doc of this paper."""
    mentions = _mentions(paper, doc)
    return Findings(
        paper=paper,
        mentions=tuple(mention for mention in mentions if mention is not None),
        abbreviations=tuple(Abbreviation(short.text, long.text) for short, long in pairs_of(doc)),
        results=tuple(_reported(doc, result, mentions) for result in told_results(doc)),
    )


def _mentions(paper: Paper, doc: Doc) -> list[Mention | None]:
    """One for each marked name of the doc; None for one that crosses the paper's fields."""
    sentences = sentences_of(doc)
    return [
        _mention(paper, doc, name, told, sentences) for name, told in zip(marked(doc), told_roles(doc), strict=True)
    ]


def _mention(paper: Paper, doc: Doc, name: Marked, told: Told, sentences: Sentences) -> Mention | None:
    phrase = name.phrase
    place = field_offsets(doc, phrase.start_char, phrase.end_char)
    if place is None:
        return None
    field, start, end = place
    sentence = sentences.around(phrase.start_char)
    presented = told.role is Role.PROPOSES and is_presented(doc, sentence[0], phrase.start_char)
    return Mention(
        field=field,
        start=start,
        end=end,
        text=paper.text(field)[start:end],
        type=name.type,
        name=name.name or None,
        found_by=name.finder,
        confidence=name.confidence,
        role=told.role,
        support=told.support + (_PRESENTED if presented else 0),
        sentence=_in_field(doc, field, sentence),
    )


def _reported(doc: Doc, result: FoundResult, mentions: list[Mention | None]) -> Reported:
    number = result.number
    at = field_start(doc, "abstract") + number.digits_start
    return Reported(
        value=number.written,
        kind=result.kind,
        start=result.start.written if result.start else None,
        place=(number.start, number.end),
        sentence=_in_field(doc, "abstract", sentences_of(doc).around(at)),
        **{field: mentions[n] for field, n in result.links.items()},
    )


def _in_field(doc: Doc, field: Field, sentence: tuple[int, int]) -> tuple[int, int]:
    begin = field_start(doc, field)
    return sentence[0] - begin, sentence[1] - begin
