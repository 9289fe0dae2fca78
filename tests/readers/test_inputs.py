import io
import sys

import pytest

from kg.model import Paper, Skipped
from kg.readers import expand_inputs, read_sources

RECORD = '{"title": "T", "abstract": "A"}\n'


def names(*inputs):
    """The names of the sources that inputs stand for; None for what stands for nothing."""
    return [None if isinstance(source, Skipped) else source.name for source in expand_inputs(map(str, inputs))]


def records(*inputs, **options):
    """All records of all inputs."""
    return list(read_sources(expand_inputs(map(str, inputs)), **options))


@pytest.fixture
def folder(tmp_path):
    """A folder with two files, one of them in a folder inside, and a hidden one."""
    (tmp_path / "b.jsonl").write_text(RECORD)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.jsonl").write_text(RECORD)
    (tmp_path / ".hidden").write_text(RECORD)
    return tmp_path


def test_folder_stands_for_its_files(folder):
    """Files at any depth, in the order of their names, hidden ones left out."""
    assert names(folder) == [str(folder / "a" / "c.jsonl"), str(folder / "b.jsonl")]


def test_glob_stands_for_what_it_matches(folder):
    """A pattern is worked out where the shell did not."""
    assert names(folder / "*.jsonl") == [str(folder / "b.jsonl")]


def test_file_named_twice_is_read_once(folder):
    """The same file by two ways is one source."""
    assert len(names(folder / "b.jsonl", folder, folder / "a" / ".." / "b.jsonl")) == 2


def test_file_with_brackets_in_its_name_is_a_file(tmp_path):
    """What exists is taken as it is, not as a pattern."""
    path = tmp_path / "papers [1].jsonl"
    path.write_text(RECORD)
    assert names(path) == [str(path)]


@pytest.mark.parametrize("text", ["nowhere.txt", "no*where.txt", ""])
def test_input_that_is_not_there_is_skipped(text):
    """It is named, and not fatal."""
    (skipped,) = records(text)
    assert skipped.place.line is None
    assert skipped.place.source == text


def test_empty_folder_is_said_to_be_empty(tmp_path):
    """An empty folder is no silent nothing."""
    (skipped,) = records(tmp_path)
    assert "holds no files" in skipped.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04\x00\x00", "UTF-8"),
        (b"some text\n", "format"),
        ("x".encode("utf-16"), "UTF-8"),
    ],
)
def test_file_of_no_known_format_is_skipped(tmp_path, content, reason):
    """The reason says what the file is taken for, and its neighbour is read."""
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b").write_text(RECORD)
    skipped, paper = records(tmp_path)
    assert reason in skipped.reason
    assert isinstance(paper, Paper)


def test_named_format_is_not_looked_for(tmp_path):
    """With a format named, its reader reads, whatever the file looks like."""
    (tmp_path / "a").write_text("some text\n")
    (skipped,) = records(tmp_path, format="jsonl")
    assert skipped.place.line == 1


def test_standard_input_is_a_source(monkeypatch):
    """``-`` reads it, with a byte order mark or without."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + RECORD.encode())))
    (paper,) = records("-")
    assert paper.title == "T"
