"""Bytes in any usual encoding → text, piece by piece, so that a file of any size takes the same memory.

UTF-8, UTF-16 and UTF-32 are known by their marks, UTF-16 also by its zero bytes. What is not UTF-8 is read in the
encoding that the source declares (see `kg.readers.declared_encoding`), and else as Windows-1252, which holds Latin-1.
Two ways of writing a text twice are undone where the head of a source shows them: UTF-8 that was read as Windows-1252
and encoded again (``Ã©``), and JSON that was written as a string of JSON (``"{\\"title\\": …}"``).
"""

import codecs
import json
import re
from collections.abc import Iterable, Iterator

from kg.readers.declared_encoding import Declared, declared_in

#: Of a longer line only so much is handed on, in characters; no record may be so long.
LONGEST_LINE = 32_000_000

#: What the bytes that Latin-1 has no letters for mean in Windows-1252, turned back into them.
_BYTES = {ord(bytes([n]).decode("cp1252")): n for n in range(0x80, 0xA0) if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_WINDOWS = re.compile(f"[{''.join(map(chr, _BYTES))}]+")
_LAST_RESORT = "Windows-1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ASCII = re.compile(r"[\x00-\x7f]+")
_JSON_IN_JSON = re.compile(r'\s*"(?:\\[nrt]|\s)*\[?(?:\\[nrt]|\s)*\{(?:\\[nrt]|\s)*\\"')
_JSON = json.JSONDecoder(strict=False)
# A \u with less than four digits behind it is let pass, or it would hold up all that follows.
_INSIDE = re.compile(r'(?:[^"\\]++|\\(?:u(?:[0-9A-Fa-f]{4}|(?=[0-9A-Fa-f]{0,3}[^0-9A-Fa-f]))|[^u]))*+')
_ESCAPE = re.compile(r'(\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))|\\')
_LAST_HALF = re.compile(r"(?:^|[^\\])(?:\\\\)*(\\u[Dd][89ABab][0-9A-Fa-f]{2})\Z")


class Encoding:
    """How the bytes of one source are to be read, found from its head."""

    def __init__(self, head: bytes) -> None:
        self._codec, self._name = _codec_of(head)
        self._declared = declared_in(head)
        self._in_json = self._twice = False
        #: The text of the head; a character cut off at its end is left out.
        self.head = self._text_of(head)
        if _JSON_IN_JSON.match(self.head):
            self._in_json = True
            self.head = self._text_of(head)
        if _was_encoded_twice(self.head):
            self._twice = True
            self.head = self._text_of(head)

    def __str__(self) -> str:
        return (
            self._name
            + (", encoded twice" if self._twice else "")
            + (", JSON in a string of JSON" if self._in_json else "")
        )

    @property
    def is_sure(self) -> bool:
        """Whether it was told from the bytes, not taken for want of a better one."""
        return self._name != _LAST_RESORT

    def text(self, pieces: Iterable[bytes]) -> Iterator[str]:
        """The text of all bytes of the source."""
        return self._text(pieces, whole=True)

    def _text_of(self, head: bytes) -> str:
        return "".join(self._text([head], whole=False))

    def _text(self, pieces: Iterable[bytes], whole: bool) -> Iterator[str]:
        text = self._decoded(pieces, whole)
        if self._in_json:
            text = _without_json_string(text)
        return _without_mark(_decoded_again(text, whole) if self._twice else text)

    def _decoded(self, pieces: Iterable[bytes], whole: bool) -> Iterator[str]:
        if self._codec != "utf-8":
            decoder = codecs.getincrementaldecoder(self._codec)("replace")
            yield from map(decoder.decode, pieces)
            yield decoder.decode(b"", final=whole)
            return
        utf8 = _Utf8(self._declared)
        for piece in pieces:
            yield utf8.decode(piece)
            self._name = utf8.name or self._name
        yield utf8.decode(b"", final=whole)
        self._name = utf8.name or self._name


class _Utf8:
    """Decodes UTF-8 and takes what is none for the declared encoding, without one for Windows-1252.

    A character cut short in true UTF-8 becomes U+FFFD.
    """

    def __init__(self, declared: Declared | None = None) -> None:
        self._rest, self._errors, self._seen = b"", "strict", False
        self._declared = declared
        self._other: codecs.IncrementalDecoder | None = None
        #: What the text turned out to be; empty while it is UTF-8.
        self.name = ""

    def decode(self, piece: bytes, final: bool = False) -> str:
        """The next part of the text."""
        if self._other:
            return self._other.decode(piece, final)
        data = self._rest + piece
        try:
            text, used = codecs.utf_8_decode(data, self._errors, final)
        except UnicodeDecodeError as exc:
            if self._declared and not self._seen:
                self.name, self._other = f"{self._declared.name}, as declared", self._declared.decoder()
                return self._other.decode(data, final)
            is_utf8 = self._seen or not data[: exc.start].isascii()
            self.name = "UTF-8, with bytes of another encoding" if is_utf8 else _LAST_RESORT
            self._errors = "kg.windows-1252-in-utf-8" if is_utf8 else "kg.windows-1252"
            text, used = codecs.utf_8_decode(data, self._errors, final)
        self._seen = self._seen or not text.isascii()
        self._rest = data[used:]
        return text


def cut_lines(text: Iterable[str], longest: int = LONGEST_LINE) -> Iterator[str]:
    """The text with every line that is longer than ``longest`` cut off about there."""
    length = 0
    for piece in text:
        end = max(piece.rfind("\n"), piece.rfind("\r"))
        kept = piece
        if length > longest:
            first = re.search(r"[\r\n]", piece)
            kept = piece[first.start() :] if first else ""
        length = len(piece) - end - 1 if end >= 0 else length + len(piece)
        yield kept


def _codec_of(head: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if head.startswith(mark):
            return ("utf-8", name) if codec == "utf-8-sig" else (codec, name)
    pairs = len(head) // 2
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        # Whatever the language, many characters are spaces, digits and marks, which have a zero byte each.
        if pairs > 1 and head[first::2].count(0) > 0.3 * pairs and head[1 - first :: 2].count(0) < 0.05 * pairs:
            return codec, "UTF-16 without mark"
    return "utf-8", "UTF-8"


def _was_encoded_twice(text: str) -> bool:
    """Whether all that is not ASCII in a text is UTF-8 that was taken for Windows-1252."""
    if text.isascii():
        return False
    # All ASCII is alike here, and a head is mostly that.
    text = _ASCII.sub(" ", text)
    try:
        again, _ = codecs.utf_8_decode(text.translate(_BYTES).encode("latin-1"), "strict", False)
    except UnicodeError:
        return False
    return not again.isascii()


def _decoded_again(text: Iterable[str], whole: bool) -> Iterator[str]:
    utf8 = _Utf8()
    for piece in text:
        # Translating all of a text takes many times as long.
        once = _WINDOWS.sub(lambda run: run[0].translate(_BYTES), piece)
        yield utf8.decode(once.encode("latin-1", "kg.utf-8"))
    yield utf8.decode(b"", final=whole)


def _without_json_string(text: Iterable[str]) -> Iterator[str]:
    """What strings of JSON hold, and what stands between them as it is."""
    inside, rest = False, ""
    for piece in text:
        rest, at = rest + piece, 0
        while at < len(rest):
            if not inside:
                end = rest.find('"', at)
                yield rest[at:end] if end >= 0 else rest[at:]
                inside, at = end >= 0, end + 1 if end >= 0 else len(rest)
                if inside and (whole := _whole_string(rest, end)):
                    text, at = whole
                    inside = False
                    yield text
                continue
            part = _INSIDE.match(rest, at)[0]  # type: ignore[index]  # it matches the empty text, too
            inside = rest[at + len(part) : at + len(part) + 1] != '"'
            if inside and (half := _LAST_HALF.search(part)):
                part = part[: half.start(1)]
            yield _unescaped(part)
            at += len(part) + (not inside)
            if inside:
                break
        rest = rest[at:]
    yield rest


def _whole_string(text: str, start: int) -> tuple[str, int] | None:
    """The string of JSON that begins here and where it ends; None if it is broken, or goes on behind the text."""
    try:
        string, end = _JSON.raw_decode(text, start)
    except ValueError:
        return None
    return _without_lone_surrogates(string), end


def _unescaped(part: str) -> str:
    """The text of a part of a string of JSON; a backslash that escapes nothing stands for itself."""
    try:
        text = str(json.loads(f'"{part}"', strict=False))
    except ValueError:
        text = json.loads('"' + _ESCAPE.sub(lambda escape: escape[1] or r"\\", part) + '"', strict=False)
    return _without_lone_surrogates(text)


def _without_lone_surrogates(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _without_mark(text: Iterable[str]) -> Iterator[str]:
    pieces = filter(None, text)
    yield next(pieces, "").removeprefix("\ufeff")
    yield from pieces


def _windows_1252(exc: UnicodeError) -> tuple[str, int]:
    if not isinstance(exc, UnicodeDecodeError):
        raise exc
    return exc.object[exc.start : exc.end].decode("cp1252", "replace"), exc.end


def _windows_1252_in_utf8(exc: UnicodeError) -> tuple[str, int]:
    if isinstance(exc, UnicodeDecodeError) and exc.end - exc.start > 1:
        return "\ufffd", exc.end
    return _windows_1252(exc)


def _as_utf8(exc: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(exc, UnicodeEncodeError):
        raise exc
    return exc.object[exc.start : exc.end].encode("utf-8", "replace"), exc.end


codecs.register_error("kg.windows-1252", _windows_1252)
codecs.register_error("kg.windows-1252-in-utf-8", _windows_1252_in_utf8)
codecs.register_error("kg.utf-8", _as_utf8)
