"""The part of a long text that is being looked at, so that a parser that wants all of a record needs no more."""

from collections.abc import Iterable
from re import Match, Pattern

#: No record is longer, in characters; what claims to be is damaged or made to do harm.
LONGEST_RECORD = 32_000_000
#: So much is read at once, in characters: little at first, more as a record turns out to be long.
_PIECE, _LARGEST_PIECE = 262_144, 8_000_000
#: So much stays in view before the place that is looked at, in characters.
_MARGIN = 2_000


class TextWindow:
    """A window that grows at its end on demand and is cut at its beginning when it moves on.

    ``text`` is what is in view, ``at`` the place in it that has been reached; places stay valid until `move_on`.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces, self._waiting = iter(pieces), ""
        self.text = ""
        self.at = 0
        self._lines_before = 0

    def grow(self) -> bool:
        """Bring more of the text into view; False at its end, and where a record would become too long."""
        if len(self.text) - self.at > LONGEST_RECORD:
            return False
        more, wanted = list[str](), min(max(_PIECE, len(self.text)), _LARGEST_PIECE)
        while wanted > 0 and (piece := self._waiting or next(self._pieces, "")):
            more.append(piece[:wanted])
            wanted, self._waiting = wanted - len(piece), piece[wanted:]
        self.text = "".join([self.text, *more])
        return bool(more)

    def move_on(self) -> None:
        """Let go of what lies behind; places in the text are void then."""
        if self.at > max(_PIECE, len(self.text) // 2):
            cut = max(0, self.at - _MARGIN)
            # To find that there is none is far faster than to count.
            self._lines_before += self.text.count("\n", 0, cut) if "\n" in self.text else 0
            self.text, self.at = self.text[cut:], self.at - cut

    def leave(self) -> None:
        """Let go of all, and of what is still to come."""
        self._pieces, self._waiting, self.text, self.at = iter(()), "", "", 0

    def find(self, pattern: Pattern[str]) -> Match[str] | None:
        """The next match, for which all that is passed over is let go; at the end of the text if there is none.

        A match is at most as long as the margin.
        """
        while not (match := pattern.search(self.text, self.at)):
            self.at = max(self.at, len(self.text) - _MARGIN)
            self.move_on()
            if not self.grow():
                self.at = len(self.text)
                return None
        return match

    def line(self, place: int) -> int:
        """Number of the line in which a place of the text lies, counted from 1."""
        return self._lines_before + self.text.count("\n", 0, place) + 1

    def too_long(self) -> bool:
        """Whether more is in view than one record may hold."""
        return len(self.text) - self.at > LONGEST_RECORD
