"""How fast and in how much memory the GraphML is written, beside networkx's own writer.

``python tests/benchmarks/graphml.py [--nodes 100000] [--edges 300000] [--networkx]`` makes a graph of papers and
methods with sentences of usual length, writes it, and prints seconds, megabytes, and by how much the memory grew above
the graph itself. ``--networkx`` measures networkx's writer instead. Each is a process of its own, for what is measured
is the most that a process ever used.
"""

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path

import networkx as nx

from kg.exporters.graphml import write
from kg.graph.schema import Graph

WORDS = "the a model of learns policy reward data with for from large small we show that on and benchmark".split()


def text(rng: random.Random, words: int) -> str:
    """Words in a row."""
    return " ".join(rng.choices(WORDS, k=words))


def make(nodes: int, edges: int) -> Graph:
    """Papers, a tenth as many methods, and edges between them; the same numbers give the same graph."""
    rng = random.Random(42)
    graph: Graph = nx.MultiDiGraph()
    methods = max(1, nodes // 10)
    papers = nodes - methods
    places = {"size": 8.0, "color": "#0072B2", "community": 1, "centrality": 1e-05}
    for number in range(papers):
        known = {
            "label": text(rng, 10),
            "kind": "PAPER",
            "year": 2024,
            "date": "2024-05-06",
            "abstract": text(rng, 150),
        }
        graph.add_node(f"paper:{number}", **known, x=rng.random(), y=rng.random(), **places)
    for number in range(methods):
        known = {"label": text(rng, 2), "kind": "METHOD", "papers": 3, "confidence": 0.9}
        graph.add_node(f"method:{number}", **known, x=rng.random(), y=rng.random(), **places)
    for number in range(edges):
        known = {"role": "USES", "confidence": 0.9, "mentions": 2, "found_by": "known_names", "evidence": text(rng, 25)}
        spots = {"evidence_start": 3, "evidence_end": 9, "evidence_field": "abstract", "places": "abstract:3-9"}
        ends = f"paper:{number % papers}", f"method:{(number % papers * 7 + number // papers) % methods}"
        graph.add_edge(*ends, key="USES", **known, **spots, year=2024, date="2024-05-06")
    return graph


def peak() -> float:
    """The most memory that the process has had resident, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--nodes", type=int, default=100_000)
    ask.add_argument("--edges", type=int, default=300_000)
    ask.add_argument("--networkx", action="store_true")
    said = ask.parse_args()
    graph = make(said.nodes, said.edges)
    before = peak()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.graphml"
        start, worked = time.perf_counter(), time.process_time()
        if said.networkx:
            nx.write_graphml_xml(graph, path)
        else:
            write(graph, path)
        seconds, worked = time.perf_counter() - start, time.process_time() - worked
        size = path.stat().st_size / 1e6
    print(f"writer       {'networkx' if said.networkx else 'kg'}")
    print(f"nodes, edges {graph.number_of_nodes():,}, {graph.number_of_edges():,}")
    print(f"seconds      {seconds:.1f} ({worked:.1f} of one processor)")
    print(f"written      {size:.0f} MB")
    print(f"graph        {before:.0f} MB resident")
    print(f"above it     {peak() - before:.0f} MB")


if __name__ == "__main__":
    main()
