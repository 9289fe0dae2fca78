"""What the user names, a file, a folder, a glob or ``-``, as a list of sources to open."""

import glob
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path
from typing import cast

from kg.errors import UnreadableInput
from kg.model import Place, Skipped
from kg.places import PROVENANCE, is_built_into
from kg.readers.content import Content
from kg.readers.folder import is_hidden, text_folders

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input where ``path`` is None."""

    name: str
    path: Path | None
    #: As in `Content`.
    among: str = ""

    def contents(self, mapping: Mapping[str, str]) -> Iterator[Content | Skipped]:
        """What it holds: one content, or one for each file of an archive.

        Raises UnreadableInput and MissingExtra.
        """
        from kg.readers.unpacking import contents

        try:
            with self.path.open("rb") if self.path else nullcontext(sys.stdin.buffer) as binary:
                yield from contents(self.name, cast(BufferedIOBase, binary), mapping, self.among)
        except OSError as exc:
            raise UnreadableInput(f"cannot be read: {exc.strerror or exc}") from exc


def expand_inputs(inputs: Iterable[str]) -> Iterator[Source | Skipped]:
    """Each named file once, those of a folder or glob in the order of their names.

    Hidden files inside a folder are passed over, and folders in it that hold a graph of kg's. An input that names
    nothing comes as Skipped.
    """
    seen: set[Path | None] = set()
    for text in inputs:
        for found in _expand(text):
            if isinstance(found, Source):
                real = found.path.resolve() if found.path else None
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _expand(text: str) -> Iterator[Source | Skipped]:
    try:
        yield from _named(text)
    except OSError as exc:  # of a folder that may not be entered, or a name that is too long
        yield Skipped(Place(text), f"cannot be read: {exc.strerror or exc}")


def _named(text: str) -> Iterator[Source | Skipped]:
    if text == STDIN:
        yield Source("standard input", None)
    elif text and Path(text).exists():
        yield from _existing(Path(text))
    else:
        matches = sorted(glob.glob(text, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
        for match in matches:
            yield from _existing(Path(match))
        if not matches:
            what = "no file matches this pattern" if glob.has_magic(text) else "no such file or folder"
            yield Skipped(Place(text), what)


def _existing(path: Path) -> Iterator[Source | Skipped]:
    if path.is_dir():
        yield from _folder(path)
    else:
        yield Source(str(path), path)


def _folder(path: Path) -> Iterator[Source | Skipped]:
    files = sorted(file for file in path.rglob("*") if file.is_file() and not is_hidden(file.relative_to(path)))
    graphs = {file.parent for file in files if file.name == PROVENANCE and is_built_into(file.parent)} - {path}
    files = [file for file in files if graphs.isdisjoint(file.parents)] if graphs else files
    texts = text_folders(files)
    for file in files:
        yield Source(str(file), file, "texts" if file.parent in texts else "files")
    if not files:
        yield Skipped(Place(str(path)), "the folder holds no files")
