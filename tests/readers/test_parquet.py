"""Parquet tables."""

import datetime
import io
import sys

import pytest

from kg.errors import MissingExtra, UnknownFormat, UnreadableInput
from kg.readers import parquet
from kg.readers.content import Content

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def written(*rows):
    """The bytes of a table with these rows."""
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), stream)
    return stream.getvalue()


def read(data, **mapping):
    """The records of a table."""
    return list(parquet.read(Content("x.parquet", io.BytesIO(data), mapping=mapping)))


def test_columns_of_any_type():
    """Lists, dates and numbers come to the fields of a paper; a row without a title is told."""
    row = {"Title": "A", "Summary": "B", "authors": [{"name": "Jane Doe"}], "categories": ["cs.LG"], "citations": 3}
    paper, skipped = read(written({**row, "published": datetime.date(2024, 1, 2), "vector": [0.5]}, {"Title": None}))
    assert (paper.title, paper.abstract, paper.authors) == ("A", "B", ("Jane Doe",))
    assert (paper.date, paper.year, paper.categories, paper.citations) == ("2024-01-02", 2024, ("cs.LG",), 3)
    assert str(skipped) == "x.parquet, record 2: no title"


def test_mapping_names_columns():
    """As in tables of text."""
    data = written({"heading": "A", "body": "B"})
    assert read(data, title="heading", abstract="body")[0].abstract == "B"
    with pytest.raises(UnknownFormat, match="The columns are heading, body"):
        read(data)


def test_broken_file_is_told():
    """Its index stands at the end, so nothing can be read of one that was cut off."""
    with pytest.raises(UnreadableInput, match="a broken Parquet file"):
        read(written({"title": "A", "abstract": "B"})[:-20])


def test_missing_package_names_the_extra(monkeypatch):
    """Without pyarrow the message says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"paper-kg\[parquet\]"):
        read(written({"title": "A"}))
