"""What the paper itself says that a name stands for, which stands above what the network reads in one place."""

import re

from spacy.tokens import Doc

from kg.extraction.abbreviations import pairs_of
from kg.extraction.candidates import candidates
from kg.extraction.coined_names import CoinedNames
from kg.extraction.marked_names import Marked
from kg.extraction.paper_doc import Phrase, text_of
from kg.model import EntityType

_METRIC_BEHIND = re.compile(r"[\s)}$]{0,3}\s?metrics?\b")
_METRIC_ENDINGS = (" Score", "-Score", " Index", "-Index", " Metric")
_NEXT_WORD = 12
_NETWORK = r"(?:model|LLM|VLM|MLLM|VLA|network)"
#: Words of a noun phrase before its head; a preposition would begin another, and what is formal is no network.
_BEFORE_HEAD = (
    r"(?:(?!(?:that|which|for|of|with|to|in|on|by|from|using|via|where|formal|mathematical|theoretical)\b)"
    r"[\w.-]+,?\s(?:and\s)?){0,8}?"
)
_MODEL_BEHIND = re.compile(
    rf"[}}\"”'’*]*(?:\s\([^()]{{1,40}}\))?(?:,|\sis)\s(?:an?|the\sfirst)\s{_BEFORE_HEAD}{_NETWORK}"
    r"(?=[,.;:)]|\s(?:that|which|for|with|trained|designed|built|capable|to|in|on|of|from|based|using|by)\b)"
)
_MODEL_BEFORE = re.compile(
    r"\b(?:[Oo]ur|(?:propos|introduc|present|develop|releas|train|design|build|offer)(?:e|es|ed|ing|s)?\san?)\s"
    rf"(?:[\w-]+\s){{0,6}}?{_NETWORK},?\s(?:called\s|named\s|dubbed\s|termed\s)?$"
)
_PHRASE_BEHIND, _PHRASE_BEFORE = 160, 80
_DATA_BEHIND = re.compile(r"[\s}$]{1,2}(?:dataset|data set|corpus|suite)s?\b")
#: Long forms that end so are what is done, not how.
_TASK = re.compile(
    r"(?:answering|captioning|classification|detection|extraction|forecasting|grounding|parsing|prediction|recognition"
    r"|segmentation|summarization|tracking)s?$",
    re.IGNORECASE,
)
_OF_TASKS = (EntityType.METHOD, EntityType.BENCHMARK)


def is_task(long: str) -> bool:
    """Whether a name of several words ends as tasks do: *continual semantic segmentation*."""
    return _TASK.search(long) is not None


def with_own_kinds(doc: Doc, names: list[Marked]) -> list[Marked]:
    """The names as the paper says what they are, without those by which it calls a task.

    The network sees each place by itself.
    """
    return _without_tasks(doc, _with_data(doc, _with_models(doc, _with_metrics(doc, names))))


def _with_metrics(doc: Doc, names: list[Marked]) -> list[Marked]:
    """Those methods as metrics that the paper calls so in one place: *our TBC metric*, *Dice Score*.

    Of such names, annotators hold 19 in 20 for metrics.
    """
    called = {name.phrase.text for name in names if name.phrase.text.endswith(_METRIC_ENDINGS)}
    if "metric" in text_of(doc):
        called |= {name.phrase.text for name in names if _before_metric(doc, name.phrase)}
    return _called(EntityType.METRIC, _with_partners(doc, called), names)


def _before_metric(doc: Doc, phrase: Phrase) -> bool:
    end = phrase.end_char
    return _METRIC_BEHIND.match(text_of(doc), end, end + _NEXT_WORD) is not None


def _with_models(doc: Doc, names: list[Marked]) -> list[Marked]:
    """Those methods as models of which the paper says so: *X, a 7B language model that*, *our model, X*.

    Of such names, annotators hold nine in ten for models. What lexicons know is left as it is.
    """
    called = {name.phrase.text for name in names if not name.name and _is_called_model(doc, name)}
    return _called(EntityType.MODEL, _with_partners(doc, called), names)


def _is_called_model(doc: Doc, name: Marked) -> bool:
    if name.type != EntityType.METHOD:
        return False
    text, start, end = text_of(doc), name.phrase.start_char, name.phrase.end_char
    if _MODEL_BEHIND.match(text, end, end + _PHRASE_BEHIND):
        return True
    return _MODEL_BEFORE.search(text[max(0, start - _PHRASE_BEFORE) : start]) is not None


def _with_data(doc: Doc, names: list[Marked]) -> list[Marked]:
    """Those models as benchmarks that are called data: *the Tulu 3 dataset*."""
    return [
        name._replace(type=EntityType.BENCHMARK.value, name="")
        if name.type == EntityType.MODEL and _DATA_BEHIND.match(text_of(doc), name.phrase.end_char)
        else name
        for name in names
    ]


def _without_tasks(doc: Doc, names: list[Marked]) -> list[Marked]:
    """The names without short forms of tasks: *continual semantic segmentation (CSS)*, where that is no name.

    Of 75 such short forms in the gold papers two are names, and lexicons know both.
    """
    places = {name.phrase for name in names}
    tasks = {short.text for short, long in pairs_of(doc) if long not in places and is_task(long.text)}
    if tasks:
        tasks -= {found.phrase.text for found in candidates(doc) if found.finder == CoinedNames.name}
    return [name for name in names if name.name or name.phrase.text not in tasks or name.type not in _OF_TASKS]


def _with_partners(doc: Doc, called: set[str]) -> set[str]:
    """The names, and the short or long forms that the paper gives with them."""
    for short, long in pairs_of(doc) if called else ():
        if not called.isdisjoint((short.text, long.text)):
            called |= {short.text, long.text}
    return called


def _called(type: EntityType, called: set[str], names: list[Marked]) -> list[Marked]:
    """The names, those methods among them that are called so being of the type."""
    return [
        name._replace(type=type.value, name="")
        if name.phrase.text in called and name.type == EntityType.METHOD
        else name
        for name in names
    ]
