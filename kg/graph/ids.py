"""Ids of nodes: readable, and dependent on nothing but the node itself."""

from kg.names import slug

_PAPER = "paper:"


def paper_id(id: str) -> str:
    """The node id of the paper that has this id."""
    return f"{_PAPER}{id}"


def is_paper_id(node: str) -> bool:
    """Whether it is the node id of a paper."""
    return node.startswith(_PAPER)


def entity_id(type: str, name: str) -> str:
    """The node id of an entity."""
    return f"{type.lower()}:{slug(name) or name}"
