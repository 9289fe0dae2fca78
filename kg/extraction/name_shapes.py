"""What a name looks like: its words, runs of them, and lists of names."""

import re
from collections.abc import Iterator
from functools import lru_cache

#: One word of a name: it begins with a capital, or holds a capital or a digit inside (*PPO*, *iGPT*, *π0*).
_WORD = r"(?:[A-Z](?:[\w+*@.]*[\w+*])?|[a-zα-ω]++(?:\d*+[A-Z][\w+*]*|\d\w*)|\d++[A-Z][\w+*]*)"
#: The same with its hyphens: *DeepSeek-R1*, *Learning-to-Modulate*.
_HYPHENATED = rf"{_WORD}(?:[-–/][\w+*.]*[\w+*])*"
#: Words that may stand inside a name in title case: *Reinforcement Learning **from** Human Feedback*.
_LINK = r"(?:of|from|for|with|and|the|to|in|on|via|by|as|a|&)"
#: A name of one to eight words, as a regular expression.
NAME = rf"{_HYPHENATED}(?:\s(?:{_LINK}\s){{0,2}}{_HYPHENATED}){{0,7}}"

_NAME_WORD = re.compile(rf"(?<![\w-]){_HYPHENATED}")
_BETWEEN_ITEMS = re.compile(r",\s|,?\s(?:and|&|or|as\swell\sas)\s(?:the\s)?|/")
_PAIR = re.compile(r"\s(?:and|&)\s")
_EDGE = " \t\n,.;:'\"“”‘’–-*`"
#: Endings that make an adjective of a name: *PPO-based*.
_ADJECTIVE = re.compile(
    r"[-–](?:[a-z]+ed|driven|style|like|level|specific|free|aware|only|parameter|centric|token|[a-z]+ing)$"
)
_SIZE = re.compile(r"\d+(?:\.\d+)?[BMTKkx%]?|\d+-?[Dd]|\d+[a-z]{1,2}")
_DETERMINER = re.compile(r"(?:the|an?|our|in|on|for|we|using|with|this|these)\s", re.IGNORECASE)

#: Words that are no name by themselves, however they are written.
_ORDINARY_WORDS = """
a an and also as at both by code codes data each figure for from further furthermore here however if in it its
let llm llms lm lms moreover more most no on one our section so such table that the their these this those
three to two under unlike using vlm vlms we when where while with within without ai nlp ml mllm mllms iid sota
dnn dnns mdp mdps pomdp pomdps github huggingface arxiv http https project page english chinese python gpu
gpus cpu part i ii iii iv vla vlas lrm lrms slm slms
"""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())


def name_lists(text: str) -> Iterator[list[tuple[int, int]]]:
    """Lists of names as *MATH, GSM8K and Meta World*: the offsets of each name, a list of one where it stands alone."""
    items: list[tuple[int, int]] = []
    for match in _NAME_WORD.finditer(text):
        start, end = match.span()
        between = text[items[-1][1] : start] if items else None
        if between is not None and between.isspace() and len(between) == 1:
            items[-1] = (items[-1][0], end)
        elif between is not None and _BETWEEN_ITEMS.fullmatch(between):
            items.append((start, end))
        else:
            if items:
                yield items
            items = [(start, end)]
    if items:
        yield items


def looks_named(text: str) -> bool:
    """Whether a run of words may be a name by its shape alone: it neither begins nor ends with an ordinary word."""
    words = text.split()
    if not words or words[0].lower() in _ORDINARY or words[-1].lower() in _ORDINARY:
        return False
    return len(words) > 1 or distinctive(text) or (text[:1].isupper() and len(text) > 2)


@lru_cache(maxsize=1 << 16)
def distinctive(word: str) -> bool:
    """Whether a word cannot be an ordinary one: *GSM8K*, *ReLIC*, *SPO-tree*, but not *Falcon* or *Black-Box*."""
    return any(_distinctive(part) for part in re.split("[-–/]", word))


def _distinctive(word: str) -> bool:
    if len(word) < 2 or word.lower() in _ORDINARY or _SIZE.fullmatch(word):
        return False
    mixed = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
    return mixed or any(c.isupper() for c in word[1:])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut spaces, marks, leading determiners and endings like *-based* from ``text[start:end]``."""
    while start < end:
        determiner = _DETERMINER.match(text, start, end)
        if determiner:
            start = determiner.end()
        elif text[start] in _EDGE:
            start += 1
        else:
            break
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    adjective = _ADJECTIVE.search(text[start:end])
    return start, start + adjective.start() if adjective else end


def split_pair(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The offsets of both names where ``text[start:end]`` joins two distinctive ones by *and*, else the whole."""
    match = _PAIR.search(text, start, end)
    if match and distinctive(text[match.end() : end]) and distinctive(text[start : match.start()].split()[-1]):
        return [(start, match.start()), (match.end(), end)]
    return [(start, end)]


def places(text: str, name: str, *, plural: bool = False) -> Iterator[int]:
    """Where a name stands in the text as a whole word, or before the *s* of a plural if ``plural``."""
    # A regular expression for each paper would take longer to build than this takes to search.
    start = text.find(name)
    while start >= 0:
        before, after = text[max(0, start - 1) : start], text[start + len(name) : start + len(name) + 2]
        behind = after[1:] if plural and after[:1] == "s" else after[:1]
        if not _in_word(before) and not _in_word(behind):
            yield start
        start = text.find(name, start + 1)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
