"""All that one run skipped: counted in memory and kept on disk, so that millions of broken records take no room."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.model import Place, Skipped

if TYPE_CHECKING:
    from sqlite3 import Connection

#: So many wait in memory for the disk.
WAITING = 10_000
#: Of the records, so many are at hand to be shown.
SHOWN = 20


class SkippedRecords:
    """What was skipped, to count and to show; to iterate over it gives all of it by source and place."""

    def __init__(self) -> None:
        #: Whole inputs that could not be read,
        self.unread: list[Skipped] = []
        #: and the first of all others.
        self.first: list[Skipped] = []
        self._kinds = Counter[str]()
        self._waiting: list[Skipped] = []
        self._file: Connection | None = None

    def add(self, one: Skipped) -> None:
        """Keep one. Raises OutputError where there is no room on the disk for so many."""
        self._kinds[reason_kind(one)] += 1
        if one.place.is_whole_source and not one.harmless:
            self.unread.append(one)
        elif len(self.first) < SHOWN:
            self.first.append(one)
        self._waiting.append(one)
        if len(self._waiting) >= WAITING:
            self._put_away()

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Kinds of reasons, and how often each was given, the most frequent first."""
        return sorted(self._kinds.items(), key=lambda kind: (-kind[1], kind[0]))

    def __len__(self) -> int:
        return self._kinds.total()

    def __iter__(self) -> Iterator[Skipped]:
        if self._file is None:
            yield from sorted(self._waiting, key=order)
            return
        self._put_away()
        for source, line, record, reason in self._file.execute("SELECT * FROM skipped ORDER BY 1, 2, 3, 4"):
            yield Skipped(Place(_text(source), line, record), _text(reason))

    def _put_away(self) -> None:
        import sqlite3

        rows = [_row(one) for one in self._waiting]
        try:
            if self._file is None:
                # Without a name it is a temporary file that goes with its last user.
                self._file = sqlite3.connect("", isolation_level=None)
                self._file.execute("PRAGMA journal_mode = OFF")
                self._file.execute("CREATE TABLE skipped (source, line, record, reason)")
            self._file.execute("BEGIN")
            self._file.executemany("INSERT INTO skipped VALUES (?, ?, ?, ?)", rows)
            self._file.execute("COMMIT")
        except sqlite3.Error as exc:
            raise OutputError(f"cannot keep what was skipped in a temporary file: {exc}") from exc
        self._waiting.clear()


def reason_kind(skipped: Skipped) -> str:
    """The reason without what tells one case from another, which stands behind its first colon or full stop."""
    return re.split(r"[:.]", skipped.reason, maxsplit=1)[0]


def order(one: Skipped) -> tuple[bytes, int, int, bytes]:
    """By source, then by place in it."""
    return _bytes(one.place.source), one.place.line or 0, one.place.record or 0, _bytes(one.reason)


def _row(one: Skipped) -> tuple[bytes, int | None, int | None, bytes]:
    return _bytes(one.place.source), one.place.line, one.place.record, _bytes(one.reason)


def _bytes(text: str) -> bytes:
    # A file's name may hold lone surrogates.
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
