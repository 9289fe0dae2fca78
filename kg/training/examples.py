"""Papers as the recognizer is trained on them: words, evidence, tags."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from multiprocessing import Pool
from sys import intern

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from kg.evaluation.labels import LabelledPaper
from kg.extraction.evidence import COLUMNS, evidence
from kg.extraction.learned_names import LearnedNames
from kg.extraction.paper_doc import field_start, make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline
from kg.extraction.tags import TaggedSpan, tags_of
from kg.model import EntityType, Paper


@dataclass(slots=True)
class Example:
    """One paper."""

    id: str
    words: list[str]
    #: Tokens × `COLUMNS`, eight columns a byte.
    packed_evidence: NDArray[np.uint8]
    #: A tag for each token; None where nobody has marked the paper.
    tags: NDArray[np.int64] | None = None
    #: Tokens × tags, the probabilities that a teacher gives.
    taught: NDArray[np.float16] | None = None

    @property
    def evidence(self) -> NDArray[np.float32]:
        """Tokens × `COLUMNS`, 0 or 1."""
        return np.unpackbits(self.packed_evidence, axis=1, count=len(COLUMNS)).astype(np.float32)


def plain_examples(papers: Iterable[Paper], processes: int) -> list[Example]:
    """Examples without tags, in the papers' order."""
    return _prepare(((paper, None) for paper in papers), processes)


def labelled_examples(papers: Iterable[LabelledPaper], processes: int) -> list[Example]:
    """Examples with the tags that the labels say; a label that cuts a token is left out."""
    return _prepare(((Paper(paper.id, paper.title, paper.abstract), paper) for paper in papers), processes)


def _prepare(papers: Iterable[tuple[Paper, LabelledPaper | None]], processes: int) -> list[Example]:
    with Pool(processes) as pool:
        examples = list(pool.imap(_example, papers, chunksize=50))
    for example in examples:  # equal words of different papers come from the processes as different objects
        example.words = list(map(intern, example.words))
    return examples


@cache
def _finders() -> Language:
    return build_pipeline(COMPONENTS[: COMPONENTS.index(LearnedNames.name)])


def _example(each: tuple[Paper, LabelledPaper | None]) -> Example:
    paper, labels = each
    nlp = _finders()
    doc = make_doc(nlp, paper)
    for _, component in nlp.pipeline:
        doc = component(doc)
    tags = None
    if labels is not None:
        spans: list[TaggedSpan] = []
        for entity in labels.entities:
            for field, start, end in entity.spans:
                begin = field_start(doc, "title" if field == "title" else "abstract")
                span = doc.char_span(begin + start, begin + end)
                if span is not None:
                    spans.append((span.start, span.end, EntityType(entity.type)))
        tags = tags_of(spans, len(doc))
    return Example(paper.id, [token.text for token in doc], np.packbits(evidence(doc).rows, axis=1), tags)


def vocabulary(examples: Iterable[Example]) -> list[str]:
    """All different words, in the order in which they come."""
    return list(dict.fromkeys(chain.from_iterable(example.words for example in examples)))
