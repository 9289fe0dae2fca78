import re

from kg.readers import text_window
from kg.readers.text_window import TextWindow


def test_window_grows_to_the_end():
    """All of a text comes into view, and no more."""
    window = TextWindow(["abc"])
    assert (window.grow(), window.text, window.grow()) == (True, "abc", False)


def test_lines_are_counted_from_the_beginning(monkeypatch):
    """What was let go still counts."""
    monkeypatch.setattr(text_window, "_PIECE", 10)
    monkeypatch.setattr(text_window, "_MARGIN", 5)
    window = TextWindow(["x\n" * 500 + "end"])
    match = window.find(re.compile("end"))
    assert window.line(match.start()) == 501
    assert len(window.text) < 100


def test_what_lies_across_the_edge_is_found(monkeypatch):
    """A match that begins in one piece and ends in the next is a match."""
    monkeypatch.setattr(text_window, "_PIECE", 7)
    monkeypatch.setattr(text_window, "_MARGIN", 10)
    window = TextWindow(["." * 100 + "needle" + "." * 100])
    assert window.find(re.compile("needle"))[0] == "needle"


def test_no_match_ends_at_the_end():
    """Where nothing is found all is passed over."""
    window = TextWindow(["abc"])
    assert window.find(re.compile("x")) is None
    assert window.at == len(window.text)


def test_window_that_was_left_is_empty():
    """Nothing comes into view any more."""
    window = TextWindow(["abc"])
    window.leave()
    assert (window.text, window.grow()) == ("", False)
