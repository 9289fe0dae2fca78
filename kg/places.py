"""Whether kg may write somewhere: what it wrote itself it may replace, what somebody else did it leaves alone."""

import errno
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.errors import OutputError

#: In a folder that kg wrote: what it wrote there, a path a line.
CONTENTS = ".kg-files"
#: In a folder that kg built a graph into: how it was made, and how such a file begins.
PROVENANCE, _PROVENANCE_BEGINS = "build.json", b'{\n "kg": '


def check_folder(folder: Path) -> None:
    """Raise OutputError if no file can be written into the folder, be it there already or not; change nothing."""
    try:
        there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
        if not there.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(there, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as exc:
        raise cannot_write(folder, exc) from exc


def check_places(ours: Mapping[Path, bool]) -> None:
    """Raise OutputError if something stands where files or folders are to be written that is not ours; change nothing.

    A place whose name has no suffix is for a folder, which says itself whether it is ours.
    """
    files = {path: is_ours for path, is_ours in ours.items() if path.suffix}
    for path in files:
        check_whole_file(path)
    if others := [path for path, is_ours in files.items() if path.is_file() and not is_ours]:
        raise _not_ours(others)
    for path in ours.keys() - files.keys():
        check_whole_folder(path)


def check_whole_file(path: Path) -> None:
    """Raise OutputError if a folder stands where `kg.files.whole_file` would write; change nothing."""
    if path.is_dir():
        raise cannot_write(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))


def check_whole_folder(path: Path) -> None:
    """The same of `kg.files.whole_folder`, and if the folder is of someone else."""
    try:
        check_ours(path)
    except OSError as exc:
        raise cannot_write(path, exc) from exc


def is_built_into(folder: Path) -> bool:
    """Whether kg has built a graph into the folder, or has begun to."""
    try:
        with (folder / PROVENANCE).open("rb") as stream:
            return stream.read(len(_PROVENANCE_BEGINS)) == _PROVENANCE_BEGINS
    except OSError:
        return False


def check_ours(folder: Path) -> None:
    """Raise an error if kg did not make the folder: who names their desktop wants a folder on it."""
    if folder.exists() and any(folder.iterdir()) and not (folder / CONTENTS).exists():
        raise OutputError(f"cannot write {folder}: it holds files, and kg did not make it. Name a new folder with -o.")


def _not_ours(paths: Sequence[Path]) -> OutputError:
    """That files of one folder are not kg's."""
    others = f", as are {', '.join(path.name for path in paths[1:])}" if paths[1:] else ""
    why = f"it is there already{others}, and no {PROVENANCE} of kg's tells that kg wrote {'them' if others else 'it'}"
    return OutputError(f"cannot write {paths[0]}: {why}. Name another place with -o, or delete what kg left.")


def cannot_write(path: Path, exc: OSError) -> OutputError:
    """The error for a place of which the system says why it cannot be written."""
    return OutputError(f"cannot write {path}: {exc.strerror or exc}. Name another place with -o.")
