import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.known_names import SKIPPED, KnownNames
from kg.lexicons import read_names, read_quantities
from kg.model import EntityType

#: Words, numbers and mixtures of both, in a row.
FORMS = st.from_regex(r"\w{1,8}(\.[0-9]{1,3})?([ -]\w{1,8}(\.[0-9]{1,3})?){0,2}", fullmatch=True)


@pytest.fixture
def known(nlp):
    """A finder that knows some names, one of them without a word."""
    finder = KnownNames(nlp, names=[])
    finder.add("chain-of-thought", EntityType.METHOD, "Chain-of-Thought")
    finder.add("MATH", EntityType.BENCHMARK, "MATH")
    finder.add("MATH-500", EntityType.BENCHMARK, "MATH-500")
    finder.add("tall oak tree", EntityType.METHOD, "Tall Oak Tree")
    finder.add("-", EntityType.METHOD, "Dash")
    return finder


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("chain of thought", ["chain of thought"]),
        ("Chain-of-Thoughts", ["Chain-of-Thoughts"]),
        ("we do math on MATH", ["MATH"]),
        ("on MATH-500 and MATH", ["MATH-500", "MATH"]),
        ("aftermath", []),
        ("chains of thought of MATHs", ["MATHs"]),
        ("MATHS of MATH-500s", ["MATHS", "MATH"]),
        ("one tall oak tree, Tall Oak-Trees, tall oaks", ["tall oak tree", "Tall Oak-Trees"]),
        ("MATH-", ["MATH"]),
    ],
)
def test_forms_match_as_their_spelling_asks(nlp, known, text, found):
    """Terms match in any case, hyphens and plural aside; a capital in one word is meant; the longest wins."""
    assert [candidate.phrase.text for candidate in known.match(nlp.make_doc(text))] == found


def test_forms_are_cut_as_texts_are(nlp):
    """Whatever form the lexicons hold, its words are the tokenizer's, hyphens aside."""
    finder = nlp.create_pipe("known_names")
    rows = [row for type in EntityType for row in read_names(type)]
    for form in (form for row in (*rows, *read_quantities()) for form in row.forms):
        assert finder.words(form) == [token.text for token in nlp.tokenizer(form) if token.text not in SKIPPED], form


@pytest.fixture(scope="module")
def finder(nlp):
    """A finder without names of its own."""
    return KnownNames(nlp, names=[])


@given(form=FORMS)
def test_any_form_is_cut_as_texts_are(nlp, finder, form):
    """So are forms of a user's own, with numbers and versions in them."""
    words = [token.text for token in nlp.tokenizer(form) if token.text not in SKIPPED]
    assert finder.words(form) == words


def test_usual_name_comes_along(nlp, known):
    """A find says what the lexicon calls it."""
    (candidate,) = known.match(nlp.make_doc("a chain of thought"))
    assert candidate[1:] == ("METHOD", "known_names", "Chain-of-Thought")


def test_a_name_with_two_s_is_no_plural(find):
    """*COMPAS* is a data set, *COMPASS* is not."""
    assert [mention.text for mention in find("We audit COMPAS and COMPASS.").mentions if mention.name == "COMPAS"] == [
        "COMPAS"
    ]


def test_meaning_of_the_paper_stands_above_the_lexicon(find):
    """An abbreviation that the paper explains otherwise is not the lexicon's."""
    found = find("We study postpartum onset (PPO) in mothers. PPO is rare.")
    assert [mention for mention in found.mentions if mention.name == "Proximal Policy Optimization"] == []


def test_meaning_of_the_plural_is_that_of_the_singular(find):
    """An abbreviation that the paper explains in the plural has its meaning in the singular, too."""
    found = find("We study postpartum onsets (PPOs) in mothers. PPO is rare.")
    assert [mention for mention in found.mentions if mention.name == "Proximal Policy Optimization"] == []
