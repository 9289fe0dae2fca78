import math
from itertools import combinations

import networkx as nx

from kg.graph import place
from kg.graph.schema import RELATIONS


def places(graph):
    """The place of each node."""
    return {node: (data["x"], data["y"]) for node, data in graph.nodes(data=True)}


def test_every_node_has_a_place_of_its_own(example_graph):
    """No node lies on another, and all places are numbers."""
    spots = list(places(example_graph).values())
    assert len(set(spots)) == len(spots)
    assert all(math.isfinite(number) for spot in spots for number in spot)


def test_same_graph_same_places(example_graph):
    """Placing again gives the same picture."""
    before = places(example_graph)
    place(example_graph)
    assert places(example_graph) == before


def test_parts_do_not_overlap():
    """Each connected part has a box of its own."""
    graph = nx.MultiDiGraph()
    for part, size in enumerate([9, 5, 1, 1, 3]):
        nx.add_star(graph, [f"{part}-{n}" for n in range(size)])
    place(graph)
    boxes = []
    for part in nx.weakly_connected_components(graph):
        xs, ys = zip(*(places(graph)[node] for node in part), strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))
    for (left, right, top, bottom), (l2, r2, t2, b2) in combinations(boxes, 2):
        assert right < l2 or r2 < left or bottom < t2 or b2 < top


def test_what_more_papers_name_is_larger(example_graph):
    """Size grows with the number of papers."""
    sizes = {data["papers"]: data["size"] for _, data in example_graph.nodes(data=True) if "papers" in data}
    assert [sizes[number] for number in sorted(sizes)] == sorted(sizes.values())


def test_relations_between_entities_do_not_pull(example_graph):
    """Places and sizes are the same with and without them; a variant lies beside its family."""
    bare = example_graph.copy()
    related = [ends for *ends, role in bare.edges(data="role") if role in RELATIONS]
    assert related
    bare.remove_edges_from(related)
    place(bare)
    assert dict(bare.nodes(data="size")) == dict(example_graph.nodes(data="size"))
    assert places(bare) == places(example_graph)


def test_nodes_beyond_the_core_lie_beside_what_they_belong_to(monkeypatch, example_graph):
    """In a part too large for forces among all its nodes, the others are near a neighbour, each on its own place."""
    monkeypatch.setattr("kg.graph.layout.CORE", 30)
    place(example_graph)
    spots = places(example_graph)
    assert len(set(spots.values())) == len(spots)
    part = max(nx.weakly_connected_components(example_graph), key=len)
    for node in part:
        neighbours = [*example_graph.successors(node), *example_graph.predecessors(node)]
        assert min(math.dist(spots[node], spots[other]) for other in neighbours) < 1000
