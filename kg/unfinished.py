"""What is being written: a hidden file or folder beside its place, locked by its writer as long as that lives.

A writer that is killed leaves it there without a lock, and the next that writes to the same place takes it away.
Windows and some network drives know no such locks: there it stays.
"""

import glob
import logging
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

_log = logging.getLogger(__name__)
_SUFFIX = ".part"
#: So many letters does `tempfile` make up.
_MADE_UP = "?" * 8


def unfinished_file(place: Path) -> tuple[Path, int, int | None]:
    """A new file beside the place, a handle to write it, and one that locks it, if there are locks. Raises OSError."""
    while True:
        handle, name = tempfile.mkstemp(prefix=_prefix(place), suffix=_SUFFIX, dir=place.parent)
        if fcntl is None:
            return Path(name), handle, None
        if _locked(handle, Path(name)):
            return Path(name), handle, os.dup(handle)
        os.close(handle)


def unfinished_folder(place: Path) -> tuple[Path, int | None]:
    """A new folder beside the place, and a handle that locks it, if there are locks. Raises OSError."""
    while True:
        part = Path(tempfile.mkdtemp(prefix=_prefix(place), suffix=_SUFFIX, dir=place.parent))
        if fcntl is None:
            return part, None
        with suppress(FileNotFoundError):  # taken away before it was locked
            handle = os.open(part, os.O_RDONLY)
            if _locked(handle, part):
                return part, handle
            os.close(handle)


def wait_for_turn(folder: Path) -> int | None:
    """A handle that locks the folder, once no other writer that waits for its turn holds it. Raises OSError.

    Warns if it has to wait. None where there are no locks, or where the folder may be written into but not read.
    """
    if fcntl is None:
        return None
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return None
    with suppress(OSError):  # a drive without locks
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _log.warning("Another kg is writing into %s: waiting until it has ended", folder)
            fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def unlock(lock: int | None) -> None:
    """Close a handle that locks; what it locked must be in its place, or gone."""
    if lock is not None:
        os.close(lock)


def clear_leftovers(place: Path) -> None:
    """Take away what killed writers of the place have left beside it; what cannot be taken away stays."""
    if fcntl is None:
        return
    for part in place.parent.glob(f"{glob.escape(_prefix(place))}{_MADE_UP}{_SUFFIX}"):
        with suppress(OSError):
            _take_away_unlocked(part)


def _prefix(place: Path) -> str:
    return f".{place.name}."


def _locked(handle: int, part: Path) -> bool:
    """Lock what is open; False where someone who clears leftovers was quicker."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a drive without locks
        return True
    return part.exists()


def _take_away_unlocked(part: Path) -> None:
    """Raises OSError where its writer lives, or it cannot be removed."""
    handle = os.open(part, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if part.is_dir():
            shutil.rmtree(part)
        else:
            part.unlink()
    finally:
        os.close(handle)
