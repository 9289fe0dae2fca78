"""A JSON document written piece by piece, so that a large graph needs no large memory."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TextIO


def write_json(value: Any, stream: TextIO) -> None:
    """Write a value; an iterator becomes an array with an element a line. Raises ValueError at nan and infinity."""
    if isinstance(value, Mapping):
        stream.write("{")
        for number, (name, each) in enumerate(value.items()):
            stream.write(f"{',' if number else ''}\n{_text(name)}: ")
            write_json(each, stream)
        stream.write("\n}")
    elif isinstance(value, Iterator):
        stream.write("[")
        for number, each in enumerate(value):
            stream.write(("," if number else "") + "\n" + _text(each))
        stream.write("\n]")
    else:
        stream.write(_text(value))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
