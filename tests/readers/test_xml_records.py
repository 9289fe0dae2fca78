import re

import pytest

from kg.errors import UnreadableInput
from kg.model import Paper, Skipped
from kg.readers import text_window
from kg.readers.content import Content
from kg.readers.xml_records import read_elements, text_of

HEAD = '<?xml version="1.0"?>\n<set xmlns="urn:x" xmlns:y="urn:y">\n'


def fields(element):
    """Title and abstract of an element."""
    return {"title": text_of(element.find("{*}t")), "abstract": text_of(element.find("{*}a"))}


def read(*records, head=HEAD, end="</set>"):
    """What is read of a set of records."""
    return list(read_elements(Content.of_text(head + "\n".join(records) + end), "r|s", fields))


def record(title, abstract="An abstract."):
    """One record."""
    return f"<r><t>{title}</t><a>{abstract}</a></r>"


def titles(found):
    """The titles of what was read; None for what was not."""
    return [paper.title if isinstance(paper, Paper) else None for paper in found]


def test_records_are_read_in_order():
    """Every element of the names is a record, with or without a prefix of its own."""
    assert titles(read(record("A"), '<s id="1"><t>B</t></s>', "<y:r><y:t>C</y:t></y:r>")) == ["A", "B", "C"]


@pytest.mark.parametrize(
    "broken",
    [
        "<r><t>L</a></r>",
        "<r><t>L</t>",
        "<r><t>L</t><a>no end</r>",
        "<r><t>L</t><a x=1>a</a></r>",
        "<r>" + "<b>" * 100_000 + "</r>",
    ],
)
def test_broken_record_leaves_its_neighbours(broken):
    """What stands before and behind a broken record is read."""
    found = read(record("A"), broken, record("B"), record("C"))
    assert titles(found) == ["A", None, "B", "C"]
    assert found[1].reason.startswith("not XML: ")
    assert str(found[1].place) == "source, record 2"


def test_cut_source_is_said_to_be_cut():
    """The records before stay, and one line tells of the rest."""
    first, rest = read(record("A"), record("B")[:-9], end="")
    assert (first.title, rest.reason) == ("A", "cut off: the source ends inside this record")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("A &amp; B", "A & B"),
        ("A & B", "A & B"),
        ("caf&eacute; &ndash; bar", "café – bar"),
        ("a&#946;c", "aβc"),
        ("x <y:i>y</y:i> z", "x y z"),
        ("x <q:i>y</q:i> z", "x y z"),
        ("H\n   <sub>2</sub>O", "H2O"),
        ("a\x0bb", "a\ufffdb"),
        ("<![CDATA[a < b]]>", "a < b"),
        ("a<!-- not this -->b", "ab"),
        ("<f>x<annotation>TeX</annotation></f>", "x"),
    ],
)
def test_text_is_read_as_it_was_meant(written, read_as):
    """Markup is text, small faults are mended."""
    (paper,) = read(record("T", written))
    assert (paper.abstract_as_read.text if paper.abstract_as_read else paper.abstract) == read_as


def test_entities_are_never_expanded():
    """A source that defines entities is refused before anything of it is read."""
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<set>'
    with pytest.raises(UnreadableInput, match="entities"):
        read(record("&b;"), head=bomb)


def test_document_type_without_entities_is_passed_over():
    """PubMed names its document type; nothing is fetched."""
    head = '<!DOCTYPE set PUBLIC "-//X//EN" "https://example.org/x.dtd">\n<set>'
    assert titles(read(record("A"), head=head)) == ["A"]


def test_file_of_the_system_is_not_read(tmp_path):
    """An entity that names a file never becomes its text."""
    (tmp_path / "secret").write_text("secret")
    late = f'<r><t>T</t><a>&x;</a></r><!DOCTYPE r [<!ENTITY x SYSTEM "{tmp_path}/secret">]>'
    assert not any("secret" in paper.abstract for paper in read(late, record("B")) if isinstance(paper, Paper))


def test_records_are_whole_wherever_the_window_ends(monkeypatch):
    """A source that comes in small pieces gives the same records."""
    monkeypatch.setattr(text_window, "_PIECE", 5)
    assert titles(read(*(record(f"T{n}") for n in range(50)))) == [f"T{n}" for n in range(50)]


def test_record_without_end_is_given_up(monkeypatch):
    """No more is held than one record may hold; the next is read."""
    monkeypatch.setattr(text_window, "LONGEST_RECORD", 1_000)
    monkeypatch.setattr(text_window, "_PIECE", 100)
    monkeypatch.setattr(text_window, "_MARGIN", 200)
    found = read(record("A"), record("L", "x" * 5_000), record("B"))
    assert titles(found) == ["A", None, "B"]
    assert re.match("a record of more than", found[1].reason)


def test_reader_may_refuse_an_element():
    """A text instead of fields is the reason why there is no paper."""
    (skipped,) = read_elements(Content.of_text("<r/></r>"), "r", lambda element: "a record of no use")
    assert isinstance(skipped, Skipped)
