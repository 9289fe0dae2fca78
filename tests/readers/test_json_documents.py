import json

import pytest

from kg.readers import json_documents
from kg.readers.content import Content


def read(value, **mapping):
    """The records of a value."""
    return list(json_documents.read(Content.of_text(json.dumps(value), mapping=mapping)))


@pytest.mark.parametrize("value", [[{"t": 1}], {"papers": [{"t": 1}]}, {"a": 1}])
def test_any_object_is_taken(value):
    """What a user calls papers cannot be known before the mapping is."""
    assert json_documents.recognises(json.dumps(value))


@pytest.mark.parametrize("text", ["[1, 2]", '["2401.00001"]', "[]", "{}", '"text"', "{not json", "[link](x)"])
def test_json_without_objects_is_not_taken(text):
    """Numbers and texts are no records."""
    assert not json_documents.recognises(text)


def test_mapping_names_the_keys():
    """Keys that nobody knows are read where they are named."""
    (paper,) = read([{"Headline": "T", "meta": {"Gist": "A"}}], title="headline", abstract="meta.Gist")
    assert (paper.title, paper.abstract) == ("T", "A")


def test_object_without_title_is_skipped():
    """Each object that is no paper is named with its number."""
    _, skipped = read([{"title": "T"}, {"x": 1}])
    assert str(skipped) == "source, record 2: no title"
