"""What LaTeX macros without an argument stand for: ``\\alpha`` → *α*, ``\\times`` → *×*."""

from functools import cache

_OF_OUR_OWN = {
    "deg": "°", "degree": "°", "eg": "e.g.", "ie": "i.e.", "etal": "et al.", "cf": "cf.", "aka": "a.k.a.",
    "xspace": "", "newline": " ", "quad": " ", "qquad": " ", "par": " ", "noindent": "", "item": " ", "space": " ",
    "left": "", "right": "", "bigl": "", "bigr": "", "Bigl": "", "Bigr": "", "big": "", "Big": "", "bigg": "",
    "Bigg": "", "limits": "", "nolimits": "", "displaystyle": "", "textstyle": "", "scriptstyle": "", "mathop": "",
    "operatorname": "", "protect": "", "centering": "", "smallskip": " ", "medskip": " ", "bigskip": " ",
    "leavevmode": "", "vphantom": "", "ensuremath": "", "textless": "<", "textgreater": ">", "lbrack": "[",
    "rbrack": "]",
}  # fmt: skip
#: In the table of pylatexenc, but with an argument, or made at the time of day.
_LEFT_OUT = frozenset(
    "input include today texorpdfstring footnote url href title author date maketitle item begin end emph "
    "hint hints hinweis hinweise b c d H k r t u v i j".split()
)


@cache
def symbols() -> dict[str, str]:
    """Each macro's name without its backslash → the characters that it shows."""
    from pylatexenc.latex2text import get_default_latex_context_db

    found = {"i": "ı", "j": "ȷ"}
    context = get_default_latex_context_db()
    for category in context.categories():
        for name, spec in context.d[category]["macros"].items():
            shown = spec.simplify_repl
            if isinstance(shown, str) and shown and "%" not in shown and name not in _LEFT_OUT:
                found.setdefault(name, shown)
    return found | _OF_OUR_OWN
