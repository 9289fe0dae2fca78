"""Labelled papers to train on: a gold file, and marks on corpus papers that are kept here without their texts."""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
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


def read_corpus(path: Path) -> Iterator[Paper]:
    """The papers of a JSON Lines file, gzipped or not, in its order. Raises UnreadableInput."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield Paper(record["id"], record["title"], record["abstract"])
    except (OSError, ValueError, KeyError) as exc:
        raise UnreadableInput(f"{path}: no corpus of papers with id, title and abstract: {exc}") from exc


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


def write_marks(papers: Iterable[LabelledPaper], target: Path) -> None:
    """Write marks without texts, sorted; a paper in which nothing is marked has one row without an entity."""
    with target.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, delimiter="\t", lineterminator="\n")
        table.writerow(HEADER)
        for paper in sorted(papers, key=lambda paper: paper.id):
            if not paper.entities:
                table.writerow((paper.id, "", "", "", "", "", ""))
            for number, entity in enumerate(paper.entities, 1):
                for field, start, end in sorted(entity.spans, key=lambda span: (span[0] != "title", span[1])):
                    table.writerow((paper.id, number, entity.type, entity.role, field, start, end))
