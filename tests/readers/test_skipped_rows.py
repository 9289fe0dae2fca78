import json

from kg.model import Paper, Place, Skipped
from kg.readers import SkippedRecords, write_skipped


def rows(path, skipped=(), papers=()):
    """The rows that are written."""
    records = SkippedRecords()
    for one in skipped:
        records.add(one)
    write_skipped(records, papers, path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_row_says_where_why_and_whether_it_is_kept(tmp_path):
    """What was skipped and what was read by its title, by source and place, whatever order it came in."""
    skipped = [
        Skipped(Place("b.xml", record=7), "no title"),
        Skipped(Place("b.xml"), "its format is not known"),
        Skipped(Place("a.jsonl", line=10), "not JSON: x"),
        Skipped(Place("a.jsonl", line=9), "no title"),
    ]
    papers = [Paper("1", "T", "", place=Place("a.jsonl", line=2)), Paper("2", "U", "A", place=Place("a.jsonl", line=1))]
    expected = [
        {"source": "a.jsonl", "line": 2, "reason": "no abstract: read by its title", "kept": True},
        {"source": "a.jsonl", "line": 9, "reason": "no title", "kept": False},
        {"source": "a.jsonl", "line": 10, "reason": "not JSON: x", "kept": False},
        {"source": "b.xml", "reason": "its format is not known", "kept": False},
        {"source": "b.xml", "record": 7, "reason": "no title", "kept": False},
    ]
    assert rows(tmp_path / "out", skipped, papers) == expected
    assert rows(tmp_path / "out", skipped[::-1], papers[::-1]) == expected


def test_file_name_that_is_no_text_is_written(tmp_path):
    """A name may hold bytes that no text has."""
    (row,) = rows(tmp_path / "out", [Skipped(Place("a\udcff.jsonl"), "empty")])
    assert row["source"] == "a?.jsonl"
