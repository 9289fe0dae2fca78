import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.marked_names import Marked, mark, marked
from kg.extraction.paper_doc import make_doc, phrase
from kg.extraction.pipeline import build_pipeline
from kg.extraction.role_features import features
from kg.extraction.words_around import by_name
from kg.model import Paper

TITLE = "Some words"


@pytest.fixture(scope="module")
def reader():
    """What a doc must know before its names are marked: its sentences and its abbreviations."""
    return build_pipeline(["sentences", "abbreviations"])


@pytest.fixture(scope="module")
def things(reader):
    """Mark names in a text wherever they stand, given with types, and tell what speaks for the role of each thing."""

    def things(abstract, names, title=TITLE, usual=None):
        doc = make_doc(reader, Paper("1", title, abstract))
        for _, component in reader.pipeline:
            doc = component(doc)
        places = [
            (doc.char_span(*match.span(), alignment_mode="expand"), type)
            for name, type in names.items()
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", doc.text)
        ]
        known = usual or {}
        mark(
            doc,
            (
                Marked(phrase(doc, place.start, place.end), type, 0.9, "learned_names", known.get(place.text, ""))
                for place, type in places
            ),
        )
        return list(features(doc, marked(doc), by_name))

    return things


def _plain(features):
    """Features without the kind of thing that they speak of."""
    return {feature[1:] for feature in features}


@pytest.fixture
def around(things):
    """What speaks for the role of Oak, a method, at each of its places in an abstract."""

    def around(abstract, title=TITLE):
        (thing,) = things(abstract, {"Oak": "METHOD"}, title)
        return [_plain(each) for each in thing.of_mentions]

    return around


def test_nothing_marked_nothing_said(things):
    """A text without marked names has no features."""
    assert things("We walk and rest.", {}) == []


@pytest.mark.parametrize(
    ("abstract", "names", "usual"),
    [
        ("OakNet grows. Oak-Net stands, and oaknet falls.", ("OakNet", "Oak-Net", "oaknet"), {}),
        ("We use Layered Oak Trimming (LOT). LOT is new.", ("Layered Oak Trimming", "LOT"), {}),
        ("We use LOT (Layered Oak Trimming). LOT is new.", ("Layered Oak Trimming", "LOT"), {}),
        ("Oak stands here, an Ilex there.", ("Oak", "Ilex"), {"Ilex": "Oak"}),
    ],
)
def test_forms_of_one_name_are_one_thing(things, abstract, names, usual):
    """Spellings, abbreviation and long form, and a form that stands for a usual name are one thing."""
    (thing,) = things(abstract, dict.fromkeys(names, "METHOD"), usual=usual)
    assert len(thing.mentions) >= len(names)


def test_other_names_are_other_things(things):
    """Two names that neither look alike nor abbreviate each other are two things."""
    found = things("Oak beats Elm. Elm is small.", {"Oak": "METHOD", "Elm": "METHOD"})
    assert [thing.mentions for thing in found] == [(0,), (1, 2)]


@settings(deadline=None, max_examples=30)
@given(words=st.lists(st.sampled_from(["Oak", "Elm", "oak", "Elm-1", "runs", "(OT)", "Oak Tree", ".", "We"])))
def test_each_mention_belongs_to_one_thing(things, words):
    """No marked name is lost, none counts for two things, and each mention of a thing has features of its own."""
    found = things(" ".join(words), dict.fromkeys(("Oak", "Elm", "oak", "Elm-1", "OT"), "METHOD"))
    members = [n for thing in found for n in thing.mentions]
    assert sorted(members) == list(range(len(members)))
    assert all(len(thing.of_mentions) == len(thing.mentions) for thing in found)


@pytest.mark.parametrize(
    ("type", "kind"),
    [
        ("METHOD", "method"),
        ("MODEL", "method"),
        ("ROBOT", "method"),
        ("BENCHMARK", "benchmark"),
        ("METRIC", "metric"),
    ],
)
def test_kind_follows_the_type(things, type, kind):
    """Models and a user's own types speak as methods do, benchmarks and metrics for themselves."""
    (thing,) = things("We use Oak.", {"Oak": type})
    assert {feature[0] for feature in thing.all} == {kind}


def test_words_of_other_sentences_say_nothing(around):
    """The words around a name end where its sentence ends, and the title is no part of the first."""
    (said,) = around("Elms fall. We climb Oak daily. Birches stand.", title="Willows")
    words = {value for slot, value in said if slot.startswith(("left", "right"))}
    assert words == {"we", "climb", "daily", "."}


def test_near_words_have_a_place_and_far_ones_are_not_told(around):
    """Three words on a side are told with their place, and those beyond are left to the network."""
    (said,) = around("One two three four five six seven Oak stands.")
    assert {(slot, word) for slot, word in said if slot.startswith(("left", "right"))} == {
        ("left 0", "seven"),
        ("left 1", "six"),
        ("left 2", "five"),
        ("right 0", "stands"),
        ("right 1", "."),
    }


def test_a_shared_feature_counts_once(things):
    """What two mentions have in common stands once among all features of the thing."""
    (thing,) = things("We climb Oak. We climb Oak.", {"Oak": "METHOD"})
    shared = ("method", "left 0", "climb")
    assert [shared in each for each in thing.of_mentions] == [True, True]
    assert list(thing.all).count(shared) == 1
    assert set(thing.all) == {*thing.of_thing, *thing.of_mentions[0], *thing.of_mentions[1]}


def test_kinds_of_words_count_anywhere_in_the_sentence(around):
    """Words of proposing and comparing, and the paper's own voice, are seen on either side and however far."""
    proposed, beaten, listed = around(
        "We gladly and at long last propose the tall tree Oak. It surpasses the much older Oak. Birch and Oak stand."
    )
    assert {("we", "before"), ("proposing", "before")} <= proposed
    assert ("comparing", "before") in beaten
    assert ("in a list", 0) in listed
    assert not {("comparing", "before"), ("comparing", "behind")} & proposed


def test_background_ends_where_the_own_work_begins(around):
    """A name before the first word of the paper's own work stands in the background, one after it does not."""
    before, after = around("Oak is old. In this paper Oak is cut.")
    assert ("background", "") in before
    assert ("background", "") not in after


def test_sentences_are_counted_in_the_abstract(around):
    """The number of a sentence is told from the abstract's begin, and that it is the last; the title has none."""
    title, first, last = around("We climb Oak. We rest. We cut Oak.", title="Under Oak")
    assert not [value for slot, value in title if slot == "sentence"]
    assert [value for slot, value in first if slot == "sentence"] == [0]
    assert {value for slot, value in last if slot == "sentence"} == {2, "last"}


@pytest.mark.parametrize(("title", "named"), [("Oak: Climbing Trees", True), ("Climbing Oak: A Report", False)])
def test_title_that_begins_with_the_name_says_so(things, title, named):
    """A title of the form *Name: what it is* gives the paper's thing its name."""
    (thing,) = things("It rains.", {"Oak": "METHOD"}, title)
    assert ("in title", "") in _plain(thing.of_thing)
    assert (("title is its name", "") in _plain(thing.of_thing)) is named
