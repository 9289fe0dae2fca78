import os
import re
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.files import turn_in, whole_file, whole_folder
from kg.places import CONTENTS


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
    monkeypatch.setattr(
        "kg.files.unfinished_file", lambda _: (tmp_path / "part", os.open("/dev/full", os.O_WRONLY), None)
    )
    with pytest.raises(OutputError, match="No space left"), whole_file(path) as stream:
        stream.write("x" * 100_000)
    assert path.read_text() == "old"


def test_file_in_a_folder_that_cannot_be_written_is_told_as_the_folder(tmp_path, monkeypatch):
    """The hidden name of what is unfinished stands in no error."""

    def write_file():
        with whole_folder(tmp_path / "d") as part, whole_file(part / "f"):
            monkeypatch.setattr("os.fsync", full)

    def full(_):
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match=f"^cannot write {re.escape(str(tmp_path / 'd'))}: No space"):
        write_file()
    assert not list(tmp_path.iterdir())


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


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
def test_who_writes_several_files_waits_for_its_turn(tmp_path):
    """The files of two writers to one folder are all of the one or all of the other."""
    path = tmp_path / "new" / "folder"

    def write(letter: str) -> None:
        with turn_in(path):
            for name in map(str, range(100)):
                (path / name).write_text(letter)

    with ThreadPoolExecutor() as pool:
        list(pool.map(write, "abcd"))
    assert len({file.read_text() for file in path.iterdir()}) == 1


def fill(folder, **files):
    """Write files with these names and texts into a whole folder."""
    with whole_folder(folder) as part:
        for name, text in files.items():
            (part / name).write_text(text)


def texts(folder):
    """Name → text of each file in the folder, kg's own list aside."""
    return {path.name: path.read_text() for path in folder.iterdir() if path.name != CONTENTS}


def test_folder_holds_what_was_written(tmp_path):
    """A new folder appears with its files, in a place that is made for it, and nothing beside it."""
    fill(tmp_path / "new" / "folder", a="1", b="2")
    assert texts(tmp_path / "new" / "folder") == {"a": "1", "b": "2"}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["folder"]


def test_new_folder_takes_the_place_of_the_old(tmp_path):
    """What kg wrote before and does not write now is gone."""
    fill(tmp_path / "f", a="old", b="old")
    fill(tmp_path / "f", b="new", c="new")
    assert texts(tmp_path / "f") == {"b": "new", "c": "new"}
    assert list(tmp_path.iterdir()) == [tmp_path / "f"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems rename twice")
def test_folders_are_exchanged_at_one_stroke(tmp_path, monkeypatch):
    """At no moment is there no folder: nothing is renamed away before the new one comes."""
    fill(tmp_path / "f", a="old")

    def rename(*_):
        raise AssertionError

    monkeypatch.setattr(Path, "rename", rename)
    fill(tmp_path / "f", b="new")
    assert texts(tmp_path / "f") == {"b": "new"}


def test_system_that_cannot_exchange_folders_renames_them(tmp_path, monkeypatch):
    """Without renameat2 the new folder takes the old one's place all the same."""
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    fill(tmp_path / "f", a="old")
    fill(tmp_path / "f", b="new")
    assert texts(tmp_path / "f") == {"b": "new"}
    assert list(tmp_path.iterdir()) == [tmp_path / "f"]


def test_old_folder_stands_after_an_error(tmp_path):
    """An error in the middle leaves the old folder and nothing beside it."""
    fill(tmp_path / "f", a="old")

    def write_half() -> None:
        with whole_folder(tmp_path / "f") as part:
            (part / "b").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert texts(tmp_path / "f") == {"a": "old"}
    assert list(tmp_path.iterdir()) == [tmp_path / "f"]


def test_files_of_others_are_kept(tmp_path):
    """What kg did not write stays, links as links."""
    fill(tmp_path / "f", a="old")
    (tmp_path / "f" / "mine").write_text("mine")
    (tmp_path / "f" / "link").symlink_to("mine")
    fill(tmp_path / "f", b="new")
    assert texts(tmp_path / "f") == {"b": "new", "mine": "mine", "link": "mine"}
    assert (tmp_path / "f" / "link").is_symlink()


def test_file_of_others_is_never_overwritten(tmp_path):
    """A file that kg did not write, where one of its own would go, is an error that names it."""
    fill(tmp_path / "f", b="old")
    (tmp_path / "f" / "a").write_text("mine")
    with pytest.raises(OutputError, match=r"f: a stands there.*-o"):
        fill(tmp_path / "f", a="new")
    assert texts(tmp_path / "f") == {"a": "mine", "b": "old"}


def test_folder_of_others_is_refused(tmp_path):
    """A folder that kg did not make is left alone, unless it is empty."""
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "mine").write_text("mine")
    with pytest.raises(OutputError, match=r"did not make it.*-o"):
        fill(tmp_path / "desktop", a="new")
    assert texts(tmp_path / "desktop") == {"mine": "mine"}
    (tmp_path / "empty").mkdir()
    fill(tmp_path / "empty", a="new")
    assert texts(tmp_path / "empty") == {"a": "new"}


def test_file_in_the_place_of_a_folder_is_told(tmp_path):
    """A file is not replaced by a folder."""
    (tmp_path / "f").write_text("mine")
    with pytest.raises(OutputError, match="Not a directory"):
        fill(tmp_path / "f", a="new")
    assert (tmp_path / "f").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
def test_what_a_killed_writer_left_is_taken_away(tmp_path):
    """The next writer of the same place clears it, files and folders alike, and touches nothing else."""
    (tmp_path / ".graph.html.abcdefgh.part").write_text("half")
    (tmp_path / ".csv.abcdefgh.part" / "deep").mkdir(parents=True)
    others = [tmp_path / ".graph.gexf.abcdefgh.part", tmp_path / ".graph.html.part", tmp_path / "graph.html.part"]
    for other in others:
        other.write_text("of others")
    with whole_file(tmp_path / "graph.html") as stream:
        stream.write("new")
    fill(tmp_path / "csv", a="1")
    assert sorted(tmp_path.iterdir()) == sorted([*others, tmp_path / "csv", tmp_path / "graph.html"])


def test_what_a_living_writer_writes_is_not_taken_away(tmp_path):
    """Two writers of one place, the second of which begins and ends within the first: both come to their end."""
    with whole_file(tmp_path / "f") as outer:
        with whole_file(tmp_path / "f") as inner:
            inner.write("inner")
        assert (tmp_path / "f").read_text() == "inner"
        outer.write("outer")
    assert (tmp_path / "f").read_text() == "outer"
    with whole_folder(tmp_path / "d") as part:
        fill(tmp_path / "d", a="inner")
        (part / "b").write_text("outer")
    assert texts(tmp_path / "d") == {"b": "outer"}
    assert sorted(tmp_path.iterdir()) == [tmp_path / "d", tmp_path / "f"]


def test_link_stays_and_leads_to_the_new_file(tmp_path):
    """Who put a link there wants the file elsewhere."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "file")
    for text in ("new", "newer"):
        with whole_file(tmp_path / "link") as stream:
            stream.write(text)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "there" / "file").read_text() == text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_written_to_and_stays(tmp_path):
    """Nothing takes the place of a pipe or a device, as which standard output may be named."""
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor() as pool:
        read = pool.submit((tmp_path / "pipe").read_text)
        with whole_file(tmp_path / "pipe") as stream:
            stream.write("text")
        assert read.result(10) == "text"
    assert (tmp_path / "pipe").is_fifo()


@pytest.fixture
def pipe():
    """The ends of a pipe without a name: handles to read and to write it."""
    ends = os.pipe()
    yield ends
    for end in ends:
        with suppress(OSError):
            os.close(end)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_pipe_without_a_name_is_written_to(pipe):
    """What a shell calls /dev/stdout or /dev/fd/63 leads to no file."""
    read, write = pipe
    with whole_file(Path(f"/dev/fd/{write}")) as stream:
        stream.write("text")
    assert os.read(read, 10) == b"text"


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_reader_of_a_pipe_may_leave(pipe):
    """It had enough: no place that cannot be written, but a broken pipe."""
    read, write = pipe

    def write_more_than_is_read() -> None:
        with whole_file(Path(f"/dev/fd/{write}")) as stream:
            os.close(read)
            stream.write("text" * 100_000)

    with pytest.raises(BrokenPipeError):
        write_more_than_is_read()
