"""The page's script: JavaScript modules, put into one text in the order in which they need one another."""

import re
from collections.abc import Callable

_IMPORT = re.compile(r"^import \{[^}]*\} from '\./([\w-]+\.js)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async |function |const |class )", re.MULTILINE)


def in_order(read: Callable[[str], str], entry: str) -> list[str]:
    """The names of the modules that ``entry`` needs, each behind those that it imports, ``entry`` last.

    ``read`` gives the text of a module. Raises ValueError where modules import one another in a ring.
    """
    done: list[str] = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ValueError(f"modules import one another: {' → '.join((*above, name))}")
        if name in done:
            return
        for other in _IMPORT.findall(read(name)):
            visit(other, (*above, name))
        done.append(name)

    visit(entry, ())
    return done


def one_script(read: Callable[[str], str], entry: str) -> str:
    """The module ``entry`` and all that it needs as one script, which leaves no global name behind."""
    parts = "\n".join(_without_seams(read(name)) for name in in_order(read, entry))
    return f"(() => {{\n'use strict';\n\n{parts}}})();\n"


def _without_seams(text: str) -> str:
    """The text of a module without its imports and the word ``export``: in one script all names are known."""
    return _EXPORT.sub("", _IMPORT.sub("", text)).lstrip("\n")
