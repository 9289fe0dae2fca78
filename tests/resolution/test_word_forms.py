import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.word_forms import american, signs_in_words, singular

words = st.text(st.characters(categories=["L", "N"]), max_size=12) | st.text("abcehisuxzASX1", max_size=9)
endings = st.sampled_from(["s", "es", "ies", "ss", "sses", "xes", "zes", "ches", "Ss", "1s", "us", "is", "ses"])


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("policies", "policy"),
        ("networks", "network"),
        ("boxes", "box"),
        ("losses", "loss"),
        ("searches", "search"),
        ("SAEs", "SAE"),
        ("models", "model"),
        ("sizes", "size"),
        ("caches", "cache"),
        ("matrices", "matrix"),
        ("Analyses", "Analysis"),
        ("videos", "video"),
    ],
)
def test_plural_is_made_singular(plural, one):
    """English plurals and those of acronyms lose their ending."""
    assert one == singular(plural)


@pytest.mark.parametrize(
    "word",
    ["bias", "loss", "corpus", "analysis", "chaos", "gas", "PPO", "LEAVES", "As", "s", "", "us", "policy", "Grid8s"],
)
def test_what_is_no_plural_stays(word):
    """Words that merely end in s, capitals, words of few letters and small versions of a model are left alone."""
    assert word == singular(word)


@pytest.mark.parametrize(
    ("british", "spelling"),
    [
        ("optimisation", "optimization"),
        ("behaviour", "behavior"),
        ("modelling", "modeling"),
        ("labelled", "labeled"),
        ("centre", "center"),
        ("analyser", "analyzer"),
        ("tokeniser", "tokenizer"),
        ("randomised", "randomized"),
        ("Tokenisation", "Tokenization"),
    ],
)
def test_british_word_is_made_american(british, spelling):
    """One spelling stands for both."""
    assert spelling == american(british)


@pytest.mark.parametrize("word", ["promise", "four", "excellent", "otherwise", "DeepModelling", ""])
def test_other_words_keep_their_spelling(word):
    """Words that only look British, and names with capitals, stay."""
    assert word == american(word)


@pytest.mark.parametrize(
    ("word", "said"), [("Contests+", "Contestsplus"), ("R&D", "RandD"), ("C++", "Cplusplus"), ("Q*", "Q*"), ("", "")]
)
def test_signs_are_said(word, said):
    """Plus and ampersand are written out, other signs stay."""
    assert said == signs_in_words(word)


@given(words, endings)
def test_singular_has_no_singular(word, ending):
    """The singular of a singular is itself."""
    assert singular(word + ending) == singular(singular(word + ending))


@given(words, endings)
def test_singular_is_a_beginning(word, ending):
    """Nothing but the ending changes, and something is left of each word."""
    one = singular(word + ending)
    assert (word + ending).startswith(one.removesuffix("y"))
    assert one


@given(st.text("abehilmnorstuz", max_size=14))
def test_american_word_stays_american(word):
    """Spelling a word anew changes nothing more."""
    assert american(word) == american(american(word))


@given(st.text("aB1+&*", max_size=10))
def test_said_signs_are_words(word):
    """No plus and no ampersand is left."""
    assert not set("+&") & set(signs_in_words(word))


@pytest.mark.parametrize("word", ["Bayes", "dynamics", "series", "Robotics", "news"])
def test_singular_that_looks_like_a_plural(word):
    """What ends like a plural and is none stays as it is."""
    assert singular(word) == word
