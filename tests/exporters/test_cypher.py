"""The script is Cypher to a parser of openCypher, says the whole graph, and a graph database that is there loads it."""

import re
import sqlite3

import networkx as nx
import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_cypher import CypherLexer, CypherParser
from exporters.expected import held
from strategies import HOSTILE, hostile_graph

from kg.exporters.cypher import BATCH, write

UNESCAPED = {"n": "\n", "r": "\r", "t": "\t"}


class Strict(ErrorListener):
    """Raises what the parser would print."""

    def syntaxError(self, recognizer, symbol, line, column, message, error):  # noqa: N802
        """Fail."""
        raise AssertionError(f"{line}:{column} {message}")


def parsed(statement):
    """The tokens of a statement that the grammar takes as a whole."""
    lexer = CypherLexer(InputStream(statement))
    tokens = CommonTokenStream(lexer)
    parser = CypherParser(tokens)
    for each in (lexer, parser):
        each.removeErrorListeners()
        each.addErrorListener(Strict())
    parser.script()
    return tokens.tokens


def small(text):
    """A graph that holds the text wherever text can be; the parser's grammar knows no backtick in a name."""
    graph, name = nx.MultiDiGraph(), text.replace("`", "'")
    graph.add_node(f"paper:{text}", label=text, kind=name, papers=3, confidence=1e-07, inferred=True)
    graph.add_edge(f"paper:{text}", f"paper:{text}", key=name, role=name, evidence=text)
    return graph


def statements(graph, folder):
    """The lines of the script, its constraint aside."""
    write(graph, folder / "g.cypher")
    constraint, *others = (folder / "g.cypher").read_text(encoding="utf-8").split("\n")[:-1]
    assert constraint.startswith("CREATE CONSTRAINT ")
    assert constraint.endswith(" IS UNIQUE;")
    return others


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 1000], ids=lambda text: repr(text[:20]))
def test_hostile_text_is_a_string_in_the_grammar(text, tmp_path):
    """Each statement is one line of valid Cypher, in which the text stands as a string and nothing leaves it."""
    expected = held(small(text))
    (known,) = expected.nodes.values()
    found = []
    for statement in statements(small(text), tmp_path):
        strings = [token.text[1:-1] for token in parsed(statement) if re.match("['\"]", token.text)]
        found.append([re.sub(r"\\(.)", lambda escape: UNESCAPED.get(escape[1], escape[1]), each) for each in strings])
    (edge,) = expected.edges.values()
    ((source, target, _),) = expected.edges
    assert found == [
        [source, *(value for value in known.values() if isinstance(value, str))],
        [source, target, *edge.values()],
    ]


def test_numbers_and_truths_are_no_strings(tmp_path):
    """Numbers and booleans are Cypher's own."""
    nodes, _ = statements(small("x"), tmp_path)
    assert "papers: 3, inferred: true, confidence: 1e-07" in nodes


def test_example_is_cypher(example_graph, tmp_path):
    """Statements that make a real graph are valid, and there are as many rows as nodes and edges."""
    part = example_graph.subgraph(list(example_graph)[::12])
    lines = statements(part, tmp_path)
    for line in lines:
        parsed(line)
    rows = [len(re.findall(r"\{(?:id|source): '", line)) for line in lines]
    assert sum(rows) == part.number_of_nodes() + part.number_of_edges()


def test_statements_are_of_bounded_size(tmp_path):
    """Many edges make several statements, so that no database has to take them at once."""
    graph = nx.MultiDiGraph()
    for number in range(BATCH + 1):
        graph.add_edge("paper:a", f"method:{number}", key="USES", role="USES")
    assert [line.count("source: ") for line in statements(graph, tmp_path) if "[r:" in line] == [BATCH, 1]


def test_no_name_leaves_its_backticks(tmp_path):
    """Cypher reads \\u0060 in a name as a backtick: no backslash stays, and a backtick is doubled."""
    graph = nx.MultiDiGraph()
    graph.add_node("x", kind="a`b\\u0060 c\nd")
    (line,) = statements(graph, tmp_path)
    assert line.endswith(" SET n:`a``b\uff3cu0060 c d`;")


def test_a_database_loads_it(tmp_path):
    """Run twice, the script gives a graph database each node, edge and text once."""
    graphqlite = pytest.importorskip("graphqlite", reason="graphqlite, a graph database, is not installed")
    connection = sqlite3.connect(":memory:")
    if not hasattr(connection, "enable_load_extension"):
        pytest.skip("this Python's sqlite3 loads no extensions, which graphqlite is one of")
    database = graphqlite.Connection(connection)
    graph = nx.MultiDiGraph(hostile_graph())
    # It breaks at strings of this length.
    graph.remove_nodes_from([node for node in graph if len(node) > 10_000])
    for line in statements(graph, tmp_path) * 2:
        database.cypher(line.rstrip(";"))
    expected = held(graph)
    nodes = [row["n"]["properties"] for row in database.cypher("MATCH (n:Thing) RETURN n")]
    assert {node["id"]: node["label"] for node in nodes} == {
        node: known["label"] for node, known in expected.nodes.items()
    }
    (count,) = database.cypher("MATCH ()-[r]->() RETURN count(r) AS n")
    assert count["n"] == len(expected.edges)
