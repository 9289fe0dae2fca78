import pytest

from kg.extraction.known_names import KnownNames
from kg.model import EntityType


@pytest.fixture
def known(nlp):
    """A finder that knows three names."""
    finder = KnownNames(nlp, names=[])
    finder.add("chain-of-thought", EntityType.METHOD, "Chain-of-Thought")
    finder.add("MATH", EntityType.BENCHMARK, "MATH")
    finder.add("MATH-500", EntityType.BENCHMARK, "MATH-500")
    return finder


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("chain of thought", ["chain of thought"]),
        ("Chain-of-Thoughts", ["Chain-of-Thoughts"]),
        ("we do math on MATH", ["MATH"]),
        ("on MATH-500 and MATH", ["MATH-500", "MATH"]),
        ("aftermath", []),
    ],
)
def test_forms_match_as_their_spelling_asks(nlp, known, text, found):
    """Terms match in any case, hyphens and plural aside; a capital in one word is meant; the longest wins."""
    assert [span.text for span in known.match(nlp.make_doc(text))] == found


def test_usual_name_comes_along(nlp, known):
    """A find says what the lexicon calls it."""
    (span,) = known.match(nlp.make_doc("a chain of thought"))
    assert (span.kb_id_, span.label_, span.id_) == ("Chain-of-Thought", "METHOD", "known_names")


def test_meaning_of_the_paper_stands_above_the_lexicon(find):
    """An abbreviation that the paper explains otherwise is not the lexicon's."""
    found = find("We study postpartum onset (PPO) in mothers. PPO is rare.")
    assert [mention for mention in found.mentions if mention.name == "Proximal Policy Optimization"] == []
