import pytest
from spacy.util import filter_spans

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
        order = sorted(candidates(doc), key=lambda span: (-len(span.text), FINDERS.index(span.id_), span.start))
        return {(span.text, span.label_) for span in filter_spans(order)}

    return names
