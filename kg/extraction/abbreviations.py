"""Abbreviations and the long forms that a paper gives for them.

The algorithm is that of A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text", Pacific Symposium on Biocomputing 2003: what stands in parentheses is a
short form if its letters can be found, from right to left, in the words before it, the first of them at the
beginning of a word. As published it takes *Policy Optimization* for the long form of *PPO*, since the middle
letter stands in *oPtimization* too; so a long form whose words begin with the letters is looked for first.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.paper_doc import Phrase, phrase_at, text_of

_PAIRS = "abbreviation_pairs"

_PARENTHESES = re.compile(r"\(([^()]{1,80})\)")
_SHORT = re.compile(r"[^\W_](?:[\w.+*/&-]|\s(?=\S)){0,9}")
_BREAK = re.compile(r"[.;:!?()\[\]{}]\s|\n\n")
_DIGIT = re.compile(r"\d")
_WORD_BEGIN = re.compile(r"(?<![^\W_])[^\W_]")
#: Words that need no letter of their own: *Reinforcement Learning **from** Human Feedback*.
_SMALL = re.compile(r"(?:of|for|from|and|the|in|on|with|to|a|an|via|by|as)\b", re.IGNORECASE)


#: Offsets of a short form and of its long form, each start and end.
_Pair = tuple[tuple[int, int], tuple[int, int]]


@Language.component("abbreviations")
def mark_abbreviations(doc: Doc) -> Doc:
    """Write the doc's pairs into it, for `pairs_of`."""
    pairs = ((phrase_at(doc, *short), phrase_at(doc, *long)) for short, long in abbreviation_pairs(text_of(doc)))
    doc.user_data[_PAIRS] = [(short, long) for short, long in pairs if short and long]
    return doc


def pairs_of(doc: Doc) -> list[tuple[Phrase, Phrase]]:
    """The short and long forms that `mark_abbreviations` wrote into the doc."""
    pairs = doc.user_data.get(_PAIRS, [])
    assert isinstance(pairs, list)  # noqa: S101 (nobody else writes it)
    return pairs


def abbreviation_pairs(text: str) -> Iterator[_Pair]:
    """Yield the character offsets of each short form and of its long form.

    Both orders are found: *Proximal Policy Optimization (PPO)* and *PPO (Proximal Policy Optimization)*. Several names
    in parentheses, *pre-trained models (BERT, GPT-2)*, are examples, unless the first is made of initials.
    """
    for match in _PARENTHESES.finditer(text):
        inner, *others = (part.strip() for part in re.split(r"[,;]\s", match[1]))
        begin = match.start(1) + match[1].index(inner)
        pair = _long_form_before(text, match.start(), begin, inner) or _short_form_before(
            text, match.start(), begin, inner
        )
        if pair and not (others and is_short_form(others[0]) and not is_initials(inner, text[slice(*pair[1])])):
            yield pair


def _long_form_before(text: str, parenthesis: int, begin: int, inner: str) -> _Pair | None:
    if not is_short_form(inner):
        return None
    window = _window(text, parenthesis, len(inner))
    before = text[window:parenthesis].rstrip()
    start = long_form_start(inner, before)
    return None if start is None else ((begin, begin + len(inner)), (window + start, window + len(before)))


def _short_form_before(text: str, parenthesis: int, begin: int, inner: str) -> _Pair | None:
    word = re.search(r"([^\s(),;:]{2,10})\s*$", text[max(0, parenthesis - 12) : parenthesis])
    if not word or " " not in inner or not is_short_form(word[1]) or long_form_start(word[1], inner) != 0:
        return None
    if _DIGIT.search(inner) and not _DIGIT.search(word[1]):  # *LLMs (Llama 3.1)*
        return None
    at = max(0, parenthesis - 12) + word.start(1)
    return (at, at + len(word[1])), (begin, begin + len(inner))


def is_short_form(text: str) -> bool:
    """Whether the text may abbreviate something: 2 to 10 characters, at most two words, with a capital."""
    return (
        2 <= len(text) <= 10
        and len(text.split()) <= 2
        and _SHORT.fullmatch(text) is not None
        and any(letter.isupper() for letter in text)
    )


def is_initials(short: str, long: str) -> bool:
    """Whether the letters of a short form begin the words of the long one: *PPO*, but not *ToMer*, a Transformer."""
    return _start_by_initials([letter.lower() for letter in short.removesuffix("s") if letter.isalnum()], long) == 0


def long_form_start(short: str, before: str) -> int | None:
    """Where the long form of ``short`` begins in the text right before it; None if there is none.

    A plural *s* of the short form (*LLMs*) needs no letter in the long form.
    """
    if len(short) > 2 and short.endswith("s") and short[:-1].isupper():
        short = short[:-1]
    letters = [letter.lower() for letter in short if letter.isalnum()]
    start = _start_by_initials(letters, before)
    if start is None:
        start = _start_by_letters(letters, before)
    if start is None:
        return None
    words = before[start:].split()
    fits = len(" ".join(words)) > len(short) and len(words) <= 2 * len(short) and short not in words
    return start if fits else None


def _start_by_initials(letters: list[str], before: str) -> int | None:
    """Each letter begins a word, from the last word back; small words may stand between."""
    wanted = list(letters)
    for word in reversed(list(_WORD_BEGIN.finditer(before))):
        # A small word begins no long form: A stands not for *and* in *Abstraction and Reasoning Corpus (ARC)*.
        if before[word.start()].lower() == wanted[-1] and (len(wanted) > 1 or not _SMALL.match(before, word.start())):
            wanted.pop()
            if not wanted:
                return word.start()
        elif not _SMALL.match(before, word.start()):
            return None
    return None


def _start_by_letters(letters: list[str], before: str) -> int | None:
    """Each letter stands somewhere before the next, the first one at the beginning of a word."""
    at = len(before)
    for n in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (before[at].lower() != letters[n] or (n == 0 and at > 0 and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    return at


def _window(text: str, end: int, letters: int) -> int:
    """Where the words begin that may be the long form: min(letters + 5, 2 letters) of them, in one sentence."""
    begin = max(0, end - 200)
    begin = max((match.end() for match in _BREAK.finditer(text, begin, end)), default=begin)
    keep = min(letters + 5, 2 * letters)
    parts = text[begin:end].rsplit(None, keep)
    before = len(parts[0]) if len(parts) > keep else 0
    return end - len(text[begin + before : end].lstrip())
