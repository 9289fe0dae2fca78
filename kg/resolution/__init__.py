"""Mentions → entities: one thing, one name, in a paper and over all papers."""

from kg.resolution.resolve import resolve

__all__ = ["resolve"]
