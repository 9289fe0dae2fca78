"""Formulas as XML holds them: MathML, and TeX beside it or alone. Each is kept once, on one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.alignment import Change

_PREFIX = r"(?:[A-Za-z][\w.]{0,20}:)?"


def _element(names: str, longest: int) -> re.Pattern[str]:
    """An element of one of these names that holds none of them; its content is the second group."""
    attributes = r"(?:\s[^<>]{0,2000})?"
    content = rf"(?:[^<]|<(?!/?{_PREFIX}(?:{names})[\s>])){{0,{longest}}}"
    return re.compile(rf"<{_PREFIX}({names}){attributes}>({content})</{_PREFIX}\1\s*>")


#: A formula's second form: notes for programs.
_NOTE = _element("annotation|annotation-xml", 20_000)
_TEX = _element("tex-math", 20_000)
_MATH = _element("math", 50_000)
_PREAMBLE = re.compile(
    r"\\documentclass(?:[^\\]|\\(?!begin\{document\}|documentclass)){0,3000}\\begin\{document\}|\\end\{document\}"
)
_TAG = re.compile(rf"\s*<(/?){_PREFIX}([A-Za-z]+)(?:\s[^<>]{{0,2000}}?)?(/?)>\s*")
_ONE_PART = re.compile(rf"[^<]*</{_PREFIX}\w+>\s*</")
#: What stands between the parts of a formula's elements.
_BETWEEN = {"msup": ("^",), "msub": ("_",), "msubsup": ("_", "^"), "mfrac": ("/",), "munderover": ("_", "^")}
_GROUPS = frozenset(_BETWEEN) | {"mrow"}
#: How far around TeX its MathML may stand, in characters.
_NEAR = 20_000


def drop_second_forms(text: str) -> Iterator[Change]:
    """Drop TeX beside MathML, notes for programs, and the preamble of TeX that is a document of its own."""
    if "\\documentclass" in text:
        yield from (Change(*part.span(), "") for part in _PREAMBLE.finditer(text))
    elif "<" in text:
        yield from sorted([*(Change(*note.span(), "") for note in _NOTE.finditer(text)), *_tex_beside_mathml(text)])


def put_on_a_line(text: str) -> Iterator[Change]:
    """MathML as a line of text, ``^`` before a power and ``/`` in a fraction."""
    if "<" in text:
        for formula in _MATH.finditer(text):
            yield from _on_a_line(text, formula)


def _tex_beside_mathml(text: str) -> Iterator[Change]:
    if ":math" not in text and "<math" not in text:
        return
    for tex in _TEX.finditer(text):
        before = text[max(0, tex.start() - _NEAR) : tex.start()].rpartition("inline-formula")[2]
        behind = text[tex.end() : tex.end() + _NEAR].partition("inline-formula")[0]
        if "math" in before + behind:
            yield Change(*tex.span(), "")


@dataclass(slots=True)
class _Element:
    """An element of a formula, while it is open."""

    name: str
    #: What is written where it closes.
    end: str = ""
    #: How many parts of it have begun.
    parts: int = 0

    def next_mark(self) -> str:
        """What stands before its next part."""
        marks = _BETWEEN.get(self.name, ())
        self.parts += 1
        return marks[self.parts - 2] if 2 <= self.parts <= len(marks) + 1 else ""


def _on_a_line(text: str, formula: re.Match[str]) -> Iterator[Change]:
    start, end = formula.span(2)
    yield Change(formula.start(), start, "")
    elements = [_Element("math")]
    for tag in _TAG.finditer(text, start, end):
        closes, name, is_empty = tag.groups()
        if closes:
            mark = elements.pop().end if len(elements) > 1 else ""
        else:
            mark = elements[-1].next_mark()
            is_group = bool(mark) and name in _GROUPS and _has_parts(text, tag.end(), end)
            mark += "(" if is_group else ""
            if not is_empty:
                elements.append(_Element(name, ")" if is_group else ""))
        yield Change(*tag.span(), mark)
    yield Change(end, formula.end(), "")


def _has_parts(text: str, begin: int, end: int) -> bool:
    """Whether the element that opens before ``begin`` holds more than one part."""
    first = _TAG.match(text, begin, end)
    return bool(first and not _ONE_PART.match(text, first.end(), first.end() + 300))
