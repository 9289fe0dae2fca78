"""The rules in their order, until none of them finds anything more."""

import re
from collections.abc import Callable, Iterable

from kg.alignment import AsRead, Change, Step, apply
from kg.readers.cleaning.characters import compose, drop_hidden, one_for_one
from kg.readers.cleaning.double_encoding import decode_twice
from kg.readers.cleaning.entities import replace_entities
from kg.readers.cleaning.formulas import drop_second_forms, put_on_a_line
from kg.readers.cleaning.latex import replace_latex
from kg.readers.cleaning.line_breaks import fold_spaces, join_words
from kg.readers.cleaning.notices import cut_heading, cut_notices
from kg.readers.cleaning.sentence_ends import part_sentences
from kg.readers.cleaning.tags import drop_no_text, remove_tags

#: Tells what to change in a text, in its order and without overlaps.
Rule = Callable[[str], Iterable[Change]]

_MARKUP: tuple[Rule, ...] = (
    decode_twice,
    replace_entities,
    drop_no_text,
    drop_second_forms,
    put_on_a_line,
    remove_tags,
    replace_latex,
    drop_hidden,
    compose,
    join_words,
)
_TITLE: tuple[Rule, ...] = (fold_spaces,)
_ABSTRACT: tuple[Rule, ...] = (fold_spaces, part_sentences, cut_heading, cut_notices)
#: What comes in layers is cleaned layer by layer (``&lt;i&gt;`` is a tag), but nobody writes more layers than this.
_ROUNDS = 12
#: What is true of most names, and there are many: words of letters and marks for which there are no rules.
_WORD = r"[!-#%'-,.-;=-\[\]-_a-z|]++"
_CLEAN_NAME = re.compile(rf"(?:{_WORD}(?:[ -]{_WORD})*+)?")
#: In a text of these alone, without two hyphens in a row, the rules for markup find nothing.
_CLEAN = bytes(set(range(0x20, 0x7F)) - set(b"$&<\\`{}~"))


def clean_title(text: str) -> tuple[str, AsRead | None]:
    """The title as one clean line, and the way back to the text as read; None if it is the same."""
    return _clean(text, _TITLE)


def clean_abstract(text: str) -> tuple[str, AsRead | None]:
    """The abstract as one clean line without a heading *Abstract* or copyright, and the way back as for a title."""
    return _clean(text, _ABSTRACT)


def clean_name(text: str) -> str:
    """The name of a person, a journal or a keyword, clean and on one line."""
    return text if _CLEAN_NAME.fullmatch(text) else _clean(text, _TITLE)[0]


def _may_be_dirty(text: str) -> bool:
    return not text.isascii() or "--" in text or text.encode().translate(None, _CLEAN) != b""


def _clean(text: str, last: tuple[Rule, ...]) -> tuple[str, AsRead | None]:
    clean, steps = text, list[Step]()
    for _ in range(_ROUNDS if text else 0):
        before = clean
        if _may_be_dirty(clean):
            clean = one_for_one(_follow(_MARKUP, clean, steps))
        clean = _follow(last, clean, steps)
        if clean == before:
            break
    return clean, AsRead(text, tuple(steps)) if clean != text else None


def _follow(rules: tuple[Rule, ...], text: str, steps: list[Step]) -> str:
    """The text after the rules; what they changed is added to the steps."""
    for rule in rules:
        if changes := tuple(rule(text)):
            text, step = apply(text, changes)
            if step:
                steps.append(step)
    return text
