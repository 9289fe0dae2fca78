import os
import threading
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.files import whole_file


def test_file_holds_what_was_written(tmp_path):
    """Text arrives as UTF-8 with plain line ends, in a folder that is made for it."""
    path = tmp_path / "new" / "file.txt"
    with whole_file(path) as stream:
        stream.write("ä\n")
    assert path.read_bytes() == "ä\n".encode()


def test_old_file_stands_after_an_error(tmp_path):
    """An error in the middle leaves the old file and nothing beside it."""
    path = tmp_path / "file.txt"
    path.write_text("old")

    def write_half() -> None:
        with whole_file(path) as stream:
            stream.write("half of the n")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_old_file_stands_while_the_new_is_written(tmp_path):
    """A reader meets the old file until the new one is whole."""
    path = tmp_path / "file.txt"
    path.write_text("old")
    with whole_file(path) as stream:
        stream.write("new")
        stream.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"


def test_place_that_cannot_be_written_is_named(tmp_path):
    """The error says which path cannot be written and what to try."""
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "graph.html"
    with pytest.raises(OutputError, match=r"graph\.html.*-o"), whole_file(path):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_an_output_error(tmp_path, monkeypatch):
    """No space left: the error is kg's own and the old file stands."""
    path = tmp_path / "file.txt"
    path.write_text("old")
    monkeypatch.setattr("tempfile.mkstemp", lambda **_: (os.open("/dev/full", os.O_WRONLY), str(tmp_path / "part")))
    with pytest.raises(OutputError, match="No space left"), whole_file(path) as stream:
        stream.write("x" * 100_000)
    assert path.read_text() == "old"


def test_two_writers_at_once_do_not_mix(tmp_path):
    """The file is wholly the work of one of its writers."""
    path = tmp_path / "file.txt"

    def write(letter: str) -> None:
        with whole_file(path) as stream:
            for _ in range(200):
                stream.write(letter * 100)

    writers = [threading.Thread(target=write, args=(letter,)) for letter in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(set(path.read_text())) == 1
    assert list(tmp_path.iterdir()) == [path]
