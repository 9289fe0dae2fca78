"""Mentions → entities: one thing, one name, in a paper and over all papers."""

from kg.resolution.curation import Rule, read_curation, write_curation
from kg.resolution.decided_families import obeyed, with_former_names
from kg.resolution.doubts import Doubt, read_doubts, write_doubts
from kg.resolution.families import find_variants
from kg.resolution.resolve import Resolution, resolve

__all__ = [
    "Doubt",
    "Resolution",
    "Rule",
    "find_variants",
    "obeyed",
    "read_curation",
    "read_doubts",
    "resolve",
    "with_former_names",
    "write_curation",
    "write_doubts",
]
