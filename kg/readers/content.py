"""What a source holds, as each reader wants it: lines, one text or its pieces, UTF-8 bytes, or bytes as they are."""

import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO, TextIO, cast

from kg.errors import UnreadableInput
from kg.readers.encoding import Encoding, cut_lines

#: How much of a source is looked at to find its format, in bytes.
HEAD = 65_536


class Content:
    """One source from its beginning; it is read once, in one of five ways.

    Any encoding is decoded on the way, see `kg.readers.encoding`; no text that comes of it holds a lone surrogate.
    """

    def __init__(
        self,
        name: str,
        raw: io.BufferedIOBase,
        *,
        mapping: Mapping[str, str] | None = None,
        packing: str = "",
        among: str = "",
    ) -> None:
        self.name = name
        #: Field of a paper → the column or key that holds it, where the user says so.
        self.mapping: Mapping[str, str] = mapping or {}
        #: What it was unpacked from, such as ``zip, gzip``.
        self.packing = packing
        #: Among what it was found: ``files`` of a folder or archive, ``texts`` if all of these look like plain text.
        self.among = among
        #: The name of the reader that took it; empty before, and where none did.
        self.format = ""
        self._raw, self._damage = raw, cast(UnreadableInput | None, None)
        #: The beginning as it is.
        self.first_bytes = b"".join(self._read_head())
        self.encoding = Encoding(self.first_bytes)

    @classmethod
    def of_text(cls, text: str, name: str = "source", mapping: Mapping[str, str] | None = None) -> "Content":
        """The content of a text at hand; a lone surrogate stands for a byte that is not UTF-8."""
        return cls(name, io.BytesIO(text.encode("utf-8", "surrogateescape")), mapping=mapping)

    @property
    def head(self) -> str:
        """The beginning, to find the format by."""
        return self.encoding.head

    def raw(self) -> BinaryIO:
        """The bytes as they are, in a stream that can be sought in."""
        if self._raw.seekable():
            self._raw.seek(0)
            return cast(BinaryIO, self._raw)
        spooled = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 (closed, and gone, with its last user)
        spooled.write(self.first_bytes)
        spooled.writelines(self._rest())
        spooled.seek(0)
        return spooled

    def text(self) -> TextIO:
        """The text; a line that is longer than `LONGEST_LINE` comes cut, and no record of that length is a paper."""
        return io.TextIOWrapper(_buffered(cut_lines(self.pieces())), encoding="utf-8")

    def lines(self) -> Iterator[str]:
        """The lines of the text, each with its end; see `text`."""
        return iter(self.text())

    def utf8(self) -> BinaryIO:
        """The text as UTF-8 without a byte order mark, its lines of any length."""
        return cast(BinaryIO, _buffered(self.pieces()))

    def pieces(self) -> Iterator[str]:
        """The text without a byte order mark, in pieces of at least one character."""
        return filter(None, self.encoding.text(chain([self.first_bytes], self._rest())))

    def _read_head(self) -> Iterator[bytes]:
        left = HEAD
        try:
            while left and (piece := self._raw.read1(left)):
                left -= len(piece)
                yield piece
        except UnreadableInput as exc:
            if left == HEAD:
                raise
            self._damage = exc

    def _rest(self) -> Iterator[bytes]:
        if self._damage:
            raise self._damage
        while piece := self._raw.read1(HEAD):
            yield piece


def _buffered(text: Iterable[str]) -> io.BufferedReader:
    return io.BufferedReader(_Encoded(text))


class _Encoded(io.RawIOBase):
    """Pieces of text as UTF-8 bytes."""

    def __init__(self, text: Iterable[str]) -> None:
        self._pieces, self._waiting = filter(None, text), memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._waiting:
            self._waiting = memoryview(next(self._pieces, "").encode())
        part = self._waiting[: len(buffer)]
        self._waiting = self._waiting[len(part) :]
        buffer[: len(part)] = part
        return len(part)
