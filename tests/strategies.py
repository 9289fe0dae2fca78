"""What hypothesis makes: any text, hostile text, papers, entities, graphs."""

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from kg.model import Paper

#: Text that has broken writers and pages before.
HOSTILE = (
    "</script><script>__xss(1)</script>",
    "<img src=x onerror=__xss(2)>",
    "]]>",
    "&amp; &lt; \"quoted\" 'single'",
    "line\nbreak\r\ttab",
    "\x00\x01\x0b\x1f\x7f",
    "\ufffe\uffff",
    "\ud800 lone",
    "\u202eright to left\u202c",
    "INF",
    '=HYPERLINK("http://127.0.0.1")',
    "back\\slash \\u0060 `tick` \\' $math$ %%note%% ==mark== [[link|other]] #tag",
    "---\nyaml: {no}\n...\n- item\n1. item\n    code",
    " spaces  around \u0085\u2028\u2029\ufeff ",
    "CON",
    'a/b\\c:d*e?f"g<h>i|j#k^l',
    "href=javascript:alert(1)",
    "x" * 100_000,
)

hostile_text = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
titles = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)

papers = st.builds(
    Paper,
    id=st.sampled_from(["", "", "a", "b", "2501.00001", "2501.00001v2"]),
    title=st.one_of(titles, st.sampled_from(["Deep RL", "deep  rl", "Deep-RL", "???"])),
    abstract=st.sampled_from(["", "We propose X.", "A longer abstract about PPO."]),
    authors=st.sampled_from([(), ("Ada Lovelace",), ("Lovelace, Ada",), ("Alan Turing", "Ada Lovelace")]),
    year=st.sampled_from([None, 2023, 2024]),
    doi=st.sampled_from([None, "10.1000/x", "10.1000/y", "10.48550/arXiv.2501.00001"]),
)


def _values(type_):
    """What an attribute of the type can hold; a writer must cope with what does not belong there, too."""
    values = {
        str: st.one_of(hostile_text, hostile_text.map(np.str_)),
        int: st.one_of(st.integers(), st.integers(0, 5000), st.integers(0, 99).map(np.int32), st.just(float("nan"))),
        float: st.one_of(
            st.floats(allow_nan=True, allow_infinity=True), st.floats(0, 1).map(np.float64), st.integers()
        ),
        bool: st.one_of(st.booleans(), st.booleans().map(np.bool_)),
    }[type_]
    return st.one_of(values, st.just(None))


def _attributes(schema):
    return st.fixed_dictionaries({}, optional={attribute.name: _values(attribute.type) for attribute in schema})


_NODES, _EDGES = _attributes(NODE_ATTRIBUTES), _attributes(EDGE_ATTRIBUTES)


@st.composite
def graphs(draw):
    """Graphs of the schema's attributes with hostile values, any of them missing."""
    ids = draw(st.lists(hostile_text.filter(str.strip), min_size=1, max_size=6, unique_by=_printed))
    graph = nx.MultiDiGraph()
    for node in ids:
        graph.add_node(node, **draw(_NODES))
    for source, target in draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=8)):
        role = draw(st.one_of(st.sampled_from(["USES", "PROPOSES"]), hostile_text.filter(str.strip)))
        if _printed(role) not in map(_printed, graph.get_edge_data(source, target, default=())):
            graph.add_edge(source, target, key=role, **{**draw(_EDGES), "role": role})
    return graph


def hostile_graph(texts=HOSTILE):
    """A graph that holds each of the texts as an id, a label, an abstract, evidence and a role."""
    graph = nx.MultiDiGraph()
    for number, text in enumerate(texts):
        looks = {"x": np.float64(number), "y": -0.5, "size": 8, "color": "#0072B2"}
        graph.add_node(f"paper:{text}{number}", label=text, kind="PAPER", abstract=text, year=np.int64(2024), **looks)
        graph.add_node(
            f"method:{text}{number}", label=text, kind="METHOD", aliases=text, papers=1, inferred=False, **looks
        )
    nodes = list(graph)
    for text, source, target in zip(texts, nodes[::2], nodes[1::2], strict=True):
        for role in ("USES", text):
            known = {"role": role, "confidence": np.float32(0.5), "mentions": 2, "evidence": text, "npmi": float("nan")}
            graph.add_edge(source, target, key=role, **known, evidence_end=2**70, year=None)
    graph.graph["results"] = [{"paper": "a", "value": "77.5", "metric": text, "year": None} for text in texts]
    return graph


def _printed(text):
    """What is left of an id once characters that no file can hold are replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
