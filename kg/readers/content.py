"""What a source holds, as each reader wants it: lines, one text, UTF-8 bytes, or the bytes as they are."""

import io
from collections.abc import Iterator
from functools import cached_property
from typing import BinaryIO, TextIO, cast

#: How much of a source is looked at to find its format, in bytes.
HEAD = 65_536


class Content:
    """One source from its beginning; it is read once, in one of four ways."""

    def __init__(self, name: str, raw: BinaryIO) -> None:
        self.name = name
        self._head = raw.read(HEAD)
        self._raw = cast(BinaryIO, io.BufferedReader(_Rewound(self._head, raw)))

    @classmethod
    def of_text(cls, text: str, name: str = "source") -> "Content":
        """The content of a text at hand; a lone surrogate stands for a byte that is not UTF-8."""
        return cls(name, io.BytesIO(text.encode("utf-8", "surrogateescape")))

    @cached_property
    def head(self) -> str:
        """The beginning, to find the format by."""
        return self._head.decode("utf-8-sig", "surrogateescape")

    def raw(self) -> BinaryIO:
        """The bytes as they are."""
        return self._raw

    def text(self) -> TextIO:
        """The text; a byte that cannot be decoded comes as a lone surrogate, so that only its record is lost."""
        return io.TextIOWrapper(self._raw, encoding="utf-8-sig", errors="surrogateescape")

    def lines(self) -> Iterator[str]:
        """The lines of the text, each with its end."""
        return iter(self.text())

    def utf8(self) -> BinaryIO:
        """The text as UTF-8 without a byte order mark."""
        return cast(BinaryIO, io.BufferedReader(_Encoded(self.text())))


class _Rewound(io.RawIOBase):
    """A beginning that was read already, and the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


class _Encoded(io.RawIOBase):
    """A text as UTF-8 bytes; a byte that could not be decoded becomes U+FFFD."""

    def __init__(self, text: TextIO) -> None:
        self._text, self._waiting = text, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._waiting:
            part = self._text.read(HEAD)
            self._waiting = part.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
        part_of = self._waiting[: len(buffer)]
        self._waiting = self._waiting[len(part_of) :]
        buffer[: len(part_of)] = part_of
        return len(part_of)
