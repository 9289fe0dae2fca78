"""The language a paper is written in: by the words that any English text has, in doubt by letter statistics."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_ENGLISH = frozenset(
    "and are be been between both but by can for from have how into is it its of our such than that the their "
    "these they this those through to using we were when which while with".split()
)
#: How English words end, and seldom those of other languages; letter statistics take twenty times as long.
_ENGLISH_ENDING = re.compile(r"(?:ing|ed|ly|ity|ics?|ness|sis|dge|ware)\W*$")
#: A title with this share of such words is English; of foreign ones that borrow *Machine Learning* few have as many.
_ENDING_SHARE = 0.25
#: A text with this share of these words is English; of 60,000 English abstracts one in a thousand has fewer.
_SHARE = 0.11
#: An English passage of so many such words makes a text in two languages one that can be read.
_PASSAGE = 15
#: Fewer words, or characters of a script without spaces, tell nothing.
_FEW_WORDS, _FEW_LETTERS = 8, 6
#: An abstract this long, in words, speaks for itself, whatever the title says.
_ENOUGH = 20
#: The least probability at which the letters' word is taken, in a short text and in an abstract.
_SURE, _LIKELY = 0.999, 0.9
#: Latin is what text that fills a form is in, and no paper.
_NO_PAPERS = frozenset({"en", "la"})
#: How much of a text is looked at, in characters.
_SAMPLE = 2000
#: Script → the language most written in it, by the first word of its letters' Unicode names.
_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he",
    "GREEK": "el", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
#: In these scripts several languages are written, and the letters tell which.
_SHARED = frozenset({"ru", "ar", "hi"})
_LETTERS = re.compile(r"[^\W\d_]")


def language_of(title: str, abstract: str) -> str | None:
    """The ISO 639-1 code of a language that is surely not English; None for English, and where it is too short to tell.

    The abstract decides where there is one: an English title over a foreign abstract makes no English paper.
    """
    text = abstract[:_SAMPLE]
    words = text.lower().split()
    if len(words) < _ENOUGH and not _script(text):
        text = f"{title[:_SAMPLE]} {text}".strip()
        words = text.lower().split()
    english = sum(map(_ENGLISH.__contains__, words))
    if english >= _PASSAGE or english > _SHARE * len(words):
        return None
    if script := _script(text):
        return _by_letters(text, _LIKELY, script) if script in _SHARED else script
    if len(words) < _FEW_WORDS:
        return None
    if len(words) >= _ENOUGH:
        return _by_letters(text, _LIKELY)
    endings = sum(word in _ENGLISH or _ENGLISH_ENDING.search(word) is not None for word in words)
    return None if endings >= _ENDING_SHARE * len(words) else _by_letters(text, _SURE)


def _script(text: str) -> str | None:
    """The language of the script in which most of the text's letters are; None if they are Latin or few."""
    if text.isascii():
        return None
    letters = _LETTERS.findall(text)
    foreign = [letter for letter in letters if letter > "\u036f" and not "\u1e00" <= letter <= "\u1eff"]
    if len(foreign) < _FEW_LETTERS or len(foreign) * 3 < len(letters):
        return None
    names = [unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in foreign]
    scripts = {_SCRIPTS[name] for name in names if name in _SCRIPTS}
    if "ja" in scripts and names.count("HIRAGANA") + names.count("KATAKANA") > len(names) / 20:
        return "ja"
    counts = {code: sum(_SCRIPTS.get(name) == code for name in names) for code in scripts}
    return max(sorted(counts), key=counts.__getitem__, default=None)


def _by_letters(text: str, least: float, otherwise: str | None = None) -> str | None:
    language, probability = _classifier()(text)
    return language if language not in _NO_PAPERS and probability >= least else otherwise


@cache
def _classifier() -> "Callable[[str], tuple[str, Any]]":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    classify: Callable[[str], tuple[str, Any]] = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True
    ).classify
    return classify
