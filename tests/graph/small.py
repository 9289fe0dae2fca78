"""A small graph made for tests: four papers, what they name, and a family."""

import networkx as nx

PAPERS = {"old": 2020, "mid": 2022, "new": 2024, "undated": None}
EDGES = [
    ("paper:old", "method:kite", "PROPOSES"),
    ("paper:old", "benchmark:gsm8k", "EVALUATES_ON"),
    ("paper:mid", "method:kite", "USES"),
    ("paper:mid", "model:owl-2", "PROPOSES"),
    ("paper:new", "method:kite", "MENTIONS"),
    ("paper:new", "model:owl-2", "USES"),
    ("paper:new", "method:falcon", "PROPOSES"),
    ("paper:undated", "benchmark:gsm8k", "USES"),
    ("method:kite", "benchmark:gsm8k", "EVALUATED_ON"),
    ("model:owl-2", "model:owl", "VARIANT_OF"),
    ("model:owl-2", "method:kite", "COMPARED_WITH"),
]
LABELS = {
    "method:kite": "Kite",
    "method:falcon": "Falcon",
    "model:owl-2": "Owl 2",
    "model:owl": "Owl",
    "benchmark:gsm8k": "GSM8K",
}


def small_graph():
    """The graph; communities 1 and 2, places, and results beside it."""
    graph = nx.MultiDiGraph()
    for name, year in PAPERS.items():
        graph.add_node(f"paper:{name}", label=f"On {name}", kind="PAPER", **({"year": year} if year else {}), x=1.0)
    for node, label in LABELS.items():
        graph.add_node(node, label=label, kind=node.partition(":")[0].upper(), x=2.0)
    graph.nodes["method:kite"]["aliases"] = "KITE!; Dragon, paper"
    for source, target, role in EDGES:
        graph.add_edge(source, target, key=role, role=role)
    graph.edges["method:kite", "benchmark:gsm8k", "EVALUATED_ON"]["year"] = 2020
    graph.edges["model:owl-2", "method:kite", "COMPARED_WITH"]["year"] = 2022
    for number, nodes in ((1, ["paper:old", "method:kite", "benchmark:gsm8k"]), (2, ["paper:new", "method:falcon"])):
        for node in nodes:
            graph.nodes[node]["community"] = number
    graph.graph["results"] = [{"paper": "old", "value": "71"}, {"paper": "new", "value": "72"}]
    graph.graph["doubts"] = [
        {"type": "METHOD", "name": "Kites", "other": "Kite"},
        {"type": "METHOD", "name": "Falcons", "other": "Falcon"},
    ]
    return graph
