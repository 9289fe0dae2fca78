import pytest

from kg.extraction.candidates import candidates
from kg.extraction.evidence import FINDERS
from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline, extract
from kg.model import Paper


@pytest.fixture(scope="session")
def nlp():
    """The pipeline, built once."""
    return build_pipeline()


@pytest.fixture
def find(nlp):
    """Find the mentions in an abstract under a title that says nothing."""

    def find(abstract, title="Some words"):
        (found,) = extract([Paper("1", title, abstract)], nlp)
        return found

    return find


@pytest.fixture(scope="session")
def finders():
    """The pipeline up to the recognizer, whose weights change with each training."""
    return build_pipeline(COMPONENTS[: COMPONENTS.index("learned_names")])


@pytest.fixture
def names(finders):
    """What the finders propose in an abstract, with types: the longest of those that overlap, then the most trusted."""

    def names(abstract, title="Some words"):
        doc = make_doc(finders, Paper("1", title, abstract))
        for _, component in finders.pipeline:
            doc = component(doc)
        taken, longest = set(), set()
        for place, type, _, _ in sorted(candidates(doc), key=order):
            tokens = range(place.start, place.end)
            if taken.isdisjoint(tokens):
                taken.update(tokens)
                longest.add((place.text, type))
        return longest

    def order(found):
        return found.phrase.start - found.phrase.end, found.phrase.start, list(FINDERS).index(found.finder)

    return names
