"""Compressed bytes → the bytes: gzip, bzip2, xz and, with the extra "zstd", Zstandard, known by their first bytes.

What unpacks to far more than any text does is a trap and is refused while it is read, so that memory and time stay
bounded.
"""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kg.errors import MissingExtra, UnreadableInput

#: Text shrinks to a fifth, repeated text to a fiftieth; what grows by more than this
GREATEST_GROWTH = 200
#: is refused beyond so many bytes.
HARMLESS = 100_000_000

#: How far into a stream its kind shows, in bytes.
_PEEK = 512


class Growth:
    """Watches how much comes out of how much; one watch for all that an archive holds."""

    def __init__(self) -> None:
        self._packed = self._unpacked = 0

    def take(self, size: int) -> None:
        """Count so many packed bytes."""
        self._packed += size

    def give(self, size: int) -> None:
        """Count so many unpacked bytes. Raises UnreadableInput where there are far more than any text can give."""
        self._unpacked += size
        if self._unpacked > HARMLESS and self._unpacked > GREATEST_GROWTH * self._packed:
            raise UnreadableInput(
                f"unpacks to more than {GREATEST_GROWTH} times its size: it is no text, and the rest is not read"
            )


class _Watched(io.RawIOBase):
    """A stream that tells how much is read from it; damage is told as UnreadableInput."""

    def __init__(self, raw: io.BufferedIOBase, tell: Callable[[int], None]) -> None:
        self._source, self._tell = raw, tell

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        with told_damage():
            # One step at a time, so that what was unpacked before damage is met is not lost with it.
            part = self._source.read1(len(buffer))
        self._tell(len(part))
        buffer[: len(part)] = part
        return len(part)


def beginning(stream: io.BufferedReader) -> bytes:
    """The first bytes of a stream, which are still to be read."""
    with told_damage():
        return stream.peek(_PEEK)[:_PEEK]


def decompressed(packed: io.BufferedReader, growth: Growth) -> tuple[io.BufferedReader, str]:
    """The stream without its compression, and the name of that; the stream itself and "" where it has none.

    Raises MissingExtra. The stream that is given back raises UnreadableInput where the bytes are damaged.
    """
    head = beginning(packed)
    for magic, name, opened in _KINDS:
        if head.startswith(magic):
            return unpacked(opened(packed), growth), name
    return packed, ""


def packed(raw: io.BufferedIOBase, growth: Growth) -> io.BufferedReader:
    """The stream, counted as what something is unpacked from."""
    return io.BufferedReader(_Watched(raw, growth.take))


def unpacked(raw: io.BufferedIOBase, growth: Growth) -> io.BufferedReader:
    """The stream, counted as what was unpacked. Reading raises UnreadableInput where it is a trap or damaged."""
    return io.BufferedReader(_Watched(raw, growth.give))


@contextmanager
def told_damage() -> Iterator[None]:
    """Raise what decompressors and archives raise for damaged bytes as UnreadableInput."""
    try:
        yield
    except EOFError as exc:
        raise UnreadableInput("its compressed data end too early: the file is cut off") from exc
    except _damage() as exc:
        raise UnreadableInput(f"its compressed data are damaged: {exc}") from exc
    except OSError as exc:
        if exc.errno is not None:
            raise
        raise UnreadableInput(f"its compressed data are damaged: {exc}") from exc


def _zstd() -> Any:
    try:
        from compression import zstd  # type: ignore[import-not-found]  # since Python 3.14
    except ImportError:
        from backports import zstd
    return zstd


def _open_zstd(raw: io.BufferedIOBase) -> Any:
    try:
        return _zstd().ZstdFile(raw)
    except ImportError as exc:
        raise MissingExtra(
            "compressed with Zstandard, for which a package is missing: pip install 'paper-kg[zstd]'"
        ) from exc


def _damage() -> tuple[type[Exception], ...]:
    # The last four come of numbers in damaged headers that lead astray.
    known = (
        *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError),
        *(ValueError, OverflowError, MemoryError, struct.error),
    )
    try:
        return (*known, _zstd().ZstdError)
    except ImportError:
        return known


_KINDS: tuple[tuple[bytes, str, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", "gzip", lambda raw: gzip.GzipFile(fileobj=raw)),
    (b"BZh", "bzip2", bz2.BZ2File),
    (b"\xfd7zXZ\x00", "xz", lzma.LZMAFile),
    (b"\x28\xb5\x2f\xfd", "zstd", _open_zstd),
)
