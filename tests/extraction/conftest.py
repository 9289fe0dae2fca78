import pytest

from kg.extraction.pipeline import build_pipeline, extract
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


@pytest.fixture
def names(find):
    """The names in an abstract with their types, each once."""

    def names(abstract, title="Some words"):
        return {(mention.text, mention.type.value) for mention in find(abstract, title).mentions}

    return names
