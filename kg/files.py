"""Files and folders that appear whole or not at all."""

import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from kg.errors import OutputError
from kg.unfinished import clear_leftovers, unfinished_file, unfinished_folder, unlock, wait_for_turn

#: In a folder that kg wrote: what it wrote there, a path a line.
CONTENTS = ".kg-files"
#: In a folder that kg built a graph into: how it was made, and how such a file begins.
PROVENANCE, _PROVENANCE_BEGINS = "build.json", b'{\n "kg": '

_AT_CWD, _EXCHANGE = -100, 2


def check_folder(folder: Path) -> None:
    """Raise OutputError if no file can be written into the folder, be it there already or not; change nothing."""
    try:
        there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
        if not there.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(there, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as exc:
        raise _cannot_write(folder, exc) from exc


def check_whole_file(path: Path, ours: bool = True) -> None:
    """Raise OutputError if a folder stands where `whole_file` would write, or what is not ours; change nothing."""
    if path.is_file() and not ours:
        why = f"it is there already, and kg's {PROVENANCE} beside it, if any, does not say that kg wrote it"
        raise OutputError(f"cannot write {path}: {why}. Name another place with -o.")
    if path.is_dir():
        raise _cannot_write(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))


def check_whole_folder(path: Path) -> None:
    """Raise OutputError if a file, or a folder of someone else, stands where `whole_folder` would; change nothing."""
    try:
        _check_ours(path)
    except OSError as exc:
        raise _cannot_write(path, exc) from exc


def is_built_into(folder: Path) -> bool:
    """Whether kg has built a graph into the folder, or has begun to."""
    try:
        with (folder / PROVENANCE).open("rb") as stream:
            return stream.read(len(_PROVENANCE_BEGINS)) == _PROVENANCE_BEGINS
    except OSError:
        return False


def why_unreadable(exc: Exception) -> str:
    """Why a table could not be read, for a message that names the file already."""
    if isinstance(exc, UnicodeDecodeError):
        return "it is not UTF-8; save it as UTF-8"
    return getattr(exc, "strerror", None) or str(exc)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open ``path`` for UTF-8 text; it is replaced only when the block ends without an error.

    The text goes to a file beside it that is renamed at the end, so that a reader meets the old file or
    the new one, and two writers at once do not mix. A link stays, and what it leads to is replaced; a device or a
    pipe is written to as it is. Raises OutputError where the place cannot be written, and BrokenPipeError where the
    reader of a pipe has gone.
    """
    with _replacing(path) as handle, os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        yield stream
        _settle(stream)


@contextmanager
def whole_binary(path: Path) -> Iterator[BinaryIO]:
    """The same for bytes."""
    with _replacing(path) as handle, os.fdopen(handle, "wb") as stream:
        yield stream
        _settle(stream)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A new folder to write into; it takes the place of ``path`` only when the block ends without an error.

    What kg wrote into the old folder goes; whatever else stands there is kept. Raises OutputError where the place
    cannot be written, is a folder of someone else, or where a file of the new folder would take the place of one that
    kg did not write.
    """
    path = path.resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _check_ours(path)
        clear_leftovers(path)
        part, lock = unfinished_folder(path)
    except OSError as exc:
        raise _cannot_write(path, exc) from exc
    try:
        yield part
        part.chmod(0o777 & ~_umask())
        _list_contents(part)
        _keep_others(path, part)
        _swap(part, path)
    except OSError as exc:
        raise _cannot_write(path, exc) from exc
    except OutputError as exc:
        if isinstance(exc.__cause__, OSError):  # of a file in the hidden folder, whose name tells nobody anything
            raise _cannot_write(path, exc.__cause__) from exc
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
        unlock(lock)


@contextmanager
def turn_in(folder: Path) -> Iterator[None]:
    """Write several files into the folder while no other does so, and so that they belong together.

    Makes the folder if there is none. Raises OutputError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = wait_for_turn(folder)
    except OSError as exc:
        raise _cannot_write(folder, exc) from exc
    try:
        yield
    finally:
        unlock(lock)


@contextmanager
def _replacing(path: Path) -> Iterator[int]:
    """The handle of a new file beside ``path`` that takes its place at the end."""
    # Not of the resolved path: /dev/stdout leads to a name that no pipe has.
    if path.exists() and not path.is_file() and not path.is_dir():
        with _special(path) as handle:
            yield handle
        return
    place = path.resolve()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(place)
        part, handle, lock = unfinished_file(place)
    except OSError as exc:
        raise _cannot_write(path, exc) from exc
    try:
        yield handle
        part.chmod(0o666 & ~_umask())
        part.replace(place)
    except OSError as exc:
        raise _cannot_write(path, exc) from exc
    finally:
        part.unlink(missing_ok=True)
        unlock(lock)


@contextmanager
def _special(path: Path) -> Iterator[int]:
    """The handle of a device or a pipe, which nothing may take the place of."""
    try:
        yield os.open(path, os.O_WRONLY)
    except BrokenPipeError:  # who reads has had enough, as head has
        raise
    except OSError as exc:
        raise _cannot_write(path, exc) from exc


def _settle(stream: TextIO | BinaryIO) -> None:
    """See to it that what was written outlives a loss of power."""
    stream.flush()
    if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):  # a pipe cannot
        os.fsync(stream.fileno())


def _check_ours(folder: Path) -> None:
    """Raise an error if kg did not make the folder: who names their desktop wants a folder on it."""
    if folder.exists() and any(folder.iterdir()) and not (folder / CONTENTS).exists():
        raise OutputError(f"cannot write {folder}: it holds files, and kg did not make it. Name a new folder with -o.")


def _list_contents(folder: Path) -> None:
    names = sorted(name.as_posix() for name in _files(folder))
    with whole_file(folder / CONTENTS) as stream:
        stream.writelines(f"{name}\n" for name in names)


def _keep_others(old: Path, new: Path) -> None:
    """Put into the new folder what kg did not write into the old one."""
    listed = old / CONTENTS
    ours = set(listed.read_text(encoding="utf-8").splitlines()) if listed.exists() else set()
    for name in _files(old):
        if name.as_posix() in ours or name.as_posix() == CONTENTS:
            continue
        if (new / name).exists():
            raise OutputError(
                f"cannot write {old}: {name} stands there and kg did not write it. Name another place with -o."
            )
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        _put(old / name, new / name)


def _put(file: Path, place: Path) -> None:
    """Have the file at another place, too, without copying it where the system can."""
    try:
        os.link(file, place, follow_symlinks=False)
    except OSError:
        shutil.copy2(file, place, follow_symlinks=False)


def _files(folder: Path) -> Iterator[Path]:
    """Path of every file and link in the folder, seen from there; nothing if there is no such folder."""
    for root, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in sorted(files + links):
            yield (Path(root) / name).relative_to(folder)


def _swap(new: Path, old: Path) -> None:
    """Put ``new`` into the place of ``old``, which then stands in its place; at one stroke where the system can."""
    if not old.exists():
        new.rename(old)
        return
    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if exchange and exchange(_AT_CWD, os.fsencode(new), _AT_CWD, os.fsencode(old), _EXCHANGE) == 0:
        return
    aside = new.with_suffix(".old")
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


def _cannot_write(path: Path, exc: OSError) -> OutputError:
    return OutputError(f"cannot write {path}: {exc.strerror or exc}. Name another place with -o.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
