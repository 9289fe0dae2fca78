"""What stands in a page, and graphs to make pages of."""

import base64
import json
import re
import zlib

import networkx as nx
from strategies import HOSTILE


def scripts_of(text):
    """The contents of all scripts that run."""
    return re.findall(r"<script>(.*?)</script>", text, re.DOTALL)


def head_of(text):
    """What a page says of its graph in plain JSON."""
    return json.loads(re.search(r'<script type="application/json" id="graph">(.*?)</script>', text, re.DOTALL)[1])


def block_of(text, name):
    """The value that a page carries in a packed block."""
    packed = re.search(rf'<script type="text/plain" id="data-{name}">(.*?)</script>', text, re.DOTALL)[1]
    return json.loads(zlib.decompress(base64.b64decode(packed), -zlib.MAX_WBITS))


def rows_of(text, name):
    """The nodes or the edges that a page carries, as dicts without what is missing."""
    columns = {column: values_of(coded) for column, coded in block_of(text, name).items()}
    count = head_of(text)[name]
    rows = [{column: values[row] for column, values in columns.items()} for row in range(count)]
    return [{column: value for column, value in row.items() if value is not None} for row in rows]


def values_of(column):
    """The values of a column, coded or plain."""
    if isinstance(column, list):
        return column
    return [None if number is None else column["words"][number] for number in column["numbers"]]


def texts_of(text):
    """The texts of each node, and those of the edges that leave it, as dicts without what is missing."""
    names, pairs = head_of(text)["texts"], []
    for number in range(len(names["first"])):
        pairs += block_of(text, f"texts-{number}")
    return [(named(names["node"], node), [named(names["edge"], edge) for edge in edges]) for node, edges in pairs]


def named(names, values):
    """The values under their names, but for those that are missing."""
    return {name: value for name, value in zip(names, values, strict=True) if value is not None}


def hostile_graph():
    """A graph in which every text tries to become code."""
    graph = nx.MultiDiGraph()
    results = []
    for number, text in enumerate(HOSTILE):
        place = {"x": 90.0 * number, "y": 40.0 * (number % 3), "community": number + 1, "community_name": text}
        graph.add_node(f"paper:{text}", label=text, kind="PAPER", abstract=text, url="javascript:__xss(3)", **place)
        graph.nodes[f"paper:{text}"].update(authors=text, venue=text, doi=text, code=text, year=2020 + number % 4)
        graph.add_node(f"method:{number}{text}", label=text, kind=text, aliases=text, color=text, papers=1, **place)
        graph.nodes[f"method:{number}{text}"]["y"] += 200
        graph.add_edge(
            f"paper:{text}",
            f"method:{number}{text}",
            key=text,
            role=text,
            evidence=text,
            results=text,
            places=text,
            found_by=text,
        )
        results.append({"paper": text, "title": text, "value": text, "kind": text, "metric": text, "sentence": text})
    graph.graph["results"] = results
    return graph


def small_graph():
    """Two papers of two years, what they name, and something that nobody names."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:old", label="Larks over the reef", kind="PAPER", year=2019, authors="Ada Öster; Bo Li")
    graph.add_node("paper:new", label="A better lark", kind="PAPER", year=2023, authors="Cy Young")
    graph.add_node("method:lark", label="Lark", kind="METHOD", papers=2, aliases="LRK; Skylark", color="#0072B2")
    graph.add_node("benchmark:reef", label="Reef", kind="BENCHMARK", papers=1)
    graph.add_node("model:alone", label="Alone", kind="MODEL", papers=0)
    graph.add_edge("paper:old", "method:lark", key="USES", role="USES", confidence=0.9, evidence="We use Lark.")
    graph.add_edge("paper:old", "benchmark:reef", key="EVALUATES_ON", role="EVALUATES_ON", confidence=0.5)
    graph.add_edge("paper:new", "method:lark", key="PROPOSES", role="PROPOSES", confidence=0.95)
    for number, data in enumerate(graph.nodes.values()):
        data.update(x=100.0 * number, y=60.0 * (number % 2), size=14.0, community=1 + number // 3)
        data["community_name"] = f"Birds {data['community']}"
    return graph


def related_graph(text="accuracy 77.5 (Lark)"):
    """A graph of a paper with relations between what it names, the results being any text."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", label="A paper", kind="PAPER", x=0.0, y=0.0)
    names = [("method", "Lark"), ("method", "Owl"), ("benchmark", "MATH"), ("metric", "accuracy")]
    for place, (kind, label) in enumerate(names):
        graph.add_node(f"{kind}:{label.lower()}", label=label, kind=kind.upper(), papers=2, x=100.0 * place, y=100.0)
    graph.add_edge(
        "paper:1",
        "benchmark:math",
        key="EVALUATES_ON",
        role="EVALUATES_ON",
        evidence="On MATH.",
        results=text,
        result_count=1,
    )
    graph.add_edge(
        "method:lark", "benchmark:math", key="EVALUATED_ON", role="EVALUATED_ON", papers=2, found_by="results"
    )
    graph.add_edge("method:owl", "benchmark:math", key="EVALUATED_ON", role="EVALUATED_ON", papers=3, found_by="roles")
    graph.add_edge(
        "benchmark:math", "metric:accuracy", key="MEASURED_BY", role="MEASURED_BY", papers=1, found_by="results; roles"
    )
    graph.add_edge(
        "method:lark",
        "method:owl",
        key="USED_TOGETHER",
        role="USED_TOGETHER",
        papers=4,
        npmi=0.5,
        found_by="shared papers",
    )
    return graph


def until(page, condition):
    """Wait until a condition holds in an opened page, whose policy lets no waiting of Playwright's own in."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never became true: {condition}")
