import io
import sys
import zipfile
from dataclasses import astuple
from itertools import permutations

import pytest
from readers.samples import CASES, WORDS

from kg.errors import UnknownFormat
from kg.model import Paper, Skipped
from kg.readers import expand_inputs, fold_papers, read_sources

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


def test_graphs_in_a_folder_are_no_papers(folder):
    """What kg built into a folder inside is passed over; another program's build.json is not."""
    for inside, text in (("out", '{\n "kg": "1"}'), ("src", "{}")):
        (folder / inside / "csv").mkdir(parents=True)
        (folder / inside / "build.json").write_text(text)
        (folder / inside / "csv" / "d.jsonl").write_text(RECORD)
    here = [str(folder / name) for name in ("a/c.jsonl", "b.jsonl", "src/build.json", "src/csv/d.jsonl")]
    assert names(folder) == here


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
        (" \n".encode("utf-16"), "empty"),
        (b"PK\x03\x04\x00\x00", "damaged"),
        (b"some text\n", "format is not known"),
        (b"\x00\x01\x02", "not a text"),
        (b"%PDF-1.4", "PDF"),
    ],
)
def test_file_of_no_known_format_is_skipped(tmp_path, content, reason):
    """The reason says what the file is taken for, and its neighbour is read."""
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b").write_text(RECORD)
    skipped, paper = records(tmp_path)
    assert reason in skipped.reason
    assert isinstance(paper, Paper)


@pytest.mark.parametrize(
    ("name", "content"),
    [("figure.dat", b"\x89PNG\r\n"), ("README.md", b"About this"), ("LICENSE", b"All rights"), ("page.css", b"a {}")],
)
def test_file_of_a_folder_that_is_plainly_no_input_is_harmless(tmp_path, name, content):
    """It is told; named by itself it counts as an input that cannot be read."""
    (tmp_path / name).write_bytes(content)
    assert [skipped.harmless for skipped in records(tmp_path)] == [True]
    assert [skipped.harmless for skipped in records(tmp_path / name)] == [False]


NOTE = "# The folder\n\n" + "It holds what was exported on a Monday, and how, and by whom, and why. " * 3


@pytest.mark.parametrize(
    ("name", "text"),
    [("ORIGIN.txt", NOTE), ("readme_first.txt", NOTE), ("x.txt", "by Ada"), ("API.md", NOTE + "\n## One\n\n## Two\n")],
)
def test_note_beside_exports_is_told_and_is_no_lost_input(tmp_path, name, text):
    """A text about the folder, one too short for a paper, and a document with headings hold no records."""
    (tmp_path / name).write_text(text)
    (tmp_path / "a.jsonl").write_text(RECORD)
    told = [record for record in records(tmp_path) if isinstance(record, Skipped)]
    assert [skipped.harmless for skipped in told] == [True]


@pytest.mark.parametrize("name", ["paper.txt", "about-time.txt", "origin-of-species.md", "authors' names.txt"])
def test_text_beside_exports_that_may_be_a_paper_counts_as_unread(tmp_path, name):
    """It has a title and an abstract, so that something may be lost."""
    (tmp_path / name).write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(RECORD)
    told = [record for record in records(tmp_path) if isinstance(record, Skipped)]
    assert [skipped.harmless for skipped in told] == [False]


def test_empty_file_of_a_folder_is_told_and_loses_nothing(tmp_path):
    """Named by itself it is an input that cannot be read."""
    (tmp_path / "a.csv").write_text("")
    assert [skipped.harmless for skipped in records(tmp_path)] == [True]
    assert [skipped.harmless for skipped in records(tmp_path / "a.csv")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        '{"meta": {"count": 0}, "results": [], "group_by": []}',
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id></feed>',
        "Title,Abstract,Year\n",
    ],
)
def test_source_without_any_record_is_told_and_loses_nothing(tmp_path, text):
    """The last page of a search is often empty; where a format is named, it may be the wrong one."""
    (tmp_path / "a").write_text(text)
    (tmp_path / "b.jsonl").write_text(RECORD)
    told = [record for record in records(tmp_path) if isinstance(record, Skipped)]
    assert [("no record" in skipped.reason, skipped.harmless) for skipped in told] == [(True, True)]
    (forced,) = records(tmp_path / "a", format="ris")
    assert ("no record" in forced.reason, forced.harmless) == (True, False)


def test_document_that_defines_entities_is_refused_by_that_name(tmp_path):
    """Also where no reader knows its root."""
    (tmp_path / "a.xml").write_text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')
    (skipped,) = records(tmp_path / "a.xml")
    assert "defines entities" in skipped.reason


def test_mapping_that_no_input_takes_is_an_error(tmp_path):
    """Who maps columns of a format that has none is told so, and not where another input has columns."""
    (tmp_path / "a.bib").write_bytes(CASES["bibtex"].papers("Fold"))
    (tmp_path / "b.csv").write_text("Name,Text\nT,A\n")
    mapping = {"title": "Name", "abstract": "Text"}
    with pytest.raises(UnknownFormat, match="bibtex has fields of its own"):
        records(tmp_path / "a.bib", mapping=mapping)
    assert len(records(tmp_path, mapping=mapping)) == 2


def test_records_count_whatever_the_name_of_their_file(tmp_path):
    """Readers are asked before names are."""
    (tmp_path / "README.png").write_text(RECORD)
    assert [paper.title for paper in records(tmp_path)] == ["T"]


TEXT = "On walking\n\nIt is good to walk. We walk with robots through gardens and show that they like it, too.\n"


def test_folder_of_texts_holds_a_paper_a_file(tmp_path):
    """First line the title, the rest the abstract; what is about the folder is no paper, nor is a note."""
    for name, text in [
        ("a.txt", TEXT),
        ("b.md", TEXT),
        ("note.txt", "Call Ada.\n"),
        ("README.md", TEXT),
        ("x.png", ""),
    ]:
        (tmp_path / name).write_text(text)
    found = records(tmp_path)
    assert [paper.title for paper in found if isinstance(paper, Paper)] == ["On walking"] * 2
    assert len(found) == 5


def test_texts_of_an_archive_are_papers(tmp_path):
    """A zip is a folder, too."""
    with zipfile.ZipFile(tmp_path / "texts.zip", "w") as archive:
        archive.writestr("texts/a.txt", TEXT)
        archive.writestr("texts/b.txt", TEXT)
    assert [paper.title for paper in records(tmp_path / "texts.zip")] == ["On walking"] * 2


def test_text_among_other_files_is_not_taken_for_a_paper(tmp_path):
    """Beside an export a text is a note, and a text by itself has to be named as one."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(RECORD)
    skipped, _ = records(tmp_path)
    assert "--format" in skipped.reason
    (alone,) = records(tmp_path / "a.txt")
    assert "--format" in alone.reason
    (paper,) = records(tmp_path / "a.txt", format="text")
    assert paper.title == "On walking"


def test_named_format_is_not_looked_for(tmp_path):
    """With a format named, its reader reads, whatever the file looks like."""
    (tmp_path / "a").write_text("some text\n")
    skipped, _ = records(tmp_path, format="jsonl")
    assert skipped.place.line == 1


def test_source_of_which_no_record_can_be_read_is_lost(tmp_path):
    """It is said once more of the whole; one paper saves it."""
    file = tmp_path / "a.jsonl"
    file.write_text('{"size": "T"}\n{"size": "U"}\n')
    assert [str(skipped.place) for skipped in records(file)] == [f"{file}:1", f"{file}:2", str(file)]
    file.write_text('{"size": "T"}\n{"title": "U"}\n')
    skipped, paper = records(file)
    assert (skipped.place.line, paper.title) == (1, "U")


def test_standard_input_is_a_source(monkeypatch):
    """``-`` reads it, with a byte order mark or without."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + RECORD.encode())))
    (paper,) = records("-")
    assert paper.title == "T"


def test_order_of_files_makes_no_difference(tmp_path):
    """Papers that several files hold come out the same, with the same places, in whatever order these are named."""
    for name, format, words in [
        ("a", "jsonl", WORDS),
        ("b", "jsonl", WORDS[1:]),
        ("c", "csv", WORDS),
        ("d", "ris", WORDS),
    ]:
        (tmp_path / name).write_bytes(CASES[format].papers(*words))
    orders = permutations(tmp_path / name for name in "abcd")
    first, *others = ([astuple(paper) for paper in fold_papers(records(*order))] for order in orders)
    assert len(first) == len(WORDS)
    assert all(other == first for other in others)
