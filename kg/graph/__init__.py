"""Papers and entities as a networkx graph with a fixed schema and a place on the map for each node."""

from kg.graph.assemble import assemble
from kg.graph.layout import place

__all__ = ["assemble", "place"]
