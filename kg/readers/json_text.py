"""JSON of any length, a value at a time, with a way on behind one that is broken.

Parsers that stream, such as ijson, are slower on whole records and end at the first error, with all that stands behind
it. Here the next record is looked for: where each stands on a line of its own, at the next line that begins like one;
else where the keys come by which the last good one began.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.readers.json_values import VIEW, value_at
from kg.readers.text_window import LONGEST_RECORD, TextWindow

_SPACE = re.compile(r"[\s\x1e\ufeff]*")
_SCALAR = r'(?:"(?:[^"\\]|\\.){0,999}+"|[\w.+-]{1,40})'
_KEY = r'"((?:[^"\\]|\\.){0,99}+)"\s*:\s*'
#: What may stand between the first two keys of an object, the second of which may lie inside the value of the first.
_BETWEEN = rf"(?:(?:{_SCALAR}|\{{\s*\}}|\[[^\[\]{{}}]{{0,999}}\])\s*,|\[?\s*\{{)\s*"
_BEGINNING = re.compile(rf"\{{\s*{_KEY}{_BETWEEN}{_KEY}")


class BrokenJson(Exception):
    """A value that cannot be read; the text says why. It never leaves the readers."""

    def __init__(self, reason: str, members: dict[str, Any] | None = None) -> None:
        super().__init__(reason)
        #: The members of the object that could be read before it broke.
        self.members = members or {}


class NestedTooDeeply(BrokenJson):
    """A value in a value in a value …, deeper than any record."""


class JsonText:
    """A place in a JSON text, with the steps from there. Each step raises BrokenJson."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.window = TextWindow(pieces)
        self._model, self._view = "", VIEW

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        window = self.window
        while True:
            window.at = _SPACE.match(window.text, window.at).end()  # type: ignore[union-attr]  # it matches nothing, too
            if window.at < len(window.text):
                return window.text[window.at]
            if not window.grow():
                return ""

    def take(self, mark: str) -> None:
        """Step over a character that has to stand here."""
        if self.peek() != mark:
            raise self._broken(f"“{mark}” was expected", self.window.at)
        self.window.at += 1

    def value(self, longest: int = LONGEST_RECORD) -> Any:
        """The value that begins here, of at most so many characters."""
        self.peek()
        while True:
            try:
                value, end = value_at(self.window.text, self.window.at, self._view)
            except RecursionError as exc:
                raise NestedTooDeeply("not usable JSON: it is nested too deeply") from exc
            except json.JSONDecodeError as exc:
                if not self._may_go_on(exc, longest):
                    raise self._broken(exc.msg, exc.pos) from exc
            except ValueError as exc:
                raise BrokenJson(f"not usable JSON: {exc}") from exc
            else:
                # A number may go on behind what is in view.
                if end < len(self.window.text) or not self.window.grow():
                    # The next is about as long.
                    self._view, self.window.at = max(VIEW, (end - self.window.at) * 5 // 4), end
                    return value

    def each_key(self) -> Iterator[str]:
        """Each key of the object that begins here; whoever is handed one takes the value."""
        self.take("{")
        while self.peek() != "}":
            key = self.value()
            self.take(":")
            yield str(key)
            if self.peek() != "}":
                self.take(",")
        self.take("}")

    def remember(self, start: int) -> None:
        """Take the record that began there for a model of how records begin."""
        self._model = self.window.text[start : start + 2_000]

    def go_to_next(self, start: int, listed: bool = True) -> bool:
        """Go to the next record behind the broken one that began there, ``listed`` if it stands in an array.

        False if there is none, and then all is passed over; or if nothing tells how records begin.
        """
        pattern = self._next_record(start, listed)
        self.window.at = min(start + 1, len(self.window.text))
        match = self.window.find(pattern) if pattern else None
        if match:
            self.window.at = match.end() - 1 if match.lastindex is None else match.start()
        return match is not None

    def _next_record(self, start: int, listed: bool) -> re.Pattern[str] | None:
        text = self.window.text
        indent = text[text.rfind("\n", 0, start) + 1 : start]
        # A line that is longer than all that is in view ends somewhere behind it.
        if not indent.strip(" \t") and (text.find("\n", start) >= 0 or self.window.too_long()):
            return re.compile(rf"\n{indent}(?:[\[,][ \t]*)?\{{")
        # What lies inside an object that stands alone may begin like itself: the works that a paper cites.
        keys = _BEGINNING.match(self._model or (text[start : start + 2_000] if listed else ""))
        if not keys:
            return None
        first, second = (rf'("{re.escape(key)}")\s*:\s*' for key in keys.groups())
        return re.compile(rf"\{{\s*{first}{_BETWEEN}{second}")

    def _may_go_on(self, exc: json.JSONDecodeError, longest: int) -> bool:
        """Whether the value may only be cut off by the end of the window, and there is more to come."""
        window = self.window
        cut = exc.msg.startswith("Unterminated string") or exc.pos >= len(window.text) - 16
        return cut and len(window.text) - window.at <= longest and window.grow()

    def _broken(self, what: str, place: int) -> BrokenJson:
        if self.window.too_long():
            return BrokenJson(f"a record of more than {LONGEST_RECORD // 1_000_000} million characters")
        if place >= len(self.window.text) or what.startswith("Unterminated string"):
            return BrokenJson("cut off: the source ends inside this record")
        return BrokenJson(f"not JSON: {what} in line {self.window.line(place)}")
