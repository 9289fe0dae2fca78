"""The recipe of resolution: group within each paper, then name over all papers."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Entity, EntityType, Findings, Mention, Paper, PaperEntities
from kg.resolution.across_papers import Names
from kg.resolution.within_paper import Group, group_mentions


def resolve(findings: Iterable[Findings], min_confidence: float = 0.0) -> list[PaperEntities]:
    """Each paper with its entities, in the papers' order; the names do not depend on that order.

    What is less sure than ``min_confidence`` (0 to 1) in its paper is left out, before it can lend its name.
    """
    grouped = [(found.paper, _sure(group_mentions(found), min_confidence)) for found in findings]
    names = Names(group for _, groups in grouped for group in groups)
    return [_resolve_paper(paper, groups, names) for paper, groups in grouped]


def _sure(groups: Iterable[Group], min_confidence: float) -> list[Group]:
    return [group for group in groups if max(mention.confidence for mention in group.mentions) >= min_confidence]


def _resolve_paper(paper: Paper, groups: Iterable[Group], names: Names) -> PaperEntities:
    merged: dict[tuple[str, EntityType], list[Mention]] = defaultdict(list)
    for group in groups:
        merged[names.of(group)] += group.mentions
    entities = [_entity(name, type, mentions) for (name, type), mentions in merged.items()]
    return PaperEntities(paper, tuple(sorted(entities, key=lambda entity: (entity.type, entity.name))))


def _entity(name: str, type: EntityType, mentions: Iterable[Mention]) -> Entity:
    ordered = sorted(mentions, key=lambda mention: (mention.field != "title", mention.start))
    return Entity(
        name=name,
        type=type,
        role=min((mention.role for mention in ordered), key=lambda role: role.rank),
        confidence=max(mention.confidence for mention in ordered),
        mentions=tuple(ordered),
    )
