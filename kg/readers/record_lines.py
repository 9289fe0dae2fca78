"""The lines of a text, parted where a line begins a record, so that a broken record stays alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

#: A longer record is cut off here, in characters: it has lost its end, or is no record.
LONGEST = 16_000_000
#: Why such a one is not read.
NO_END = f"it does not end, or only behind {LONGEST // 1_000_000} million characters"


@dataclass(slots=True)
class RecordLines:
    """The lines from one record's beginning to the next."""

    #: Number of the first line in the source.
    line: int
    lines: list[str] = field(default_factory=list)
    #: False for what stands before the first record.
    begun: bool = True
    #: Whether lines beyond `LONGEST` were left out.
    too_long: bool = False

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "".join(self.lines)


def record_lines(lines: Iterable[str], begins: Callable[[str], object]) -> Iterator[RecordLines]:
    """Part the lines before each one that begins a record; the lines before the first come as not begun."""
    record, length = RecordLines(1, begun=False), 0
    for number, line in enumerate(lines, start=1):
        if begins(line):
            if record.lines or record.too_long:
                yield record
            record, length = RecordLines(number), 0
        length += len(line)
        if length > LONGEST:
            record.too_long = True
        else:
            record.lines.append(line)
    if record.lines or record.too_long:
        yield record
