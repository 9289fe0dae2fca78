"""Files and folders that appear whole or not at all."""

import ctypes
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from kg.errors import OutputError
from kg.places import CONTENTS, cannot_write, check_ours
from kg.unfinished import clear_leftovers, unfinished_file, unfinished_folder, unlock, wait_for_turn

_AT_CWD, _EXCHANGE = -100, 2


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
        check_ours(path)
        clear_leftovers(path)
        part, lock = unfinished_folder(path)
    except OSError as exc:
        raise cannot_write(path, exc) from exc
    try:
        yield part
        part.chmod(0o777 & ~_umask())
        _list_contents(part)
        _keep_others(path, part)
        _swap(part, path)
    except OSError as exc:
        raise cannot_write(path, exc) from exc
    except OutputError as exc:
        if isinstance(exc.__cause__, OSError):  # of a file in the hidden folder, whose name tells nobody anything
            raise cannot_write(path, exc.__cause__) from exc
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
        raise cannot_write(folder, exc) from exc
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
        raise cannot_write(path, exc) from exc
    try:
        yield handle
        part.chmod(0o666 & ~_umask())
        part.replace(place)
    except OSError as exc:
        raise cannot_write(path, exc) from exc
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
        raise cannot_write(path, exc) from exc


def _settle(stream: TextIO | BinaryIO) -> None:
    """See to it that what was written outlives a loss of power."""
    stream.flush()
    if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):  # a pipe cannot
        os.fsync(stream.fileno())


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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
