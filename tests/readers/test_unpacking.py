import bz2
import gzip
import io
import json
import lzma
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.model import Paper, Skipped
from kg.readers import compression, expand_inputs, read_sources

LINES = "".join(json.dumps({"title": f"Paper {n}", "abstract": "It is good to walk."}) + "\n" for n in range(2000))


def zipped(**members):
    """A zip of these members, dots in their names written as double underscores."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return made.getvalue()


def tarred(mode="w", **members):
    """A tar of these members, made like `zipped`."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name.replace("__", "."))
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def zstandard(data):
    """The bytes compressed with Zstandard."""
    return pytest.importorskip("backports.zstd").compress(data)


DATA = LINES.encode()
FIRST = DATA.splitlines(keepends=True)[0]
PACKED = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard,
    "zip": lambda data: zipped(papers__jsonl=data),
    "tar": lambda data: tarred(papers__jsonl=data),
    "tar, gzip": lambda data: tarred("w:gz", papers__jsonl=data),
    "gzip inside zip": lambda data: zipped(papers__jsonl__gz=gzip.compress(data)),
    "zip, xz": lambda data: lzma.compress(zipped(papers__jsonl=data)),
}


@pytest.fixture
def read(tmp_path):
    """The records of bytes in a file whose name tells nothing."""

    def _read(data, name="input"):
        (tmp_path / name).write_bytes(data)
        return list(read_sources(expand_inputs([str(tmp_path / name)])))

    return _read


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
def test_packed_file_is_read_as_the_file(read, pack):
    """Whatever it was compressed with, and whatever its name, the same papers come out."""
    assert read(pack(DATA)) == read(DATA)


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
def test_standard_input_may_be_packed(monkeypatch, pack):
    """What comes through a pipe is unpacked, too, though a pipe cannot be sought in."""
    pipe = io.BytesIO(pack(DATA))
    pipe.seekable = lambda: False
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(pipe)))
    assert len(list(read_sources(expand_inputs(["-"])))) == 2000


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_file_that_is_cut_off_says_so(read, pack, part):
    """The papers before the cut are read, and the rest is a Skipped that names the damage."""
    data = pack(DATA)
    records = read(data[: int(len(data) * part)])
    papers = [record for record in records if isinstance(record, Paper)]
    assert papers == read(DATA)[: len(papers)]
    assert isinstance(records[-1], Skipped)
    assert "cut off" in records[-1].reason or "damaged" in records[-1].reason


def test_papers_before_a_cut_are_read(read):
    """No more is lost than was packed behind the cut, to a line."""
    data = gzip.compress(DATA, compresslevel=0)
    assert len(read(data[: len(data) // 2])) == pytest.approx(1000, abs=10)


@pytest.mark.parametrize("pack", [PACKED["gzip"], PACKED["zip"], PACKED["xz"]], ids=["gzip", "zip", "xz"])
def test_bytes_that_were_changed_are_told(read, pack):
    """A checksum that is wrong does not pass in silence."""
    data = bytearray(pack(DATA))
    data[len(data) // 2] ^= 0xFF
    assert any(isinstance(record, Skipped) and "damaged" in record.reason for record in read(bytes(data)))


def test_members_are_told_by_their_names(read, tmp_path):
    """A record in an archive has the archive's name and the member's; hidden members are passed over."""
    members = {"b__jsonl": "{broken\n", "a/c__jsonl": FIRST, "__MACOSX/x": "x", "__hidden": "x"}
    records = read(zipped(**members), "papers.zip")
    assert sorted(str(record.place) for record in records) == [
        f"{tmp_path}/papers.zip/a/c.jsonl:1",
        f"{tmp_path}/papers.zip/b.jsonl",
        f"{tmp_path}/papers.zip/b.jsonl:1",
    ]


@pytest.mark.parametrize("name", ["../up.jsonl", "/etc/papers", "a/../../up.jsonl", "..\\up", "C:\\papers", "C:up"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_member_whose_path_leaves_the_archive_is_refused(read, name, pack):
    """It is named and not read, and its neighbour is read."""
    records = read(pack(**{name: b'{"title": "T"}\n', "good__jsonl": b'{"title": "G"}\n'}))
    assert sorted(type(record).__name__ for record in records) == ["Paper", "Skipped"]
    assert any("leads out of the archive" in record.reason for record in records if isinstance(record, Skipped))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(inner__zip=zipped(a=b"x")), "archive inside an archive"),
        (gzip.compress(gzip.compress(DATA)), "more than once"),
        (zipped(**{"[Content_Types]__xml": b"<x/>"}), "office"),
        (b"PK\x03\x04\x00\x00", "damaged"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "7-Zip"),
        (b"%PDF-1.7\n", "PDF"),
        (b"SQLite format 3\0 ...", "database"),
        (gzip.compress(b"", mtime=0), "empty"),
    ],
)
def test_what_cannot_be_unpacked_says_why(read, data, reason):
    """The reason names what the file is."""
    (skipped,) = read(data)
    assert reason in skipped.reason


def test_encrypted_member_is_named(read):
    """A password is asked of the user, not of the archive."""
    data = bytearray(zipped(a__jsonl=DATA))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    (skipped,) = read(bytes(data))
    assert "encrypted" in skipped.reason


@pytest.mark.parametrize(
    "pack", [PACKED["bzip2"], PACKED["zip"], PACKED["xz"], PACKED["tar, gzip"]], ids=["bzip2", "zip", "xz", "tar.gz"]
)
def test_file_that_unpacks_to_far_more_than_text_is_refused(read, monkeypatch, pack):
    """A trap is left after a bounded part of it."""
    monkeypatch.setattr(compression, "HARMLESS", 1_000_000)
    paper, *_, last = read(pack(FIRST + b"\n" * 3_000_000))
    assert paper.title == "Paper 0"
    assert "200 times" in last.reason


def test_traps_inside_an_archive_count_together(read, monkeypatch):
    """Neither many members nor members that are compressed again go round the limit."""
    monkeypatch.setattr(compression, "HARMLESS", 1_000_000)
    part = gzip.compress(FIRST + b"\n" * 600_000)
    one, other, last = read(zipped(a=part, b=part))
    assert isinstance(one, Paper)
    assert isinstance(other, Paper)
    assert "200 times" in last.reason


def test_much_text_is_no_trap(read, monkeypatch):
    """What text shrinks to stays far from the limit."""
    monkeypatch.setattr(compression, "HARMLESS", 0)
    assert len(read(lzma.compress(DATA))) == 2000


def test_missing_package_is_named_with_its_extra(read, monkeypatch, tmp_path):
    """Without the extra the file is not read, the message says what to install, and its neighbour is read."""
    packed = zstandard(DATA)

    def missing():
        raise ImportError

    monkeypatch.setattr(compression, "_zstd", missing)
    (skipped,) = read(packed)
    assert "paper-kg[zstd]" in skipped.reason
    (tmp_path / "papers").write_bytes(DATA)
    assert len(list(read_sources(expand_inputs([str(tmp_path)])))) == 2001


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux lists the open files")
@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
def test_what_is_opened_is_closed(read, pack):
    """Reading leaves no file open, whatever was packed in what."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    read(pack(DATA))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
