import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Place
from kg.readers.record import paper_of
from kg.readers.usual_names import usual_fields


def paper(record, **mapping):
    """The paper of a record."""
    return paper_of(usual_fields(record, mapping), Place("x"))


@pytest.mark.parametrize(
    "record",
    [
        {"title": "T", "abstract": "A"},
        {"Title": "T", "Abstract": "A"},
        {"TITLE": "T", "summary": "A"},
        {"paper_title": "T", "abstractText": "A"},
        {"paper": {"title": "T", "abstract": "A"}, "score": 1},
        {"key": "X", "data": {"title": "T", "abstractNote": "A"}},
        {"content": {"title": {"value": "T"}, "abstract": {"value": "A"}}},
        {"_source": {"title": ["T"], "abstract": ["A"]}},
        {"metadata": {"titles": [{"title": "T"}], "abstracts": [{"value": "A", "source": "arXiv"}]}},
        {"title": "T", "indexed_abstract": {"IndexLength": 1, "InvertedIndex": {"A": [0]}}},
    ],
)
def test_title_and_abstract_are_found(record):
    """Under usual names, in any case, one level deeper, as objects and lists."""
    found = paper(record)
    assert (found.title, found.abstract) == ("T", "A")


@pytest.mark.parametrize(
    "authors",
    [
        ["Ada Lovelace", "Alan Turing"],
        "Ada Lovelace; Alan Turing",
        [{"name": "Ada Lovelace"}, {"full_name": "Alan Turing"}],
        [{"given": "Ada", "family": "Lovelace"}, {"first": "Alan", "middle": [], "last": "Turing"}],
        [{"firstName": "Ada", "lastName": "Lovelace"}, {"creator": "Alan Turing"}],
        {"author": [{"text": "Ada Lovelace"}, {"text": "Alan Turing"}]},
        {"value": ["Ada Lovelace", "Alan Turing"]},
    ],
)
def test_authors_are_found(authors):
    """However scripts and services write lists of names."""
    assert paper({"title": "T", "authors": authors}).authors == ("Ada Lovelace", "Alan Turing")


def test_other_fields_are_found():
    """What the graph can use is kept."""
    found = paper(
        {
            "arxiv_id": "2401.01234",
            "title": "T",
            "publishedAt": "2024-01-02T00:00:00Z",
            "journal": {"name": "Folding Letters"},
            "DOI": ["10.1234/fold"],
            "tags": ["origami"],
            "citationCount": 9,
            "github_url": "https://github.com/ada/fold",
            "categories": ["cs.LG"],
        }
    )
    assert (found.id, found.date, found.venue, found.doi) == (
        "2401.01234",
        "2024-01-02",
        "Folding Letters",
        "10.1234/fold",
    )
    assert (found.keywords, found.citations, found.categories) == (("origami",), 9, ("cs.LG",))
    assert found.code == "https://github.com/ada/fold"


def test_mapping_goes_before_usual_names():
    """Who names a key has it, with any case and by a path."""
    assert paper({"title": "T", "Name": "N", "x": {"y": "A"}}, title="name", abstract="x.y").abstract == "A"
    assert paper({"title": "T", "Name": "N"}, title="name").title == "N"


def test_paragraphs_are_one_abstract():
    """An abstract in parts is put together."""
    assert paper({"title": "T", "abstract": ["We fold.", "We tear."]}).abstract == "We fold. We tear."


def test_object_is_no_title():
    """What no text can be made of is named."""
    assert paper({"title": {"a": 1}, "abstract": "A"}).reason == "its title is not a text but dict"


@pytest.mark.parametrize("wrap", [lambda value: [value], lambda value: {"value": value}])
@pytest.mark.parametrize("field", ["title", "abstract", "authors", "tags", "paper"])
def test_depth_is_borne(field, wrap):
    """What is nested as deeply as JSON may be raises nothing."""
    deep = "x"
    for _ in range(5_000):
        deep = wrap(deep)
    assert paper({"title": "T", field: deep})


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "value", "x"]), inner, max_size=2)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from("title abstract authors year date doi tags paper id url venue".split()), VALUES))
def test_nothing_raises(record):
    """Whatever stands under the names, there is a paper or a reason."""
    assert paper(record)
