"""Abbreviations that the lexicons know, for names that hold one: *visual RL* is *visual reinforcement learning*."""

from functools import cache

from kg.lexicons import read_names
from kg.model import EntityType
from kg.resolution.surface import Words, words_of

_LONGEST = 6
#: What stands in names and is no name of its own.
_OF_NO_NAME: dict[str, Words] = {
    "ASR": ("automatic", "speech", "recognition"),
    "DNN": ("deep", "neural", "network"),
    "KV": ("key", "value"),
    "LLM": ("large", "language", "model"),
    "LM": ("language", "model"),
    "MLLM": ("multimodal", "large", "language", "model"),
    "NN": ("neural", "network"),
    "QA": ("question", "answering"),
    "TTS": ("text", "to", "speech"),
    "VLA": ("vision", "language", "action"),
    "VLM": ("vision", "language", "model"),
    "VQA": ("visual", "question", "answering"),
}


@cache
def known_expansions() -> dict[str, Words]:
    """Each abbreviation in capitals, of two to six letters, and the words of what it is short for."""
    return _OF_NO_NAME | {
        alias: words_of(entry.name)
        for type in EntityType
        for entry in read_names(type)
        for alias in entry.aliases
        if alias.isalpha() and alias.isupper() and 1 < len(alias) <= _LONGEST and len(words_of(entry.name)) > 1
    }
