"""spaCy's English tokenizer, with cuts where names of methods and models begin and end.

The stock rules keep ``SFT+DPO``, ``LLaMA2-7B/3.1-8B`` and ``\\textbf{FormaRL}`` in one piece. Here every dash,
slash, brace and operator is a token of its own, so that nearly every name is a run of whole tokens.
"""

from collections.abc import Callable

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

#: Its name among spaCy's tokenizers.
NAME = "kg.science_tokenizer"

_MARK = r"[-–—‐/\\_(){}\[\]$^~*&+=:;,<>|`×±∼≈→←↑↓≤≥√∞]"
#: Abbreviations that end in a full stop and no sentence, beside those that spaCy knows.
_ABBREVIATIONS = ("al.", "cf.", "resp.", "Fig.", "Figs.", "Eq.", "Eqs.", "Sec.", "approx.", "w.r.t.", "i.i.d.")
#: A full stop after a name that ends in a capital (*GSM8K.*, *AdamW.*, *Swin-B.*) is no part of it; after *J.* it is.
_STOP = r"(?<=[a-z\d–-][A-Z])\."

#: So many strings between spaces are remembered with their tokens: more than a thousand papers hold the spaCy
#: default of 10,000, and to cut a string anew takes fifty times as long.
_REMEMBERED = 1 << 16


def science_tokenizer(nlp: Language) -> Tokenizer:
    """Build the tokenizer for ``nlp``'s vocabulary; spaces and abbreviations like *e.g.* stay as in English."""
    defaults = nlp.Defaults
    # White space is a token without a rule as well; but what follows a rule's string in a text is not remembered.
    rules = {word: rule for word, rule in (defaults.tokenizer_exceptions or {}).items() if not word.isspace()}
    return Tokenizer(
        nlp.vocab,
        rules={**rules, **{word: [{ORTH: word}] for word in _ABBREVIATIONS}},
        prefix_search=compile_prefix_regex([*(defaults.prefixes or ()), _MARK]).search,
        suffix_search=compile_suffix_regex([*(defaults.suffixes or ()), _MARK, _STOP]).search,
        infix_finditer=compile_infix_regex([*(defaults.infixes or ()), _MARK]).finditer,
        max_cache_size=_REMEMBERED,
    )


def make_science_tokenizer() -> Callable[[Language], Tokenizer]:
    """What spaCy asks for, so that it does not build its own first, which takes as long."""
    return science_tokenizer


registry.tokenizers(NAME, func=make_science_tokenizer)
