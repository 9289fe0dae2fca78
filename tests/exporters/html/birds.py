"""Graphs about made-up birds, with all that a panel or a view can tell."""

import re

import networkx as nx
from strategies import HOSTILE

ABSTRACTS = {
    "paper:larks": "Lark learns to sing. On Nest it reaches an accuracy of 71%, and Owl reaches 64%.",
    "paper:owls": "Owl looks twice. We compare it with Lark, which sings 🐦 and Lark again.",
    "paper:nests": "A nest is a benchmark, and Nest is ours.",
}


def bird_graph():
    """Three papers about made-up methods that are compared on a made-up benchmark, with what they report."""
    graph = nx.MultiDiGraph()
    dates = {"paper:larks": "2021-02-03", "paper:owls": "2022-05-01"}
    for place, (paper, abstract) in enumerate(ABSTRACTS.items()):
        date = dates.get(paper)
        dated = {"date": date, "year": int(date[:4])} if date else {}
        graph.add_node(paper, kind="PAPER", abstract=abstract, x=90.0 * place, y=0.0, **dated)
    graph.nodes["paper:larks"].update(
        label="Lark sings", authors="Ada Finch; Bo Wren", url="https://example.org/larks", doi="10.1000/lark"
    )
    graph.nodes["paper:owls"].update(label="Owl looks twice")
    graph.nodes["paper:nests"].update(label="A nest")
    for place, (kind, label, papers) in enumerate(
        [("METHOD", "Lark", 2), ("METHOD", "Owl", 2), ("BENCHMARK", "Nest", 2), ("METRIC", "accuracy", 1)]
    ):
        name = f"{kind}:{label}".lower()
        graph.add_node(name, label=label, kind=kind, papers=papers, community=1, x=90.0 * place, y=90.0)
        graph.nodes[name]["community_name"] = "Lark · Owl"
    graph.nodes["method:lark"]["aliases"] = "Skylark"
    for paper, role, entity in [
        ("larks", "PROPOSES", "method:lark"),
        ("larks", "EVALUATES_ON", "benchmark:nest"),
        ("larks", "REPORTS", "metric:accuracy"),
        ("larks", "COMPARES_WITH", "method:owl"),
        ("owls", "PROPOSES", "method:owl"),
        ("owls", "COMPARES_WITH", "method:lark"),
        ("nests", "PROPOSES", "benchmark:nest"),
    ]:
        graph.add_edge(f"paper:{paper}", entity, key=role, role=role, confidence=0.9, **_proof(graph, paper, entity))
    graph.add_edge("method:lark", "method:owl", key="USED_TOGETHER", role="USED_TOGETHER", papers=2, npmi=0.4)
    graph.graph["results"] = [_result("Owl", "64%"), _result("Lark", "71%"), _result("Lark", "3%", kind="gain")]
    return graph


def _proof(graph, paper, entity):
    """The sentence of the first place of an entity's name in an abstract, and all its places."""
    label, abstract = graph.nodes[entity]["label"], ABSTRACTS[f"paper:{paper}"]
    places = [match.span() for match in re.finditer(label, abstract)]
    begin = max(abstract.rfind(". ", 0, places[0][0]) + 2, 0) if ". " in abstract[: places[0][0]] else 0
    end = abstract.find(". ", begin)
    return {
        "evidence": abstract[begin : end + 1 if end >= 0 else None],
        "evidence_start": places[0][0] - begin,
        "evidence_end": places[0][1] - begin,
        "evidence_field": "abstract",
        "places": "; ".join(f"abstract:{start}-{stop}" for start, stop in places),
    }


def _result(subject, value, kind="absolute"):
    sentence = f"On Nest {subject} reaches {value}."
    start = sentence.index(value)
    names = {"metric": "accuracy", "benchmark": "Nest", "subject": subject, "baseline": None}
    place = {"sentence": sentence, "value_start": start, "value_end": start + len(value)}
    paper = {"paper": "larks", "title": "Lark sings", "year": 2021, "url": None}
    return paper | names | place | {"value": value, "kind": kind, "from": None}


def crowd(number):
    """One method that so many papers use."""
    graph = nx.MultiDiGraph()
    graph.add_node("method:lark", label="Lark", kind="METHOD", papers=number, x=0.0, y=0.0)
    for place in range(number):
        paper = f"paper:{place:04}"
        graph.add_node(paper, label=f"Paper {place:04}", kind="PAPER", x=place % 60 * 9.0, y=place // 60 * 9.0)
        graph.add_edge(paper, "method:lark", key="USES", role="USES", evidence="We use Lark.")
    return graph


def texts(locator):
    """The texts of all elements, each on one line."""
    return [" ".join(text.split()) for text in locator.all_inner_texts()]


def hostile_birds():
    """A graph and results in which every text tries to become code."""
    graph = nx.MultiDiGraph(results=[])
    for number, text in enumerate(HOSTILE):
        paper, method = f"paper:{number}", f"method:{number}"
        where = {"x": 40.0 * number, "y": 0.0}
        links = {"url": f"javascript:{text}", "doi": text, "arxiv": text, "code": f"JavaScript:{text}"}
        about = {"authors": text, "venue": text, "keywords": text, "date": text, "abstract": text}
        graph.add_node(paper, label=text, kind="PAPER", **where, **links, **about)
        graph.add_node(method, label=text, kind="METHOD", aliases=text, papers=1, community=number, **where)
        graph.nodes[method]["community_name"] = text
        proof = {"evidence": text, "evidence_start": 0, "evidence_end": 3, "results": text, "found_by": text}
        graph.add_edge(paper, method, key=text, role=text, places=f"abstract:0-4; {text}", **proof)
        names = {"metric": text, "benchmark": text, "subject": text, "baseline": text, "from": text}
        row = {"paper": str(number), "title": text, "year": None, "url": text, "value": text, "kind": text}
        graph.graph["results"].append(row | names | {"sentence": text, "value_start": 0, "value_end": 4})
    return graph
