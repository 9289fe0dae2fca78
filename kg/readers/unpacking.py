"""A file, or each file in it where it is an archive (zip, tar, or a compressed one of these), as a `Content`.

Nothing is written to disk under a name that an archive gives. Members are read one after the other and may be
compressed once more; an archive inside an archive is named and not read.
"""

import io
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import cast

from kg.errors import InputError, MissingExtra, UnreadableInput
from kg.model import Place, Skipped
from kg.readers.compression import Growth, beginning, decompressed, packed, told_damage, unpacked
from kg.readers.content import Content
from kg.readers.folder import is_hidden, text_folders

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_TAR, _TAR_AT = b"ustar", 257
#: Files that only the archives of office programs and electronic books hold.
_DOCUMENTS = {"[Content_Types].xml", "mimetype"}


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in an archive."""

    path: PurePosixPath
    open: Callable[[], io.BufferedIOBase]
    among: str = "files"


def contents(name: str, raw: io.BufferedIOBase, mapping: Mapping[str, str], among: str) -> Iterator[Content | Skipped]:
    """The content of a file, or those of its members. Raises UnreadableInput and MissingExtra."""
    growth = Growth()
    stream, packing = decompressed(packed(raw, growth), growth)
    head = beginning(stream)
    plain = raw.seekable() and not packing
    if head.startswith(_ZIP):
        members, packing = _zip_members(raw if plain else stream, growth), _joined("zip", packing)
    elif head[_TAR_AT:].startswith(_TAR):
        members, packing = _tar_members(stream), _joined("tar", packing)
    else:
        if packing and decompressed(stream, growth)[1]:
            raise UnreadableInput("compressed more than once: unpack it first")
        yield Content(name, _rewound(raw) if plain else stream, mapping=mapping, packing=packing, among=among)
        return
    for member in members:
        yield _content(member, name, growth, packing, mapping)


def _content(
    member: _Member, archive: str, growth: Growth, packing: str, mapping: Mapping[str, str]
) -> Content | Skipped:
    name = f"{archive}/{member.path}"
    try:
        if _leaves(member.path):
            raise UnreadableInput("its path leads out of the archive")
        with told_damage():
            raw = member.open()
        stream, inner = decompressed(unpacked(raw, growth), Growth())
        if inner:
            stream = unpacked(stream, growth)
        head = beginning(stream)
        if head.startswith(_ZIP) or head[_TAR_AT:].startswith(_TAR):
            raise UnreadableInput("an archive inside an archive: unpack it first")
        return Content(name, stream, mapping=mapping, packing=_joined(packing, inner), among=member.among)
    except (InputError, MissingExtra) as exc:
        return Skipped(Place(name), str(exc))


def _zip_members(stream: io.BufferedIOBase, growth: Growth) -> Iterator[_Member]:
    with _sought(stream) as file:
        growth.take(file.seek(0, 2))
        with told_damage(), _told_method():
            archive = zipfile.ZipFile(file)
        yield from _sorted_members(archive)


def _sorted_members(archive: zipfile.ZipFile) -> Iterator[_Member]:
    infos = {info: _path(info.filename) for info in archive.infolist() if not info.is_dir()}
    if any(str(path) in _DOCUMENTS for path in infos.values()):
        raise UnreadableInput("a document of an office program: save what it holds as CSV or as plain text")
    texts = text_folders(infos.values())
    for info, path in sorted(infos.items(), key=lambda each: each[0].filename):
        if not is_hidden(path):
            yield _Member(path, partial(_of_zip, archive, info), "texts" if path.parent in texts else "files")


def _of_zip(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> io.BufferedIOBase:
    if info.flag_bits & 1:
        raise UnreadableInput("encrypted: unpack it with its password first")
    with _told_method():
        return cast(io.BufferedIOBase, archive.open(info))


@contextmanager
def _told_method() -> Iterator[None]:
    try:
        yield
    except NotImplementedError as exc:
        raise UnreadableInput(f"packed in a way that cannot be read ({exc}): unpack it first") from exc


def _tar_members(stream: io.BufferedIOBase) -> Iterator[_Member]:
    with told_damage():
        archive = tarfile.open(fileobj=stream, mode="r|")  # noqa: SIM115 (the stream is its owner's to close)
    while True:
        with told_damage():
            info = archive.next()
        if info is None:
            return
        path = _path(info.name)
        if not info.isdir() and not is_hidden(path):
            yield _Member(path, partial(_of_tar, archive, info))


def _of_tar(archive: tarfile.TarFile, info: tarfile.TarInfo) -> io.BufferedIOBase:
    file = archive.extractfile(info)
    if file is None:
        raise UnreadableInput("no file but a link or a device")
    return cast(io.BufferedIOBase, file)


def _path(name: str) -> PurePosixPath:
    return PurePosixPath("".join(letter if letter.isprintable() else "\ufffd" for letter in name.replace("\\", "/")))


def _leaves(path: PurePosixPath) -> bool:
    return path.is_absolute() or bool(PureWindowsPath(path).drive) or ".." in path.parts


def _rewound(raw: io.BufferedIOBase) -> io.BufferedIOBase:
    raw.seek(0)
    return raw


@contextmanager
def _sought(stream: io.BufferedIOBase) -> Iterator[io.BufferedIOBase]:
    """The stream so that it can be sought in, if need be in a file without a name: a zip is told of at its end."""
    if stream.seekable():
        yield _rewound(stream)
        return
    with tempfile.TemporaryFile() as file:
        shutil.copyfileobj(stream, file)
        yield cast(io.BufferedIOBase, file)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
