"""What every reader keeps, whatever its format; `samples` holds how each format writes papers."""

import io

import pytest
from readers.samples import CASES, WORDS, abstract, title

from kg.model import Paper, Skipped
from kg.readers import READERS
from kg.readers.content import Content
from kg.readers.read import find_reader, read_content

NAMES = sorted(CASES)
TEXTS = [name for name in NAMES if not CASES[name].pack]
MANY = [name for name in NAMES if CASES[name].many]
BREAKABLE = [name for name in MANY if CASES[name].broken is not None]


def content(source):
    """The content of bytes."""
    return Content("source", io.BytesIO(source))


def read(name, source):
    """All records that a reader finds in bytes."""
    return list(read_content(content(source), name))


def told(papers):
    """Title and abstract of papers."""
    return [(paper.title, paper.abstract) for paper in papers]


def expected(*words):
    """Title and abstract of the papers of these words."""
    return [(title(word), abstract(word).strip()) for word in words]


def well_paired(record):
    """Whether a record, if it is a paper whose title is one of the samples', holds nothing of another's abstract."""
    if isinstance(record, Skipped):
        return True
    named, told = ({word for word in WORDS if word.lower() in text.lower()} for text in (record.title, record.abstract))
    return not named or told <= named


def test_every_reader_has_samples():
    """No reader stays out of these tests."""
    assert set(CASES) == set(READERS)


@pytest.mark.parametrize("name", [name for name in NAMES if CASES[name].recognised])
def test_source_goes_to_its_own_reader(name):
    """Of all readers, asked in their order, that of the format takes its source."""
    assert find_reader(content(CASES[name].papers("Fold"))) is READERS[name]


@pytest.mark.parametrize("text", ["", "\n\n", "Dear reader,\n\nthis is a letter.\n", "\x00\x01", "a,b\n1,2\n"])
@pytest.mark.parametrize("name", NAMES)
def test_reader_does_not_take_other_text(name, text):
    """Text of no known format is not taken."""
    assert not READERS[name].recognises(text)


@pytest.mark.parametrize("name", NAMES)
def test_paper_is_read_with_its_place(name):
    """Title and abstract come out, and the paper says where it stands."""
    (paper,) = read(name, CASES[name].papers("Fold"))
    assert told([paper]) == expected("Fold")
    assert paper.place.source == "source"
    assert not paper.place.is_whole_source or not CASES[name].many


@pytest.mark.parametrize("name", MANY)
def test_papers_come_one_by_one_in_their_order(name):
    """Each record is one paper, and its place stands behind that of the one before."""
    papers = read(name, CASES[name].papers(*WORDS))
    assert told(papers) == expected(*WORDS)
    places = [paper.place.line or paper.place.record for paper in papers]
    assert places == sorted(set(places))


@pytest.mark.parametrize("name", BREAKABLE)
def test_broken_record_is_reported_and_takes_no_neighbour_along(name):
    """A broken record between two good ones is Skipped with its place; both neighbours are read."""
    case = CASES[name]
    before, after = (case.record(title(word), abstract(word).strip()) for word in ("Fold", "Tear"))
    records = read(name, case.source(before, case.broken, after))
    assert told(record for record in records if isinstance(record, Paper)) == expected("Fold", "Tear")
    skipped = [record for record in records if isinstance(record, Skipped)]
    assert skipped
    assert all(record.place.source == "source" and not record.place.is_whole_source for record in skipped)


@pytest.mark.parametrize("name", [name for name in TEXTS if name in MANY])
def test_abstract_never_lands_on_another_title(name):
    """Every paper that is read has its own abstract, whichever line is lost."""
    lines = CASES[name].papers(*WORDS).splitlines(keepends=True)
    for lost in range(len(lines)):
        assert all(map(well_paired, read(name, b"".join(lines[:lost] + lines[lost + 1 :]))))


@pytest.mark.parametrize("name", TEXTS)
def test_empty_input_holds_no_record(name):
    """Nothing comes of nothing."""
    assert not [record for record in read(name, b"") if isinstance(record, Paper)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("name", TEXTS)
def test_encoding_makes_no_difference(name, encoding):
    """What is written in another encoding, marked or not, is the same paper."""
    source = CASES[name].papers("Fold").decode().replace("policy", "naïve “policy” of Müller")
    (paper,) = read(name, source.encode(encoding, "xmlcharrefreplace"))
    assert "a naïve “policy” of Müller that" in paper.abstract


@pytest.mark.parametrize("name", TEXTS)
def test_ends_of_lines_make_no_difference(name):
    """Lines may end as they do on Windows, or did on old Macs."""
    source = CASES[name].papers("Fold")
    for end in (b"\r\n", b"\r"):
        assert told(read(name, source.replace(b"\n", end))) == expected("Fold")


@pytest.mark.parametrize("name", TEXTS)
def test_byte_that_is_no_utf8_costs_no_paper(name):
    """A byte of another encoding is read as such, and no neighbour is lost."""
    source = CASES[name].papers("Fold").replace(b"policy", b"p\xf6licy")
    (paper,) = read(name, source)
    assert "a pölicy that" in paper.abstract
