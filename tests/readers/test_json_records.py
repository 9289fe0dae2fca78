import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Paper, Skipped
from kg.readers import json_records, text_window
from kg.readers.content import Content
from kg.readers.json_records import first_records, read_objects, read_records

A, B = {"title": "A", "abstract": "a"}, {"title": "B", "abstract": "b"}


def objects(text):
    """The records of a text."""
    return list(read_objects(Content.of_text(text)))


SHAPES = {
    "array": [A, B],
    "array of arrays": [[A], [B]],
    "results": {"meta": {"count": 2}, "results": [A, B], "group_by": []},
    "data": {"total": 2, "data": [A, B]},
    "items": {"status": "ok", "message": {"total-results": 2, "items": [A, B]}},
    "papers": {"papers": [A, B]},
    "docs": {"responseHeader": {"status": 0}, "response": {"numFound": 2, "docs": [A, B]}},
    "hits": {"hits": {"total": 2, "hits": [A, B]}},
    "a list with a title": {"title": "My library", "items": [A, B]},
    "any key": {"created": "today", "reading_list": [A, B]},
    "by id": {"2501.00001": A, "2501.00002": B},
    "a feed": {"feed": {"title": "Query", "entry": [A, B]}},
    "columns by row": {"title": {"0": "A", "1": "B"}, "abstract": {"0": "a", "1": "b"}},
    "columns in arrays": {"title": ["A", "B"], "abstract": ["a", "b"], "query": ["x"]},
    "pages": [{"results": [A]}, {"results": [B]}],
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", SHAPES)
def test_records_are_found_in_every_wrapping(shape, indent):
    """However services and scripts wrap them, the records come out."""
    assert objects(json.dumps(SHAPES[shape], indent=indent)) == [A, B]


@pytest.mark.parametrize("between", ["\n", "", " ", ",\n", "\n\x1e", "\r\n"])
def test_objects_one_behind_the_other_are_records(between):
    """Lines, or what was appended again and again to one file."""
    assert objects(json.dumps(A) + between + json.dumps(B)) == [A, B]


def test_single_object_is_a_record():
    """One work, whatever it holds."""
    record = {"title": "T", "results": [{"value": "1"}], "authors": [{"name": "N"}], "data": {"x": 1}}
    assert objects(json.dumps(record)) == [record]


def test_string_of_json_is_read():
    """JSON that was written as a string of JSON is the JSON inside."""
    assert objects(json.dumps(json.dumps({"results": [A, B]}))) == [A, B]


@pytest.mark.parametrize("empty", ["", "[]", '{"results": []}', " \n"])
def test_nothing_holds_no_record(empty):
    """An answer without results has none."""
    assert objects(empty) == []


def test_long_wrapper_is_walked_through(monkeypatch):
    """An object that is too long to be parsed at once gives the same records."""
    monkeypatch.setattr(json_records, "WHOLE", 50)
    monkeypatch.setattr(text_window, "_PIECE", 20)
    for name, shape in SHAPES.items():
        if name != "by id":
            assert objects(json.dumps(shape)) == [A, B], name
    assert objects(json.dumps({"title": "T" * 99, "abstract": "a"})) == [{"title": "T" * 99, "abstract": "a"}]


@pytest.mark.parametrize(
    "wrap", ["[{}]", '{{"results": [{}], "next": null}}', '{{"message": {{"items": [{}]}}}}', "{}"]
)
@pytest.mark.parametrize("between", [",", ",\n", ", \n  "])
@pytest.mark.parametrize(
    "broken", ['{"title": "L, "abstract": "l"}', '{"title": "L" "abstract": "l"}', '{"title": "L", "abstract": ]}', "{"]
)
def test_broken_record_leaves_its_neighbours(wrap, between, broken):
    """The records before and behind a broken one are read, and it is reported."""
    text = wrap.format(between.join([json.dumps(A), broken, json.dumps(B), json.dumps(A)]))
    first, reason, *rest = objects(text)
    assert (first, rest) == (A, [B, A])
    assert reason.startswith("not JSON")


@pytest.mark.parametrize(
    "text", ['[{"title": "A", "abstract": "a"}, {"title": "B", "abs', '[{"title": "A", "abstract": "a"},']
)
def test_cut_source_is_said_to_be_cut(text):
    """What was read stays, and one line tells of the rest."""
    first, reason = objects(text)
    assert first == A
    assert reason.startswith("cut off")


def test_what_is_no_object_is_named():
    """A batch has null for what was not found."""
    assert objects(json.dumps([None, A, 3])) == ["not a JSON object: null", A, "not a JSON object: int"]


@pytest.mark.parametrize("mark", ["[", '{"a":', '[{"a":', '{"data":['])
def test_bottomless_nesting_ends_soon(mark):
    """A million levels cost a few reports and no crash."""
    found = objects(json.dumps(A) + "\n" + mark * 200_000)
    assert found[0] == A
    assert 1 < len(found) < 10
    assert all(isinstance(reason, str) for reason in found[1:])


def test_record_has_its_number():
    """Places count the records of the source, broken ones with them."""
    records = list(read_records(Content.of_text(json.dumps([A, None, B]), "x.json"), dict))
    assert [type(record) for record in records] == [Paper, Skipped, Paper]
    assert [str(record.place) for record in records] == [f"x.json, record {n}" for n in (1, 2, 3)]


def test_first_records_are_seen_in_a_head_that_is_cut():
    """A record longer than the head is known by the members that can be seen."""
    assert first_records('{"meta": {}, "results": [{"id": 1, "authorships": [{"a": 1}, {"a"') == (
        {"id": 1, "authorships": None},
    )
    assert first_records("no JSON, {at all}") == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=9,
)


@given(
    st.lists(st.fixed_dictionaries({"title": st.text(max_size=9), "x": JSON}), max_size=4), st.sampled_from([None, 1])
)
def test_array_gives_back_its_records(records, indent):
    """What was written as an array is read as it was."""
    assert objects(json.dumps(records, indent=indent)) == records


@given(JSON, st.integers(0, 200), st.characters(), st.integers(1, 9))
def test_damage_never_raises(value, place, character, length):
    """Whatever is overwritten, reading ends with records and reasons."""
    text = json.dumps({"results": [A, {"title": "T", "x": value}, B]})
    damaged = text[:place] + character * length + text[place + length :]
    assert all(isinstance(found, dict | str) for found in objects(damaged))


@pytest.mark.parametrize("wrap", ["[{}]", '{{"results": [{}]}}'])
def test_rest_that_is_not_found_is_reported(wrap):
    """Where nothing tells how records begin, it is said that what follows is not read."""
    broken, rest = objects(wrap.format('{"title: 1}, {"title": "A", "abstract": "a"}'))
    assert broken.startswith("not JSON: ")
    assert rest == "not JSON: what stands behind broken records is not found, and not read"


def test_what_a_broken_paper_cites_is_no_record():
    """Objects inside of one that stands alone and is broken are not taken for records."""
    (broken, rest) = objects('{"id": 1, "title": , "references": [{"id": 2, "title": "T"}, {"id": 3, "title": "U"}]}')
    assert broken.startswith("not JSON: ")
    assert rest.startswith("not JSON: what stands behind")


@pytest.mark.parametrize(
    "record",
    [
        {"title": ["A"], "abstract": ["a"]},
        {"title": ["A", "in two parts"], "abstract": "a"},
        {"title": ["A", "in two parts"], "abstract": ["one", "two", "three"]},
        {"title": {"value": "A"}, "abstract": {"value": "a"}},
        {"title": {}, "abstract": {}},
    ],
)
def test_paper_whose_title_is_a_list_or_an_object_is_one_paper(record):
    """Only what is written by rows is a table."""
    assert objects(json.dumps(record)) == [record]


def test_line_that_is_too_long_takes_no_neighbour_along(monkeypatch):
    """Its end is out of sight, and the record in the next line is read."""
    monkeypatch.setattr(text_window, "LONGEST_RECORD", 100_000)
    long = json.dumps({"title": "C", "abstract": "c" * 600_000})
    reason, *rest = objects(f"{long}\n{json.dumps(A)}\n{json.dumps(B)}\n")
    assert reason.startswith("a record of more than")
    assert rest == [A, B]
