"""Labelled papers to train on: a gold file, and marks on corpus papers that are kept here without their texts."""

import csv
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from kg.errors import UnreadableInput
from kg.evaluation.labels import LabelledEntity, LabelledPaper, Span
from kg.model import Paper
from kg.names import name_key
from kg.readers.record import clean_paper

#: A row for each mention: the paper's id in the corpus, the number of the entity in the paper, its type and role,
#: and the mention's field and offsets.
MARKS = files("kg.training") / "marks.tsv"
HEADER = ("paper", "entity", "type", "role", "field", "start", "end")
#: Gold papers that are set aside to calibrate on, at most; and at most so large a share of all.
_SET_ASIDE, _SET_ASIDE_SHARE = 220, 0.2


def read_corpus(path: Path) -> Iterator[Paper]:
    """The papers of a JSON Lines file, gzipped or not, in its order. Raises UnreadableInput."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield Paper(record["id"], record["title"], record["abstract"])
    except (OSError, ValueError, KeyError) as exc:
        raise UnreadableInput(f"{path}: no corpus of papers with id, title and abstract: {exc}") from exc


def split(gold: Sequence[LabelledPaper]) -> tuple[list[LabelledPaper], list[LabelledPaper]]:
    """Gold papers to train on and to set aside; the same ones for the same file."""
    order = list(range(len(gold)))
    random.Random(1).shuffle(order)  # noqa: S311 (no secret)
    aside = min(_SET_ASIDE, int(len(gold) * _SET_ASIDE_SHARE))
    return [gold[n] for n in order[aside:]], [gold[n] for n in order[:aside]]


def read_marks(corpus: Iterable[Paper]) -> list[LabelledPaper]:
    """The corpus papers that are marked, with their marks; those that the corpus lacks are left out."""
    with MARKS.open(encoding="utf-8") as stream:
        rows = defaultdict(list)
        for row in csv.DictReader(stream, delimiter="\t"):
            rows[row["paper"]].append(row)
    return [_marked(paper, rows[paper.id]) for paper in corpus if paper.id in rows]


def _marked(paper: Paper, rows: list[dict[str, str]]) -> LabelledPaper:
    entities: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if row["entity"]:
            entities[row["entity"]].append(row)
    return LabelledPaper(
        paper.id, paper.title, paper.abstract, tuple(_entity(paper, mentions) for mentions in entities.values())
    )


def _entity(paper: Paper, mentions: list[dict[str, str]]) -> LabelledEntity:
    spans: list[Span] = [(row["field"], int(row["start"]), int(row["end"])) for row in mentions]
    texts = [(paper.title if field == "title" else paper.abstract)[start:end] for field, start, end in spans]
    first = mentions[0]
    forms = frozenset(map(name_key, texts))
    return LabelledEntity(texts[0], first["type"], first["role"], frozenset(spans), forms)


def cleaned(paper: LabelledPaper) -> LabelledPaper:
    """The same labels on the texts as readers clean them."""
    clean = clean_paper(paper.id, paper.title, paper.abstract)
    return replace(
        paper,
        title=clean.title,
        abstract=clean.abstract,
        entities=tuple(_on_clean_text(entity, clean) for entity in paper.entities),
    )


def _on_clean_text(entity: LabelledEntity, paper: Paper) -> LabelledEntity:
    spans = {(field, *paper.clean_span(field, start, end)) for field, start, end in entity.spans}
    forms = {name_key(paper.text(field)[start:end]) for field, start, end in spans}
    return replace(entity, spans=frozenset(spans), forms=entity.forms | forms)
