"""How a name is written: its plain text, its words, and the key under which spellings fall together."""

import logging
import re
import unicodedata
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text

from kg.names import one_line
from kg.resolution.word_forms import singular

_LATEX = re.compile(r"[\\${}]")
_APOSTROPHE = re.compile(r"(?<=\w)['\u2019](?=\w)")
#: A full stop between digits belongs to the number: *Llama 3.1* is not *Llama 31*.
_APART = re.compile(r"(?:[^\w@+*#%.∞]|_|(?<!\d)\.|\.(?!\d))+")
#: *mAP@.5* is *mAP@0.5*, and not *mAP@5*.
_BARE_POINT = re.compile(r"(?<=@)\.(?=\d)")
#: What must not run into what stands before it: *InternVL3-8B* is not *InternVL-38B*, and *ViT-S* not *ViTs*.
_RUNS_ON = re.compile(r"(?<=\d) (?=\d)|(?<=[a-z]) (?=s$)", re.IGNORECASE)
#: *Claude-3-7-Sonnet* is *Claude 3.7 Sonnet*; *Llama-3-8B* is no version 3.8.
_VERSION_WITH_HYPHEN = re.compile(r"(?<=[A-Za-z]-)(\d)-(\d)(?=-[A-Za-z\d]|$)")
_GREEK = re.compile("[\u0370-\u03ff]")
_ACCENTS = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")
_TIMES = re.compile(r"(?<=\d)×(?=\d)")
#: What stands above a letter stands behind it: *Q^\** is *Q\**, *M^3-Bench* is *M3-Bench*.
_RAISED = re.compile(r"(?<=[^\W\d_])\^(?=[\w*+])")
# What it warns of is a name that was cut within a formula; the rest of the name is read all the same.
logging.getLogger("pylatexenc").setLevel(logging.ERROR)
_to_text = LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text

#: Words of a name as they are written, without hyphens, spaces and other marks.
Words = tuple[str, ...]


@lru_cache(maxsize=1 << 19)
def plain(name: str) -> str:
    r"""The name on one line without LaTeX: ``T\"ULU`` → *TÜLU*, ``$\mathcal{B}$-Coder`` → *B-Coder*.

    A name that is nothing but a macro of the paper's own (``\model``) stays as it is.
    """
    name = _RAISED.sub("", name.replace("\\+", "+"))
    if not _LATEX.search(name):
        return one_line(name)
    try:
        text = one_line(unicodedata.normalize("NFKC", _to_text(name)))
    except RecursionError:  # hundreds of braces in one another are no name
        return one_line(name)
    return _RAISED.sub("", text) if any(letter.isalnum() for letter in text) else one_line(name)


@lru_cache(maxsize=1 << 19)
def words_of(name: str) -> Words:
    """The words of a name without accents, Greek letters by their names: *β-VAE* → ``("beta", "VAE")``."""
    text = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", plain(name)))
    if not text.isascii():
        text = _TIMES.sub("x", unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text))))
    text = _BARE_POINT.sub("0.", _VERSION_WITH_HYPHEN.sub(r"\1.\2", text))
    return tuple(filter(None, _APART.split(_GREEK.sub(_letter_name, text))))


def joined(words: Words) -> str:
    """The words as one key, case aside."""
    key = _RUNS_ON.sub("-", " ".join(words)).replace(" ", "")
    return unicodedata.normalize("NFKC", key.casefold())


def spelling_key(name: str) -> str:
    """The key that *LLaMA-2*, *Llama 2* and *llama2* share; the name itself where nothing else is left of it."""
    return joined(words_of(name)) or name


def shown_keys(name: str) -> frozenset[str]:
    """The keys of the name and of its singular, under which it may be shown."""
    head, space, last = plain(name).rpartition(" ")
    return frozenset(map(spelling_key, (name, head + space + singular(last))))


def _letter_name(letter: re.Match[str]) -> str:
    bare = unicodedata.normalize("NFD", letter[0])[0]
    name = unicodedata.name(bare, "").rpartition(" ")[2].lower()
    # Between letters of the name's own, as in "μTransfer", the Greek one is a word's beginning.
    return "lambda" if name == "lamda" else name or letter[0]
