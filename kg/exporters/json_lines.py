"""What was found in each paper, one JSON object a line: the form that annotated abstracts have, too."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from kg.model import Entity, PaperEntities, Result


def write_entities(papers: Iterable[PaperEntities], stream: TextIO) -> None:
    """Write a line for each paper, in the order in which they come."""
    for paper in papers:
        json.dump(_record(paper), stream, ensure_ascii=False)
        stream.write("\n")


def _record(paper: PaperEntities) -> dict[str, Any]:
    return {
        "id": paper.paper.id,
        "title": paper.paper.title,
        "abstract": paper.paper.abstract,
        "entities": [_entity(entity) for entity in paper.entities],
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


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": str(entity.type),
        "role": entity.role.value,
        "confidence": entity.confidence,
        "mentions": [
            {"field": mention.field, "start": mention.start, "end": mention.end, "text": mention.text}
            for mention in entity.mentions
        ],
    }
