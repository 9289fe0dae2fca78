"""Damaged sources: no reader fails, hangs, or gives a paper the abstract of another."""

import bz2
import gzip
import io
import lzma
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers.samples import CASES, WORDS, abstract, title
from readers.test_contract import MANY, NAMES, TEXTS, content, well_paired

from kg.errors import InputError
from kg.model import Paper, Skipped
from kg.readers.read import read_content
from kg.readers.unpacking import contents

#: What makes parsers stumble.
JUNK = [
    *(
        b"",
        b"\x00",
        b"\xff\xfe",
        b"\r",
        b"\n\n",
        b'"',
        b"'",
        b"{",
        b"}",
        b"[",
        b"]",
        b"<",
        b">",
        b"&",
        b"\\",
        b"@",
        b",",
    ),
    *(b"<![CDATA[", b"]]>", b"<!--", b"&#0;", b"&x;", b"\\ud800", b"\xed\xa0\x80", b"TY  - ", b"ER  - ", b"\xe2\x80"),
]
#: A source of a few kB is read in milliseconds; what takes so many hangs.
SLOW = 4000

#: How much is tried.
tried = settings(max_examples=150, deadline=SLOW, suppress_health_check=[HealthCheck.function_scoped_fixture])


def sample(name):
    """Three papers in a format, or one where it holds one."""
    return CASES[name].papers(*(WORDS if name in MANY else WORDS[:1]))


@st.composite
def damaged(draw, names=tuple(NAMES)):
    """The name of a format, and a source of it that was cut off, or in which bytes were changed or put in."""
    name = draw(st.sampled_from(names))
    source = bytearray(sample(name))
    if draw(st.booleans()):
        del source[draw(st.integers(0, len(source))) :]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(source)))
        if draw(st.booleans()):
            source[at:at] = draw(st.sampled_from(JUNK))
        else:
            source[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
    return name, bytes(source)


@tried
@given(damaged())
def test_damage_is_told_and_mixes_no_papers(case):
    """A reader gives papers and reasons, whatever came to its format, and each abstract stays with its title."""
    name, source = case
    assert all(map(well_paired, read_content(content(source), name)))


@tried
@given(st.sampled_from(NAMES), damaged())
def test_no_reader_fails_on_what_is_not_its_own(reader, case):
    """The damaged sources of all formats are given to all readers."""
    _, source = case
    assert all(isinstance(record, Paper | Skipped) for record in read_content(content(source), reader))


@tried
@given(damaged())
def test_no_format_is_found_in_damage_that_cannot_be_read(case):
    """Where the format is to be found, a damaged source is read or refused."""
    assert all(isinstance(record, Paper | Skipped) for record in read_content(content(case[1])))


@pytest.mark.parametrize("name", [name for name in TEXTS if name in MANY])
def test_lines_in_another_order_mix_no_papers(name):
    """Two lines that have changed places do not give a paper the abstract of another."""
    lines = sample(name).splitlines(keepends=True)
    for at in range(len(lines) - 1):
        swapped = [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]
        assert all(map(well_paired, read_content(content(b"".join(swapped)), name)))


@pytest.mark.parametrize("name", [name for name in TEXTS if name in MANY])
def test_cut_takes_no_paper_along_that_stood_before_it(name):
    """Wherever in the third paper a source ends, the first two are read."""
    case, source = CASES[name], sample(name)
    records = [case.record(title(word), abstract(word).strip()) for word in WORDS]
    start = len((case.begin + case.between.join(records[:2]) + case.between).encode())
    for cut in range(start, len(source) - len(case.end.encode()), 7):
        papers = [record for record in read_content(content(source[:cut]), name) if isinstance(record, Paper)]
        assert [paper.title for paper in papers[:2]] == [title(word) for word in WORDS[:2]]


def zipped(data):
    """A zip that holds the bytes as its one member."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("papers", data)
    return made.getvalue()


@tried
@given(
    st.sampled_from([gzip.compress, bz2.compress, lzma.compress, zipped]),
    st.sampled_from(NAMES),
    st.integers(0, 2000),
    st.binary(max_size=2),
)
def test_damaged_packing_is_told(pack, name, at, junk):
    """Where bytes are changed in what is packed, there are records and reasons, or an error that says what is wrong."""
    source = bytearray(pack(sample(name)))
    source[at : at + len(junk)] = junk
    with suppress(InputError):
        for one in contents("source", io.BytesIO(source), {}, ""):
            records = [one] if isinstance(one, Skipped) else read_content(one, name)
            assert all(isinstance(record, Paper | Skipped) for record in records)
