"""A table for the terminal."""

from collections.abc import Sequence

from kg.names import one_line


def cell(text: str | None, longest: int = 200) -> str:
    """The text on one line that no character of it can break or colour, and no longer than ``longest``."""
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in one_line(text or ""))
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The header's line and one a row; the first column stands to the right, any other that is empty is left out."""
    used = [n for n in range(len(header)) if n == 0 or any(row[n] for row in rows)]
    lines = [[row[n] for n in used] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [_line(line, widths) for line in lines]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "  ".join([first[0].rjust(first[1]), *(text.ljust(width) for text, width in others)]).rstrip()
