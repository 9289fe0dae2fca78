"""How a graph was made: ``build.json`` beside it, one JSON object of counts and options."""

import json
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.files import whole_file
from kg.places import PROVENANCE

#: Counts and options by name; without times and places, so that the same papers give the same bytes.
Provenance = dict[str, Any]


#: Entries that are not of the graph but of the folder: the formats whose files are kg's, and the checksums of what is
#: read back.
_FORMATS, _CHECKSUMS = "formats", "checksums"
_BLOCK = 2**20


def write_provenance(made: Provenance, formats: Iterable[str], files: Iterable[Path], path: Path) -> None:
    """Write how the graph was made, in which formats it stands in the folder, and what `check_unchanged` checks.

    Raises OutputError.
    """
    _write({**made, _FORMATS: list(formats), _CHECKSUMS: {file.name: checksum(file) for file in files}}, path)


def _write(entries: Provenance, path: Path) -> None:
    with whole_file(path) as stream:
        stream.write(json.dumps(entries, ensure_ascii=False, indent=1) + "\n")


def formats_written(path: Path) -> tuple[str, ...]:
    """The formats whose files beside ``path`` are kg's; none where it is not there or not as kg writes it."""
    try:
        return tuple(json.loads(path.read_text(encoding="utf-8"))[_FORMATS])
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return ()


def add_formats(formats: Iterable[str], path: Path) -> None:
    """Note that files in these formats will be kg's, too, be they finished or not. Raises InputError or OutputError."""
    made, checksums = _read(path)
    known = dict.fromkeys((*formats_written(path), *formats))
    _write({**made, _FORMATS: list(known), _CHECKSUMS: checksums}, path)


def read_provenance(path: Path) -> Provenance:
    """How the graph was made. Raises InputError."""
    return _read(path)[0]


def check_unchanged(file: Path, wanted: str = "Build anew with kg build") -> None:
    """Raise InputError where a file is gone or not the one that the build wrote of which the folder tells.

    ``wanted`` says what to do then. Where no build tells of the folder, nothing can be checked.
    """
    beside = file.parent / PROVENANCE
    if not beside.exists():
        return
    if not file.exists():
        raise InputError(f"{file}: is not there any more. {wanted}")
    if _read(beside)[1].get(file.name) != checksum(file):
        raise InputError(f"{file}: was changed, or is of another build than {PROVENANCE} beside it. {wanted}")


def _read(path: Path) -> tuple[Provenance, dict[str, str]]:
    try:
        made = json.loads(path.read_text(encoding="utf-8"))
        del made[_FORMATS]
        return made, dict(made.pop(_CHECKSUMS))
    except OSError as exc:
        raise InputError(f"{path}: cannot be read: {exc.strerror or exc}. kg build writes it") from exc
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as exc:
        raise InputError(f"{path}: is not as kg build writes it: {exc!r}. Build it anew with kg build") from exc


def checksum(file: Path) -> str:
    """Eight hexadecimal digits that tell one file from another: its CRC-32. Raises InputError."""
    total = 0
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                total = zlib.crc32(block, total)
    except OSError as exc:
        raise InputError(f"{file}: cannot be read: {exc.strerror or exc}. kg build writes it") from exc
    return f"{total:08x}"
