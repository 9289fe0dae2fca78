import re

import pytest

from kg.errors import OutputError
from kg.places import CONTENTS, check_folder, check_places, check_whole_file, check_whole_folder


def test_folder_that_cannot_be_written_is_told_before_the_work(tmp_path, monkeypatch):
    """A file in its place or above it, or no permission for what is there; nothing is made."""
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "new" / "deep"):
        with pytest.raises(OutputError, match="Not a directory"):
            check_folder(folder)
    check_folder(tmp_path / "new" / "deep")
    monkeypatch.setattr("os.access", lambda place, _: place != tmp_path)
    with pytest.raises(OutputError, match=r"deep: Permission denied.*-o"):
        check_folder(tmp_path / "new" / "deep")
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_what_stands_in_the_place_is_told_before_the_work(tmp_path):
    """A folder where a file goes, or a file or a folder of others where a folder goes; nothing else is refused."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match=f"{re.escape(str(tmp_path))}: Is a directory.*-o"):
        check_whole_file(tmp_path)
    with pytest.raises(OutputError, match=r"file: Not a directory.*-o"):
        check_whole_folder(tmp_path / "file")
    with pytest.raises(OutputError, match=r"did not make it.*-o"):
        check_whole_folder(tmp_path)
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / CONTENTS).touch()
    for check in (check_whole_file, check_whole_folder):
        check(tmp_path / "new")
    check_whole_file(tmp_path / "file")
    check_whole_folder(tmp_path / "made")


def test_all_that_is_not_ours_is_named_at_once(tmp_path):
    """One message names every file in the way, and says what to do; what is ours, or not there, is in nobody's way."""
    *theirs, ours, gone = (tmp_path / name for name in ("a.json", "b.json", "c.json", "d.json"))
    for path in (*theirs, ours):
        path.write_text("there")
    expected = r"cannot write \S*a\.json: it is there already, as are b\.json, and .* with -o, or delete what kg left"
    with pytest.raises(OutputError, match=expected):
        check_places({**dict.fromkeys(theirs, False), ours: True, gone: False})
    check_places({ours: True, gone: False})
