"""What was found in each paper, one JSON object a line: the form that annotated abstracts have, too.

Title and abstract are written as they were read, before any cleaning, and offsets and texts are of these.
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from kg.model import Entity, Mention, Paper, PaperEntities, Result


def write_entities(papers: Iterable[PaperEntities], stream: TextIO) -> None:
    """Write a line for each paper, in the order in which they come."""
    for paper in papers:
        json.dump(_record(paper), stream, ensure_ascii=False)
        stream.write("\n")


def _record(paper: PaperEntities) -> dict[str, Any]:
    return {
        "id": paper.paper.id,
        "title": paper.paper.text_as_read("title"),
        "abstract": paper.paper.text_as_read("abstract"),
        "entities": [_entity(entity, paper.paper) for entity in paper.entities],
        "results": [_result(result) for result in paper.results],
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "value": result.value,
        "kind": result.kind,
        "metric": result.metric,
        "benchmark": result.benchmark,
        "subject": result.subject,
        "baseline": result.baseline,
        "from": result.start,
    }


def _entity(entity: Entity, paper: Paper) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": str(entity.type),
        "role": entity.role.value,
        "confidence": entity.confidence,
        "mentions": [_mention(mention, paper) for mention in entity.mentions],
    }


def _mention(mention: Mention, paper: Paper) -> dict[str, Any]:
    start, end = paper.span_as_read(mention.field, mention.start, mention.end)
    text = paper.text_as_read(mention.field)[start:end]
    return {"field": mention.field, "start": start, "end": end, "text": text}
