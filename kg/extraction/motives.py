"""Costs that a paper names only because others have too much of them: they move it, and it reports none of them."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from kg.extraction.marked_names import Marked
from kg.extraction.own_work import own_work
from kg.extraction.paper_doc import text_of, title_length
from kg.extraction.sentences import sentences_of
from kg.model import EntityType
from kg.names import name_key

_COST = re.compile(
    r"(?:(?:computational|computation|training|inference|memory|communication|annotation|storage|energy|token)\s"
    r"(?:costs?|overheads?|complexity|consumption|usage|footprint|time|latency)|latency|throughput|runtime)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


def without_motives(doc: Doc, names: Iterable[Marked]) -> list[Marked]:
    """The names without the costs that the background alone names, in sentences without a number.

    Of 58 such costs in the gold papers two are metrics.
    """
    names = list(names)
    own = {name_key(name.phrase.text) for name in names if not _is_background(doc, name)}
    return [name for name in names if not _is_motive(doc, name) or name_key(name.phrase.text) in own]


def _is_motive(doc: Doc, name: Marked) -> bool:
    is_cost = name.type == EntityType.METRIC and _COST.fullmatch(name.phrase.text)
    if not (is_cost and _is_background(doc, name)):
        return False
    return not _DIGIT.search(text_of(doc), *sentences_of(doc).holding(name.phrase.start_char))


def _is_background(doc: Doc, name: Marked) -> bool:
    return title_length(doc) <= name.phrase.start_char < own_work(doc)
