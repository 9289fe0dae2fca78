"""One value in a text of JSON, decoded by msgspec where it can, and else by Python's own `json`.

Both give the same values, msgspec several times as fast. It refuses some of what json takes (NaN, half of a surrogate
pair, raw line breaks in strings), and says less of what is wrong. Long members that no reader asks for are left out.
"""

import json
import re
from typing import Any

import msgspec

# Raw line breaks and tabs in strings are no JSON, but harm nobody.
_DECODER = json.JSONDecoder(strict=False)
#: Finds where a value ends, and builds nothing.
_BOUNDS = msgspec.json.Decoder(msgspec.Raw)
#: Where a text is no JSON any more: behind a value, or within it.
_FAULT = re.compile(r"(trailing characters )?\(byte (\d+)\)")
#: Where the other half of one is missing, msgspec takes the text for cut off.
_SURROGATE = re.compile(r"\\u[dD][89A-Fa-f]")
#: Parts an object, and builds none of its members.
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
#: What no reader asks for, and may be most of a record: what a paper cites, what cites it, its vector.
UNREAD = frozenset("references reference referenced_works related_works citations embedding".split())
#: A member longer than this is left out then, of an object twice as long; in bytes, and no count is so long.
LONG = 4_000
#: So much of a text is looked at first for the end of a value, in characters, and so many times more then.
VIEW, _WIDER = 4_096, 4


def parsed(text: str) -> Any:
    """The one value that a text holds. Raises as `json.loads` does."""
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return json.loads(text)


def value_at(text: str, at: int, view: int = VIEW) -> tuple[Any, int]:
    """The value that begins there, and where it ends, which is likely to be in view: within so many characters.

    Raises JSONDecodeError, another ValueError, or RecursionError.
    """
    if text[at : at + 1] in ("{", "["):
        try:
            data = _container(text, at, view)
            # What can be decoded is all of it: no part of an object or array is one.
            return _decoded(data), at + len(data.decode())
        except (msgspec.DecodeError, RecursionError):
            pass
    return _DECODER.raw_decode(text, at)


def _decoded(data: bytes) -> Any:
    """The value; of a long record without what is `UNREAD`."""
    if len(data) < 2 * LONG or not data.startswith(b"{"):
        return msgspec.json.decode(data)
    members = _MEMBERS.decode(data)
    # What has no title may be a list of papers under any key.
    unread = UNREAD & members.keys() if "title" in members else ()
    for key in unread:
        if memoryview(members[key]).nbytes > LONG:
            del members[key]
    return {key: msgspec.json.decode(value) for key, value in members.items()}


def _container(text: str, at: int, size: int) -> bytes:
    """The object or array that begins there; nothing if it is none for msgspec. Raises JSONDecodeError if it is cut."""
    while True:
        data = text[at : at + size].encode()
        try:
            _BOUNDS.decode(data)
        except msgspec.DecodeError as exc:
            fault = _FAULT.search(str(exc))
            place = int(fault[2]) if fault else len(data)
            if fault and (fault[1] or place < len(data)):
                # The byte is counted from 1 where another value follows.
                return data[: place - 1] if fault[1] else b""
            if at + size >= len(text):
                if fault or _SURROGATE.search(text, at):
                    return b""
                raise json.JSONDecodeError("Unterminated value", text, len(text)) from exc
        else:
            return data
        size *= _WIDER
