"""The spaCy pipeline: blank English, and which components in which order."""

import sys
from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from threadpoolctl import ThreadpoolController

from kg import collector
from kg.extraction import (  # noqa: F401 (importing them makes them known to spaCy)
    abbreviations,
    agreeing_names,
    coined_names,
    headed_names,
    known_names,
    learned_names,
    metric_names,
    own_terms,
    paired_names,
    rejected_names,
    repeated_names,
    results,
    roles,
    sentences,
    versioned_names,
)
from kg.extraction.mentions import findings
from kg.extraction.paper_doc import make_doc
from kg.extraction.tokenizer import NAME as TOKENIZER
from kg.lexicons import Term
from kg.model import Findings, Paper

COMPONENTS = (
    "sentences",
    "abbreviations",
    "known_names",
    "metric_names",
    "versioned_names",
    "coined_names",
    "headed_names",
    "paired_names",
    "repeated_names",
    "rejected_names",
    "learned_names",
    "agreeing_names",
    "roles",
    "results",
)

#: Papers that pass each component together, at most, and their characters: what a component needs stays near the
#: processor, which saves a tenth of the time, and memory stays bounded.
_PAPERS, _CHARACTERS = 32, 100_000


def build_pipeline(components: Iterable[str] = COMPONENTS, terms: Iterable[Term] = ()) -> Language:
    """The pipeline that marks names in docs made by `make_doc`, and a user's own terms; nothing is downloaded."""
    with collector.at_rest():
        nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
        # The limit guards spaCy's parser and entity recognizer, which are not used here.
        nlp.max_length = sys.maxsize
        for component in components:
            nlp.add_pipe(component)
        if own := [(term.type, term.name.name, list(term.name.aliases)) for term in terms]:
            nlp.add_pipe("own_terms", before="roles" if "roles" in nlp.pipe_names else None, config={"terms": own})
    return nlp


def extract(papers: Iterable[Paper], nlp: Language | None = None) -> Iterator[Findings]:
    """Find the names in each paper; papers go in and findings come out in the same order, some at a time."""
    nlp = nlp or build_pipeline()
    threads = ThreadpoolController()
    for some in _together(papers):
        docs = [make_doc(nlp, paper) for paper in some]
        # Threads gain nothing on such small matrices, and wait for one another where other programs run.
        with threads.limit(limits=1, user_api="blas"):
            for _, component in nlp.pipeline:
                docs = [component(doc) for doc in docs]
        yield from map(findings, some, docs)


def _together(papers: Iterable[Paper]) -> Iterator[list[Paper]]:
    some: list[Paper] = []
    characters = 0
    for paper in papers:
        some.append(paper)
        characters += len(paper.title) + len(paper.abstract)
        if len(some) == _PAPERS or characters >= _CHARACTERS:
            yield some
            some, characters = [], 0
    if some:
        yield some
