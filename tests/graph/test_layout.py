import math
from itertools import combinations
from statistics import fmean

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import measure, place
from kg.graph.forces import by_forces
from kg.graph.packing import apart
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


def test_nodes_beyond_the_effort_lie_beside_what_they_belong_to(example_graph):
    """Where forces among all nodes would take too long, the others are near a neighbour, each on its own place."""
    part = sorted(max(nx.weakly_connected_components(example_graph), key=len))
    graph = nx.DiGraph(example_graph)
    places = by_forces(graph, part, 1000, lambda *_: 1.0, effort=30 * 30 * 50)
    assert len(set(places.values())) == len(part)
    for node in part:
        neighbours = [*graph.successors(node), *graph.predecessors(node)]
        assert min(math.dist(places[node], places[other]) for other in neighbours) < 1000


def test_communities_of_a_large_part_are_islands(monkeypatch):
    """In a part with too many nodes for one picture, most of a community lies nearer its own middle than others'."""
    monkeypatch.setattr("kg.graph.layout.ISLANDS", 20)
    graph = nx.MultiDiGraph()
    for field in range(3):
        graph.add_edges_from((f"p{field}-{p}", f"m{field}-{m}", "USES") for p in range(12) for m in range(4))
    graph.add_edges_from([("p0-0", "m1-0", "USES"), ("p1-0", "m2-0", "USES")])
    measure(graph)
    place(graph)
    spots = places(graph)
    assert {graph.nodes[f"p{field}-0"]["community"] for field in range(3)} == {1, 2, 3}
    fields = [[spot for node, spot in spots.items() if int(node[1]) == field] for field in range(3)]
    middles = [(fmean(x for x, _ in field), fmean(y for _, y in field)) for field in fields]
    at_home = [
        min(middles, key=lambda middle: math.dist(spot, middle)) == middles[number]
        for number, field in enumerate(fields)
        for spot in field
    ]
    assert fmean(at_home) > 0.9


@given(discs=st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100), st.floats(1, 50)), min_size=1, max_size=8))
def test_discs_are_moved_off_one_another(discs):
    """However they lie, two discs overlap by little in the end, and lone ones stay where they are."""
    middles = {str(n): (x, y) for n, (x, y, _) in enumerate(discs)}
    radius = {str(n): r for n, (_, _, r) in enumerate(discs)}
    moved = apart(middles, radius)
    for one, other in combinations(moved, 2):
        least = radius[one] + radius[other]
        assert math.dist(moved[one], moved[other]) > 0.6 * least
    if len(discs) == 1:
        assert moved == middles
