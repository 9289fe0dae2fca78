"""Papers and entities as a networkx graph with a fixed schema and a place on the map for each node."""

from kg.graph.assemble import assemble
from kg.graph.layout import place
from kg.graph.measures import measure

__all__ = ["assemble", "measure", "place"]
