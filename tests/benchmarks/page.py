"""How large the page is and how long it takes to make, for graphs of three sizes with made-up but lifelike text.

    python tests/benchmarks/page.py FOLDER [--size small|middle|large] [--no-abstracts]

Writes a page a size into FOLDER and prints its nodes and edges, the seconds for measures, layout and page, and
the page's size. Each graph is the same whenever it is made. How fast a browser is with a page, a browser must say.
"""

import argparse
import itertools
import random
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx

from kg.exporters.html import write
from kg.graph import measure, place
from kg.graph.schema import COLORS, PAPER, Graph

#: Name of a size → nodes and edges.
SIZES = {"small": (1_010, 1_680), "middle": (10_000, 20_000), "large": (100_000, 300_000)}
#: Of a hundred nodes so many are of each kind, as in graphs of real abstracts.
KINDS = {PAPER: 24, "METHOD": 39, "MODEL": 17, "BENCHMARK": 14, "METRIC": 6}
ROLES = {"USES": 50, "PROPOSES": 16, "EVALUATES_ON": 10, "COMPARES_WITH": 8, "MENTIONS": 8, "REPORTS": 8}
NODES_PER_TOPIC = 60
WORDS_PER_SENTENCE, SENTENCES = 22, 9
SEED = 7


class Writer:
    """Makes words, names and abstracts, common words being frequent as in any text."""

    def __init__(self, chance: random.Random) -> None:
        syllables = [a + b for a in "bcdfglmnprst" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "on", "al")]
        lengths = chance.choices((1, 2, 3, 4), (2, 5, 4, 2), k=12_000)
        self.words = ["".join(chance.choices(syllables, k=length)) for length in lengths]
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.chance = chance

    def phrase(self, length: int) -> str:
        """So many words."""
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=length))

    def name(self) -> str:
        """The name of an entity, of one to three seldom words."""
        words = self.chance.sample(self.words, self.chance.choice((1, 1, 2, 3)))
        return " ".join(word.capitalize() for word in words)

    def sentence(self, name: str) -> tuple[str, int]:
        """A sentence that holds a name, and where."""
        before = f"{self.phrase(self.chance.randint(3, 9)).capitalize()} "
        return f"{before}{name} {self.phrase(self.chance.randint(4, 14))}.", len(before)


def make_graph(nodes: int, edges: int, abstracts: bool) -> Graph:
    """A graph of papers in topics, each of which names entities of its own topic more often than others."""
    chance = random.Random(SEED)
    writer, graph = Writer(chance), nx.MultiDiGraph()
    kinds = chance.choices(list(KINDS), list(KINDS.values()), k=nodes)
    topics = max(nodes // NODES_PER_TOPIC, 1)
    entities: list[list[str]] = [[] for _ in range(topics)]
    papers: list[tuple[str, int]] = []
    for number, kind in enumerate(kinds):
        topic, node = chance.randrange(topics), f"{kind.lower()}:{number}"
        if kind == PAPER:
            papers.append((node, topic))
        else:
            entities[topic].append(node)
            graph.add_node(node, label=f"{writer.name()} {number}", kind=kind, color=COLORS[kind], papers=0)
    unnamed = [list(names) for names in entities]
    for (node, topic), count in zip(papers, shares(edges, len(papers), chance), strict=True):
        add_paper(graph, node, named(entities, unnamed, topic, count, chance), writer, abstracts)
    for _, data in graph.nodes(data=True):
        data["aliases"] = writer.name() if data["kind"] != PAPER and chance.random() < 0.3 else ""
    return graph


def shares(edges: int, papers: int, chance: random.Random) -> list[int]:
    """How many edges each paper has."""
    cuts = sorted(chance.randrange(edges) for _ in range(papers - 1))
    return [high - low for low, high in itertools.pairwise([0, *cuts, edges])]


def named(
    entities: list[list[str]], unnamed: list[list[str]], topic: int, count: int, chance: random.Random
) -> list[str]:
    """The entities that a paper names: some that everybody names, most of its topic, some of any.

    First come those that no paper has named yet, and are taken from their list.
    """
    found = dict.fromkeys(unnamed[topic].pop() for _ in range(min(count, 3, len(unnamed[topic]))))
    for _ in range(count * 3):
        draw = chance.random()
        pool = entities[0 if draw < 0.1 else topic if draw < 0.8 else chance.randrange(len(entities))]
        if pool:
            found[pool[int(len(pool) * chance.random() ** 2)]] = None
        if len(found) >= count:
            break
    return list(found)


def add_paper(graph: Graph, node: str, names: list[str], writer: Writer, abstracts: bool) -> None:
    """Add a paper with its edges, each with a sentence of its abstract."""
    year = 2015 + int(11 * writer.chance.random() ** 0.5)
    date = f"{year}-{writer.chance.randint(1, 12):02d}-{writer.chance.randint(1, 28):02d}"
    told = [writer.sentence(graph.nodes[name]["label"]) for name in names]
    filling = [f"{writer.phrase(WORDS_PER_SENTENCE).capitalize()}." for _ in range(SENTENCES - len(told))]
    abstract = " ".join([*(sentence for sentence, _ in told), *filling])
    authors = "; ".join(writer.name() for _ in range(4))
    graph.add_node(node, label=writer.phrase(9).capitalize(), kind=PAPER, year=year, date=date, authors=authors)
    graph.nodes[node].update(color=COLORS[PAPER], url=f"https://example.org/{node[6:]}", venue=writer.phrase(3))
    if abstracts:
        graph.nodes[node]["abstract"] = abstract
    for name, (sentence, start) in zip(names, told, strict=True):
        role = writer.chance.choices(list(ROLES), list(ROLES.values()))[0]
        end = start + len(graph.nodes[name]["label"])
        evidence = {"evidence": sentence, "evidence_start": start, "evidence_end": end, "evidence_field": "abstract"}
        begin = abstract.index(sentence) + start
        places = f"abstract:{begin}-{begin + end - start}"
        confidence = round(0.4 + 0.6 * writer.chance.random() ** 0.4, 2)
        common = {"role": role, "confidence": confidence, "mentions": 1, "year": year, "date": date}
        graph.add_edge(node, name, key=role, places=places, found_by="known name", **common, **evidence)
        graph.nodes[name]["papers"] += 1


def timed(work: Callable[..., object], *given: object) -> float:
    """Seconds that some work takes."""
    start = time.perf_counter()
    work(*given)
    return time.perf_counter() - start


def figures(size: str, folder: Path, abstracts: bool) -> str:
    """A line of figures for a size, whose page is written on the way."""
    graph, path = make_graph(*SIZES[size], abstracts), folder / f"{size}.html"
    seconds = (timed(measure, graph), timed(place, graph), timed(write, graph, path))
    counts = f"{graph.number_of_nodes():>9,} {graph.number_of_edges():>9,}"
    return f"{size:8}{counts}" + "".join(f"{each:>8.1f} s" for each in seconds) + f"{path.stat().st_size / 1e6:>10.1f}"


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--size", choices=SIZES, action="append", help="only this size; may be given more than once")
    ask.add_argument("--no-abstracts", action="store_true", help="leave the abstracts out")
    said = ask.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    print("size        nodes     edges  measures    layout      page     in MB")
    for size in said.size or SIZES:
        print(figures(size, said.folder, not said.no_abstracts), flush=True)


if __name__ == "__main__":
    main()
