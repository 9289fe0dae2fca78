"""Ids of nodes: readable, and dependent on nothing but the node itself."""

from kg.model import Paper
from kg.names import slug


def paper_id(paper: Paper) -> str:
    """The node id of a paper."""
    return f"paper:{paper.id}"


def entity_id(type: str, name: str) -> str:
    """The node id of an entity."""
    return f"{type.lower()}:{slug(name) or name}"
