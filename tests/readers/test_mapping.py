import pytest

from kg.errors import UnknownFormat
from kg.readers import read_mapping


@pytest.mark.parametrize(
    ("texts", "mapping"),
    [
        ([], {}),
        (["title=Title,abstract=AB"], {"title": "Title", "abstract": "AB"}),
        (["title = The Title", "year=PY"], {"title": "The Title", "year": "PY"}),
        (["citations=Cited, All Databases,title=T"], {"citations": "Cited, All Databases", "title": "T"}),
        (["title=a=b"], {"title": "a=b"}),
    ],
)
def test_columns_are_named_by_field(texts, mapping):
    """Several in one text or in several; a column's name may hold nearly anything."""
    assert read_mapping(texts) == mapping


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["titel=X"], "Did you mean title?"),
        (["nonsense"], "fields are title, abstract"),
        (["title="], "names no column"),
        (["title=A", "title=B"], "two columns"),
        ([""], "no field"),
    ],
)
def test_what_cannot_be_meant_is_told(texts, told):
    """The error says what was wrong and what there is."""
    with pytest.raises(UnknownFormat, match=told.replace("?", r"\?")):
        read_mapping(texts)
