import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from insight.made import ROW, VALUES, papers_with_results, row, rows

from kg.errors import InputError, OutputError
from kg.insight import read_results, record, reported_rows, write_results
from kg.insight.values import amount, unit
from kg.model import Paper, PaperEntities, Result
from kg.names import one_line


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A place for results."""
    return tmp_path_factory.mktemp("results") / "results.jsonl"


@given(st.lists(rows, max_size=5))
def test_what_was_written_is_read_again(path, rows):
    """The rows come back as they were, in their order, whatever stands in them."""
    write_results(rows, path)
    assert read_results(path) == rows


@given(papers_with_results())
def test_every_result_is_a_row_with_its_value_in_its_sentence(papers):
    """No result is lost, and the offsets show each value in a sentence on one line."""
    rows = reported_rows(papers)
    assert len(rows) == sum(len(paper.results) for paper in papers)
    for one in rows:
        assert one.written == one.value
        assert one.sentence == one_line(one.sentence)
        assert one.title == one_line(one.title)


@given(papers_with_results(), st.randoms(use_true_random=False))
def test_order_of_papers_changes_no_row(papers, dice):
    """Rows stand by paper and place, however the papers come."""
    rows = reported_rows(papers)
    assert [row.paper for row in rows] == sorted(row.paper for row in rows)
    dice.shuffle(papers)
    assert reported_rows(papers) == rows


def test_rows_of_a_paper_stand_by_their_place():
    """Within a paper the text's order counts, not that of its results."""
    results = tuple(Result(value, "absolute", None, (n, n + 1), (0, 3)) for n, value in ((2, "3"), (0, "1")))
    assert [row.value for row in reported_rows([PaperEntities(Paper("p", "T", "1 3"), (), results)])] == ["1", "3"]


def test_value_is_found_in_a_sentence_over_several_lines():
    """Line breaks within the value and before it move its offsets, and a unit is written as the paper writes it."""
    abstract = "First.\nKite is\n\n  1.8\ntimes as fast\nas PPO."
    result = Result("1.8x", "ratio", None, (18, 27), (7, len(abstract)), subject="Kite", baseline="PPO")
    paper = PaperEntities(Paper("p", "Kites", abstract, year=2025, url="http://x"), (), (result,))
    (row,) = reported_rows([paper])
    assert row.sentence == "Kite is 1.8 times as fast as PPO."
    assert (row.written, row.value) == ("1.8 times", "1.8x")


def test_file_has_the_fields_that_are_promised(path):
    """A line is an object with the paper, the value, its names, and its sentence."""
    write_results([row(start="60.2")], path)
    written = json.loads(path.read_text(encoding="utf-8"))
    assert list(written) == (
        "paper title year url value kind from metric benchmark subject baseline sentence value_start value_end".split()
    )
    assert (written["from"], written["value"]) == ("60.2", "71.5")


@pytest.mark.parametrize(
    "line",
    [
        "{broken",
        "[1, 2]",
        "null",
        "7",
        '{"paper": "p"}',
        json.dumps(record(ROW) | {"value": 5}),
        json.dumps(record(ROW) | {"year": "2024"}),
        json.dumps(record(ROW) | {"value_start": None}),
        json.dumps(record(ROW) | {"colour": "red"}),
    ],
)
def test_broken_line_is_an_error_that_names_it(path, line):
    """What kg build has not written is refused with file and line, and with what to do."""
    path.write_text(json.dumps(record(ROW)) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"results\.jsonl:2: is not as kg build writes it: .*Build it anew"):
        read_results(path)


def test_missing_file_is_an_error_that_says_what_writes_it(tmp_path):
    """Without results the error says where they come from."""
    with pytest.raises(InputError, match=r"results\.jsonl: cannot be read: No such file.*kg build writes it"):
        read_results(tmp_path / "results.jsonl")


def test_file_that_is_no_text_is_an_error(path):
    """Bytes that are not UTF-8 are refused with the name of the file."""
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"results\.jsonl: cannot be read"):
        read_results(path)


def test_place_that_cannot_be_written_is_an_error(tmp_path):
    """A file where the folder should be is named."""
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(OutputError, match="cannot write"):
        write_results([ROW], tmp_path / "out" / "results.jsonl")


@pytest.mark.parametrize(
    ("value", "number"),
    list(zip(VALUES, [77.5, 1234.5, 0.09, 15.6, 1.8, 0.5, -3.0, -0.25, 12.2, 108000.0], strict=True)),
)
def test_value_is_read_as_a_number(value, number):
    """Signs, thousands, units and a missing zero are understood."""
    assert amount(value) == number


@pytest.mark.parametrize("value", ["", "many", "1.2.3", "%", "12 of 13", "--5"])
def test_what_is_no_number_has_no_amount(value):
    """A value that is no number comes to nothing rather than to something wrong."""
    assert amount(value) is None


@pytest.mark.parametrize(
    ("value", "written", "name"),
    [
        ("15.6%", "15.6\\%", "%"),
        ("1.8x", "1.8 times", "x"),
        ("24", "24 hours", "hours"),
        ("36.5", "36.5 points", ""),
        ("+5", "+5 percentage points", ""),
        ("77.5", "77.5", ""),
        ("9", "9ms", "ms"),
        ("9", "", ""),
    ],
)
def test_unit_is_the_sign_or_the_word_behind_the_number(value, written, name):
    """The value's own sign counts first, then the word of the sentence; points are no unit."""
    assert unit(value, written) == name


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text_has_an_amount_or_none(value, written):
    """No value breaks the reading of numbers and units."""
    assert amount(value) is None or isinstance(amount(value), float)
    assert isinstance(unit(value, written), str)
