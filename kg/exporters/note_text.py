"""Text of papers as it stands in a note: never markup, a link, a tag or a formula."""

import json
import re
from collections.abc import Iterable

#: Marks, and the places in an address without which it is no link.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|!$%^~=&]|:(?=//)|(?<=www)\.", re.IGNORECASE)
#: At the beginning of a line these make a list, a rule or a quotation.
_LINE_START = re.compile(r"^(\d*)(?=[-+]|(?<=\d)[.)])", re.MULTILINE)
#: Four of them make code.
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
#: What YAML wants escaped besides what JSON escapes.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_NOT_IN_LINKS = str.maketrans({"[": "(", "]": ")", "|": "/"})


def as_text(text: str) -> str:
    """The text with a backslash before whatever Markdown would take for markup."""
    return _LINE_START.sub(r"\1\\", _INDENT.sub("", _MARKUP.sub(r"\\\g<0>", text))).strip()


def link(path: str, label: str) -> str:
    """A link to a note, shown under a label; a link knows no escapes, so that its label has other brackets."""
    return f"[[{path}|{' '.join(label.translate(_NOT_IN_LINKS).split())}]]"


def yaml_value(value: object) -> str:
    """A string, number, boolean or list of these in YAML, on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(yaml_value, value))}]"
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def front_matter(properties: Iterable[tuple[str, object]]) -> str:
    """The block of properties at the top of a note."""
    lines = (f"{name}: {yaml_value(value)}\n" for name, value in properties)
    return f"---\n{''.join(lines)}---\n"
