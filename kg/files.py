"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kg.errors import OutputError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open ``path`` for UTF-8 text; it is replaced only when the block ends without an error.

    The text goes to a file beside it that is renamed at the end, so that a reader meets the old file or
    the new one, and two writers at once do not mix. Raises OutputError where the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as exc:
        raise _cannot_write(path, exc) from exc
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as exc:
        raise _cannot_write(path, exc) from exc
    finally:
        part.unlink(missing_ok=True)


def _cannot_write(path: Path, exc: OSError) -> OutputError:
    return OutputError(f"cannot write {path}: {exc.strerror or exc}. Name another place with -o.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
