"""The names of columns."""

import pytest

from kg.readers.columns import FILE, find_columns, missing_columns
from kg.readers.mapping import FIELDS

ROWS = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()]


def fields(mapping=None, **row):
    """The fields of one row, without those that are empty."""
    columns = find_columns(row, mapping or {})
    return {field: value for field, value in columns.fields(list(row.values())).items() if value}


def test_each_name_has_one_field_and_a_source():
    """The table has three columns; no name stands twice, case and marks aside; each field is one of a paper."""
    assert ROWS[0] == ["field", "column", "source"]
    assert all(len(row) == 3 and all(row) for row in ROWS)
    names = ["".join(filter(str.isalnum, column.casefold())) for _, column, _ in ROWS[1:]]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert {field for field, _, _ in ROWS[1:]} == {*FIELDS, "arxiv", "pmid", "notes"}


def test_names_match_without_case_spaces_and_marks():
    """`Abstract Note`, `abstract_note` and `AbstractNote` are one name."""
    for name in ("Abstract Note", "abstract_note", "AbstractNote", " ABSTRACT NOTE "):
        assert fields(**{"Title": "A", name: "B"})["abstract"] == "B"


def test_best_column_counts_that_is_not_empty():
    """Full names go before short ones, row by row."""
    columns = find_columns(["Authors", "Author full names", "Title"], {})
    rows = [["Doe J.", "Doe, Jane (123)", "A"], ["Roe R.", " ", "B"]]
    assert [columns.fields(row)["authors"] for row in rows] == [["Doe, Jane"], ["Roe R."]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Doe, Jane; Roe, Rick", ["Doe, Jane", " Roe, Rick"]),
        ("Doe J., Roe R.A.", ["Doe J.", "Roe R.A."]),
        ("Jane Doe, Rick Roe, and Ann Other", ["Jane Doe", "Rick Roe", "Ann Other"]),
        ("Jane Doe and Rick Roe", ["Jane Doe", "Rick Roe"]),
        ("Jane Doe|Rick Roe", ["Jane Doe", "Rick Roe"]),
        ("Doe, Jane", ["Doe, Jane"]),
        ("['Jane Doe', \"Rick O'Roe\"]", ["Jane Doe", "Rick O'Roe"]),
        ('["Jane Doe"]', ["Jane Doe"]),
    ],
)
def test_names_are_parted_as_tables_list_them(text, names):
    """By semicolons, bars, commas, *and*, or as a list of some programming language."""
    assert fields(title="A", authors=text)["authors"] == names


def test_names_that_touch_are_parted():
    """Springer puts nothing between them."""
    row = {"Item Title": "A", "Authors": "Jane DoeRick McRoeAnn LeOther"}
    assert [name.strip() for name in fields(**row)["authors"]] == ["Jane Doe", "Rick McRoe", "Ann LeOther"]


@pytest.mark.parametrize(
    ("row", "id"),
    [
        ({"EID": "2-s2.0-1"}, "2-s2.0-1"),
        ({"PMID": "31"}, "pmid:31"),
        ({"arXiv ID": "2301.00001v2", "ID": "7"}, "2301.00001"),
        ({"Url": "http://arxiv.org/abs/2301.00001"}, "2301.00001"),
        ({"Extra": "arXiv:2301.00001 [cs]"}, "2301.00001"),
        ({"Key": "ABCD1234", "Year": "2020"}, None),
    ],
)
def test_id_is_one_that_others_know(row, id):
    """An arXiv id goes first, wherever it stands; the key of a library is none."""
    assert fields(Title="A", **row).get("id") == id


def test_mapping_goes_before_what_is_known():
    """The user's columns count, the other fields are found."""
    row = {"Title": "Not this", "Heading": "This", "Text": "B", "Year": 2020}
    assert fields({"title": "Heading", "abstract": "text"}, **row) == {"title": "This", "abstract": "B", "year": 2020}
    assert find_columns(row, {"title": "Nowhere"}) is None


def test_title_alone_is_no_header():
    """A line of text can be a word that is a column's name."""
    assert find_columns(["Title"], {}) is None
    assert find_columns(["Year", "Abstract"], {}) is None


def test_message_names_the_columns():
    """Who has to map columns is told which there are."""
    assert "no column 'X'" in missing_columns(["A", "B"], {"title": "X"})
    assert missing_columns(["A", "B", ""], {}).startswith("no column is known to hold titles. The columns are A, B;")
