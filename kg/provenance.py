"""How a graph was made: ``build.json`` beside it, one JSON object of counts and options."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.files import whole_file

#: The name of the file.
FILE = "build.json"

#: Counts and options by name; without times and places, so that the same papers give the same bytes.
Provenance = dict[str, Any]


#: The one entry that is not of the graph but of the folder: the formats that were written.
_FORMATS = "formats"


def write_provenance(made: Provenance, formats: Iterable[str], path: Path) -> None:
    """Write how the graph was made, and the names of the formats that were written. Raises OutputError."""
    with whole_file(path) as stream:
        stream.write(json.dumps({**made, _FORMATS: list(formats)}, ensure_ascii=False, indent=1) + "\n")


def read_provenance(path: Path) -> tuple[Provenance, list[str]]:
    """What `write_provenance` wrote. Raises InputError."""
    try:
        made = json.loads(path.read_text(encoding="utf-8"))
        return made, list(made.pop(_FORMATS))
    except OSError as exc:
        raise InputError(f"{path}: cannot be read: {exc.strerror or exc}. kg build writes it") from exc
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as exc:
        raise InputError(f"{path}: is not as kg build writes it: {exc!r}. Build it anew with kg build") from exc
