"""The spaCy pipeline: blank English, and which components in which order."""

import sys
from collections.abc import Iterable, Iterator
from itertools import tee

import spacy
from spacy.language import Language

from kg.extraction import (  # noqa: F401 (importing them makes them known to spaCy)
    abbreviations,
    coined_names,
    headed_names,
    known_names,
    metric_names,
    overlaps,
    paired_names,
    rejected_names,
    repeated_names,
    versioned_names,
)
from kg.extraction.mentions import findings
from kg.extraction.paper_doc import make_doc
from kg.extraction.tokenizer import science_tokenizer
from kg.model import Findings, Paper

COMPONENTS = (
    "sentencizer",
    "title_sentence",
    "abbreviations",
    "known_names",
    "metric_names",
    "versioned_names",
    "coined_names",
    "headed_names",
    "paired_names",
    "repeated_names",
    "rejected_names",
    "overlaps",
)


def build_pipeline() -> Language:
    """The pipeline that marks names in docs made by `make_doc`; nothing is downloaded."""
    nlp = spacy.blank("en")
    nlp.tokenizer = science_tokenizer(nlp)
    # The limit guards spaCy's parser and entity recognizer, which are not used here.
    nlp.max_length = sys.maxsize
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def extract(papers: Iterable[Paper], nlp: Language | None = None) -> Iterator[Findings]:
    """Find the names in each paper; papers go in and findings come out one by one, in the same order."""
    nlp = nlp or build_pipeline()
    kept, read = tee(papers)
    docs = nlp.pipe(make_doc(nlp, paper) for paper in read)
    for paper, doc in zip(kept, docs, strict=True):
        yield findings(paper, doc)
