"""What hypothesis makes: any text, hostile text, papers, entities, graphs."""

import networkx as nx
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
    return {
        str: hostile_text,
        int: st.integers(),
        float: st.floats(allow_nan=True, allow_infinity=True),
        bool: st.booleans(),
    }[type_]


def _attributes(schema):
    return st.fixed_dictionaries({}, optional={attribute.name: _values(attribute.type) for attribute in schema})


@st.composite
def graphs(draw):
    """Graphs of the schema's attributes with hostile values, any of them missing."""
    ids = draw(st.lists(hostile_text.filter(str.strip), min_size=1, max_size=6, unique_by=_printed))
    graph = nx.MultiDiGraph()
    for node in ids:
        graph.add_node(node, **draw(_attributes(NODE_ATTRIBUTES)))
    for source, target in draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=8)):
        role = draw(st.one_of(st.sampled_from(["USES", "PROPOSES"]), hostile_text.filter(str.strip)))
        graph.add_edge(source, target, key=role, **{**draw(_attributes(EDGE_ATTRIBUTES)), "role": role})
    return graph


def _printed(text):
    """What is left of an id once characters that no file can hold are replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
