import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.linear_model import LinearModel, read_linear_model, write_linear_model
from kg.extraction.words_around import LEFT, words_around

FEATURES = [("owl", "left", "tree"), ("owl", "left", 3), ("wren", "left", "tree"), ("owl", "right", "tree")]
WEIGHTS = np.array([[1, 2], [4, 8], [16, 32], [64, 128]], dtype=np.float32)
MODEL = LinearModel(FEATURES, WEIGHTS)

values = st.one_of(st.integers(-5, 5), st.text(max_size=4))
finite = st.floats(-100, 100, width=32)


@given(st.lists(st.sampled_from([("left", "tree"), ("left", 3), ("right", "tree")]), max_size=6))
def test_scores_add_up(features):
    """The score is the sum of the features' own scores, each as often as it is named."""
    alone = [MODEL.scores("owl", [feature]) for feature in features]
    assert MODEL.scores("owl", features) == [sum(score[0] for score in alone), sum(score[1] for score in alone)]


@pytest.mark.parametrize("feature", [("left", "bush"), ("left", 4), ("left", "3"), ("above", "tree"), ("", "")])
def test_what_is_unknown_counts_nothing(feature):
    """A feature whose slot or filling the model has not seen, or a number written as a word, adds nought."""
    assert MODEL.scores("owl", [feature]) == [0, 0]
    assert MODEL.scores("owl", [("left", "tree"), feature]) == [1, 2]


def test_each_kind_has_weights_of_its_own():
    """The same feature counts for each kind what that kind learned, and nought for an unknown kind."""
    told = {kind: MODEL.scores(kind, [("left", "tree")]) for kind in ("owl", "wren", "crow")}
    assert told == {"owl": [1, 2], "wren": [16, 32], "crow": [0, 0]}


def test_no_features_score_nought():
    """Where nothing speaks, or a model has learned nothing, every column is nought."""
    assert MODEL.scores("owl", []) == [0, 0]
    assert LinearModel([], np.zeros((0, 3), dtype=np.float32)).scores("owl", [("left", "tree")]) == [0, 0, 0]


def test_features_may_come_one_by_one():
    """An iterator of features is read as a list of them is."""
    features = [("left", "tree"), ("left", 3)]
    assert MODEL.scores("owl", iter(features)) == MODEL.scores("owl", features) == [5, 10]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["owl", "wren"]), st.text(max_size=3), values), st.tuples(finite, finite), max_size=8
    )
)
def test_written_models_come_back(tmp_path_factory, known):
    """A model that is written and read scores each feature, words and numbers alike, the same within half precision."""
    target = tmp_path_factory.mktemp("weights") / "model.npz"
    weights = np.array(list(known.values()), dtype=np.float32).reshape(-1, 2)
    write_linear_model(list(known), weights, target)
    before, after = LinearModel(list(known), weights), read_linear_model(target)
    for kind, *feature in known:
        expected = before.scores(kind, [tuple(feature)])
        assert after.scores(kind, [tuple(feature)]) == pytest.approx(expected, rel=1e-3, abs=1e-6)


def test_writing_twice_replaces(tmp_path):
    """Of two models written to one file the later is read."""
    target = tmp_path / "model.npz"
    write_linear_model(FEATURES, WEIGHTS, target)
    write_linear_model(FEATURES[:1], WEIGHTS[:1] * 2, target)
    assert read_linear_model(target).scores("owl", [("left", "tree"), ("left", 3)]) == [2, 4]


@given(st.lists(st.sampled_from(["tree", "bush", "owl"]), max_size=6), st.sampled_from(["owl", "wren", "crow"]))
def test_rows_that_are_looked_up_add_up_to_the_score(words, kind):
    """Words and other features that are looked up one after the other score as if they were named together."""
    known = [
        ("owl", "left far", "tree"),
        ("owl", "left", "bush"),
        ("wren", "left far", "tree"),
        ("owl", "sees", "tree"),
    ]
    model = LinearModel(known, WEIGHTS)
    lookup = model.lookup(kind)
    rows = [*words_around(LEFT, lookup.words(words), 1), *lookup.features([("sees", word) for word in words])]
    near, far = words[:1], words[1:]
    features = [*(("left", w) for w in near), *(("left far", w) for w in far), *(("sees", w) for w in words)]
    assert model.sums([rows]).tolist() == [model.scores(kind, features)]


@given(st.lists(st.lists(st.integers(0, len(FEATURES)), max_size=5), max_size=5))
def test_sums_are_of_each_collection(some):
    """Each collection of rows has a sum of its own, nought where it is empty, whatever stands beside it."""
    assert MODEL.sums(some).tolist() == [MODEL.sums([rows])[0].tolist() for rows in some]
    assert MODEL.sums([[]]).tolist() == [[0, 0]]


def test_matrix_of_a_slot_has_its_numbers_in_their_order():
    """The weights of a slot that numbers fill are a row a number, and for each kind; what is unknown is nought."""
    model = LinearModel([("owl", "size", 1), ("owl", "size", 0), ("wren", "size", 0)], WEIGHTS[:3])
    assert model.matrix(("owl", "wren"), "size").tolist() == [[[4, 8], [16, 32]], [[1, 2], [0, 0]]]
    assert model.matrix(("owl",), "left").shape == (0, 1, 2)
