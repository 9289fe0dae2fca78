import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kg.extraction.tags import TAGS, best_tags, spans_of, tags_of
from kg.model import EntityType

METHOD, MODEL = EntityType.METHOD, EntityType.MODEL
NUMBER = {tag: number for number, tag in enumerate(TAGS)}


@st.composite
def apart(draw):
    """Spans that share no token, and the number of tokens."""
    cuts = sorted(draw(st.sets(st.integers(0, 20), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [(start, end, draw(st.sampled_from(EntityType))) for start, end in pairs], 20


@given(apart())
def test_spans_come_back_from_their_tags(case):
    """Writing spans as tags and reading them again gives the same spans."""
    spans, tokens = case
    assert spans_of(tags_of(spans, tokens)) == spans


def test_neighbours_stay_two():
    """Two names side by side do not become one."""
    spans = [(0, 2, METHOD), (2, 3, METHOD), (3, 5, MODEL)]
    assert spans_of(tags_of(spans, 5)) == spans


scores = arrays.arrays(np.float32, st.tuples(st.integers(1, 12), st.just(len(TAGS))), elements=st.integers(-9, 9))


@given(scores)
def test_best_tags_are_valid(given_scores):
    """Whatever the scores, the tags say spans, and the spans say the same tags."""
    tags = best_tags(given_scores)
    assert tags_of(spans_of(tags), len(tags)).tolist() == tags.tolist()


@given(arrays.arrays(np.float32, (3, len(TAGS)), elements=st.integers(-9, 9)))
def test_no_run_of_names_has_better_tags(given_scores):
    """Where all three words are names, no valid tags of three names' words score higher than those chosen."""
    given_scores[:, 0] = -99
    tags = best_tags(given_scores)
    names = [number for number, (part, _) in enumerate(TAGS) if part != "O"]
    valid = (combination for combination in itertools.product(names, repeat=3) if _well_formed(combination))
    best = max(sum(given_scores[n, tag] for n, tag in enumerate(combination)) for combination in valid)
    assert sum(given_scores[n, tag] for n, tag in enumerate(tags)) == best


def _well_formed(tags):
    parts = [TAGS[tag] for tag in tags]
    if parts[0][0] in "IE" or parts[-1][0] in "BI":
        return False
    return all(
        (one[0] in "BI") == (other[0] in "IE") and (one[0] not in "BI" or one[1] == other[1])
        for one, other in itertools.pairwise(parts)
    )


def test_a_broken_run_is_mended():
    """A beginning without an end becomes what scores best as a whole."""
    given_scores = np.full((2, len(TAGS)), -5, dtype=np.float32)
    given_scores[0, NUMBER["B", METHOD]] = 3
    given_scores[1, NUMBER["E", MODEL]] = 1
    given_scores[1, NUMBER["E", METHOD]] = 0
    assert spans_of(best_tags(given_scores)) == [(0, 2, METHOD)]
