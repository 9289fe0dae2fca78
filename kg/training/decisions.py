"""Decisions on doubtful names: strings of which the recognizer was unsure, each said to be a name or none.

They are kept here without their texts, like the marks, and mixed into what a teacher says of the same words.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from kg.extraction.paper_doc import words_of
from kg.extraction.tags import OUTSIDE, TAGS, tags_of
from kg.model import EntityType, Paper
from kg.training.examples import Example

#: A row for each string: the paper's id in the corpus, where the string first stands in a field as it was read, and its
#: type; ``none`` where it is no name, ``no METRIC`` where only this was asked, ``sure METRIC`` where a marked result is
#: of it. Two readers may say the same.
DECISIONS = files("kg.training") / "decisions.tsv"
HEADER = ("paper", "field", "start", "end", "type")

#: How far it counts that a string is a name of a type, against the teacher, 0 to 1: about as often as the gold papers
#: agreed that had been put among the others; and how far it counts that it is none.
TRUST = {EntityType.METHOD: 0.5, EntityType.METRIC: 0.5, EntityType.MODEL: 0.8, EntityType.BENCHMARK: 0.9}
DISTRUST = 0.95
#: The same for what a marked result is of: of 43 such metrics one was none.
SURE = 0.9


class Decision(NamedTuple):
    """What was decided of a string, wherever it stands in its paper: that it is of a type, or of none of these."""

    text: str
    type: EntityType | None
    denied: frozenset[EntityType] = frozenset()
    #: How far it counts that it is of the type.
    trust: float = 1.0


def read_decisions(papers: Iterable[Paper]) -> dict[str, list[Decision]]:
    """The decisions on these papers, by the papers' ids, of each first what is no name."""
    rows = defaultdict(list)
    with DECISIONS.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            rows[row["paper"]].append(row)
    return {
        paper.id: sorted(_read(paper, rows[paper.id]), key=lambda decision: decision.type is not None)
        for paper in papers
        if paper.id in rows
    }


def _read(paper: Paper, rows: Iterable[dict[str, str]]) -> Iterator[Decision]:
    for row in rows:
        field = "title" if row["field"] == "title" else "abstract"
        start, end = paper.clean_span(field, int(row["start"]), int(row["end"]))
        yield _decision(paper.text(field)[start:end], row["type"])


def _decision(text: str, said: str) -> Decision:
    how, _, type = said.rpartition(" ")
    match how, type:
        case _, "none":
            return Decision(text, None, frozenset(EntityType))
        case "no", denied:
            return Decision(text, None, frozenset({EntityType(denied)}))
        case _:
            return Decision(text, EntityType(type), trust=SURE if how == "sure" else TRUST[EntityType(type)])


def mix_in(decisions: Sequence[Decision], example: Example, tokenizer: Language) -> None:
    """Move what a teacher says of an example's words towards what was decided of them."""
    assert example.taught is not None  # noqa: S101 (a teacher has marked it)
    lowered = [word.lower() for word in example.words]
    for decision in decisions:
        words = [word.lower() for word in words_of(tokenizer.make_doc(decision.text))]
        for start in _places(words, lowered):
            _move(example.taught[start : start + len(words)], decision)


def _move(shares: NDArray[np.float16], decision: Decision) -> None:
    """Move the shares of the words of one place: words × tags."""
    if decision.type:
        shares *= 1 - decision.trust
        shares[range(len(shares)), tags_of([(0, len(shares), decision.type)], len(shares))] += decision.trust
    else:
        denied = [tag for tag, (_, type) in enumerate(TAGS) if type in decision.denied]
        shares[:, OUTSIDE] += DISTRUST * shares[:, denied].sum(axis=1)
        shares[:, denied] *= 1 - DISTRUST


def _places(words: Sequence[str], text: Sequence[str]) -> Iterator[int]:
    first, length = words[0], len(words)
    return (n for n, word in enumerate(text) if word == first and text[n : n + length] == words)
