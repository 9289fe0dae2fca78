"""Which files of a folder or an archive hold records, as far as names and first bytes tell.

A reader is asked first: what is said here counts for files that none takes.
"""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import TypeVar

_Path = TypeVar("_Path", bound=PurePath)

#: Ends of the names of plain text; a file that holds one paper has one of these.
TEXT_ENDINGS = {".txt", ".text", ".md"}
#: A first line of at most so many characters is a title, and what follows, of at least so many, an abstract.
LONGEST_TITLE, SHORTEST_ABSTRACT = 300, 80
#: Texts about a folder, by their names without the ending.
_ABOUT = re.compile(
    r"(?:read_?me|licen[cs]e)(?:[\W_].*)?|copying|notice|changelog|contributing|authors|contributors|credits|origin"
    r"|provenance|about|todo",
    re.IGNORECASE,
)
#: A text in Markdown with so many headings is a document.
HEADINGS = 3
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
#: What stands beside a saved page or an export.
_BESIDE = {
    *(".css", ".js", ".map", ".woff", ".woff2", ".ttf", ".svg", ".ico", ".png", ".jpg", ".jpeg", ".gif", ".webp"),
    *(".tif", ".tiff", ".mp4", ".mp3", ".pdf", ".ps", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".epub"),
    *(".py", ".ipynb", ".r", ".tex", ".sty", ".log", ".aux", ".sqlite", ".db"),
}
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"),
    (b"\xd0\xcf\x11\xe0", "a document of an office program"),
    (b"{\\rtf", "a document of an office program"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)


def kind_of(head: bytes) -> str | None:
    """What a file is that holds no records as text, by its first bytes; None where they do not tell."""
    return next((kind for magic, kind in _KINDS if head.startswith(magic)), None)


def is_hidden(path: PurePath) -> bool:
    """Whether a path inside a folder is hidden, or made by macOS for itself."""
    return any(part.startswith(".") and part != ".." for part in path.parts) or "__MACOSX" in path.parts


def holds_no_records(path: PurePath) -> bool:
    """Whether a file's name says that it holds no records: one about the folder, a picture, a program."""
    return _ABOUT.fullmatch(path.stem) is not None or path.suffix.lower() in _BESIDE


def is_note(path: PurePath, head: str) -> bool:
    """Whether a plain text that stands beside other files can be no paper: too short for one, or a document."""
    is_document = len(_HEADING.findall(head)) >= HEADINGS
    return path.suffix.lower() in TEXT_ENDINGS and (is_document or not looks_like_paper(head))


def looks_like_paper(head: str) -> bool:
    """Whether a plain text begins with a line that may be a title, and goes on."""
    title, _, abstract = head.strip().partition("\n")
    return len(title) <= LONGEST_TITLE and len(abstract.strip()) >= SHORTEST_ABSTRACT


def text_folders(paths: Iterable[_Path]) -> set[PurePath]:
    """The folders of these files in which every file that may hold records is plain text."""
    folders: dict[PurePath, bool] = {}
    for path in paths:
        if not is_hidden(path) and not holds_no_records(path):
            is_text = path.suffix.lower() in TEXT_ENDINGS
            folders[path.parent] = folders.get(path.parent, True) and is_text
    return {folder for folder, are_texts in folders.items() if are_texts}
