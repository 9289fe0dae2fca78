"""The tables give pandas, Gephi, Neo4j and Parquet's readers all rows, columns and text."""

import csv
import io
import sys

import networkx as nx
import pandas as pd
import pyarrow.parquet as pq
import pytest
from exporters.expected import clean, held
from hypothesis import given, settings
from strategies import graphs, hostile_graph

from kg.build import build
from kg.errors import MissingExtra
from kg.exporters import exporters_called, gephi_tables, neo4j_tables, parquet
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

csv.field_size_limit(2**31 - 1)

TYPES = {str: str, int: int, float: float, bool: "true".__eq__}
NODE_TYPES = {each.name: each.type for each in NODE_ATTRIBUTES}
EDGE_TYPES = {each.name: each.type for each in EDGE_ATTRIBUTES}


@pytest.fixture(params=["example", "hostile"])
def graph(request):
    """A graph to write."""
    return hostile_graph() if request.param == "hostile" else request.getfixturevalue("example_graph")


def table(path):
    """The rows of a CSV file, each field as text."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def typed(row, types):
    """The fields that are not empty, under the schema's names and with its types."""
    return {name: TYPES[type_](row[name]) for name, type_ in types.items() if row.get(name)}


def bare(row):
    """The fields of a row under their names alone, without what Neo4j reads behind the colon."""
    return {name.split(":")[0] or name: value for name, value in row.items()}


def test_pandas_reads_the_same_tables(graph, tmp_path):
    """Another parser than that which wrote them finds each row and each text."""
    gephi_tables.write(graph, tmp_path / "t")
    expected = held(graph)
    nodes = pd.read_csv(tmp_path / "t" / "nodes.csv", keep_default_na=False, dtype=str)
    assert list(nodes["Id"]) == list(expected.nodes)
    assert list(nodes["Label"]) == [known.get("label", "") for known in expected.nodes.values()]
    assert list(nodes["abstract"]) == [known.get("abstract", "") for known in expected.nodes.values()]
    edges = pd.read_csv(tmp_path / "t" / "edges.csv", keep_default_na=False, dtype=str)
    assert list(zip(edges["Source"], edges["Target"], edges["role"], strict=True)) == list(expected.edges)
    assert list(edges["evidence"]) == [known.get("evidence", "") for known in expected.edges.values()]


def test_gephi_finds_its_columns(graph, tmp_path):
    """Ids, direction, kind and a weight above 0 stand in the columns that Gephi's import takes for them."""
    gephi_tables.write(graph, tmp_path / "t")
    edges = table(tmp_path / "t" / "edges.csv")
    assert {"Source", "Target", "Type", "Id", "Label", "Kind", "Weight"} <= set(edges[0])
    assert {edge["Type"] for edge in edges} == {"Directed"}
    assert [edge["Kind"] for edge in edges] == [edge["role"] for edge in edges] == [edge["Label"] for edge in edges]
    assert all(float(edge["Weight"]) >= 1 for edge in edges)
    assert len({edge["Id"] for edge in edges}) == len(edges)


def test_results_are_a_table(tmp_path):
    """What papers report is a table of its own; without results there is none."""
    graph = hostile_graph()
    gephi_tables.write(graph, tmp_path / "t")
    parquet.write(graph, tmp_path / "p")
    expected = [clean(row["metric"]) for row in graph.graph["results"]]
    assert [row["metric"] for row in table(tmp_path / "t" / "results.csv")] == expected
    assert pq.read_table(tmp_path / "p" / "results.parquet")["metric"].to_pylist() == expected
    del graph.graph["results"]
    gephi_tables.write(graph, tmp_path / "t")
    assert not (tmp_path / "t" / "results.csv").exists()


def test_neo4j_finds_its_headers(example_graph, tmp_path):
    """The headers name ids, labels and types, and a type for each property; what is missing is an empty field."""
    neo4j_tables.write(example_graph, tmp_path / "t")
    nodes, edges = table(tmp_path / "t" / "nodes.csv"), table(tmp_path / "t" / "relationships.csv")
    assert {"id:ID", ":LABEL", "papers:long", "confidence:double", "inferred:boolean", "label:string"} <= set(nodes[0])
    assert {":START_ID", ":END_ID", ":TYPE", "mentions:long", "evidence:string"} <= set(edges[0])
    ids = {node["id:ID"] for node in nodes}
    assert all({edge[":START_ID"], edge[":END_ID"]} <= ids for edge in edges)
    assert {node[":LABEL"] for node in nodes} == {f"Thing;{kind}" for _, kind in example_graph.nodes(data="kind")}


def test_semicolon_in_a_kind_makes_no_second_label(tmp_path):
    """Neo4j parts labels by semicolons."""
    graph = nx.MultiDiGraph()
    graph.add_node("a", kind="ROBOT;ADMIN")
    neo4j_tables.write(graph, tmp_path / "t")
    assert table(tmp_path / "t" / "nodes.csv")[0][":LABEL"] == "Thing;ROBOT,ADMIN"


def test_numbers_of_parquet_are_numbers(graph, tmp_path):
    """Columns have the schema's types, and rows every attribute; what is missing is null."""
    parquet.write(graph, tmp_path / "p")
    expected = held(graph)
    nodes = pq.read_table(tmp_path / "p" / "nodes.parquet").to_pylist()
    assert {node.pop("id"): {k: v for k, v in node.items() if v is not None} for node in nodes} == expected.nodes
    edges = pq.read_table(tmp_path / "p" / "edges.parquet").to_pylist()
    assert [(edge["source"], edge["target"], edge["role"]) for edge in edges] == list(expected.edges)
    for edge, known in zip(edges, expected.edges.values(), strict=True):
        assert {name: value for name, value in edge.items() if name in EDGE_TYPES and value is not None} == known
    assert str(pd.read_parquet(tmp_path / "p" / "nodes.parquet")["size"].dtype) == "float64"


def test_rows_beyond_a_group_are_there(example_graph, tmp_path, monkeypatch):
    """Large tables are written in several groups of rows, and none is lost."""
    monkeypatch.setattr(parquet, "GROUP", 10)
    parquet.write(example_graph, tmp_path / "p")
    table = pq.ParquetFile(tmp_path / "p" / "nodes.parquet")
    assert table.metadata.num_rows == len(example_graph)
    assert table.metadata.num_row_groups == -(-len(example_graph) // 10)


def test_missing_pyarrow_is_told_before_the_work(monkeypatch, tmp_path):
    """Without the extra the error says what to install; no paper is read, and no folder made."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert exporters_called(["csv"])
    with pytest.raises(MissingExtra, match=r"paper-kg\[parquet\]"):
        build(["no such file"], tmp_path / "out", formats=["graphml", "parquet"])
    assert list(tmp_path.iterdir()) == []


@settings(deadline=None, max_examples=20)
@given(graph=graphs())
def test_any_graph_is_read_back(graph, tmp_path_factory):
    """Whatever a graph holds, the tables have each node, edge and attribute."""
    folder, expected = tmp_path_factory.mktemp("g"), held(graph)
    gephi_tables.write(graph, folder / "csv")
    nodes = {
        row["Id"]: typed({**row, "label": row["Label"]}, NODE_TYPES) for row in table(folder / "csv" / "nodes.csv")
    }
    assert nodes == expected.nodes
    edges = [(row["Source"], row["Target"], typed(row, EDGE_TYPES)) for row in table(folder / "csv" / "edges.csv")]
    assert {(source, target, known["role"]): known for source, target, known in edges} == expected.edges
    neo4j_tables.write(graph, folder / "neo4j")
    nodes = {row["id:ID"]: typed(bare(row), NODE_TYPES) for row in table(folder / "neo4j" / "nodes.csv")}
    assert nodes == expected.nodes


def test_lines_end_as_lines_do(tmp_path):
    """A file has one header, lines end as RFC 4180 wants it, and a field with a line break is quoted."""
    graph = nx.MultiDiGraph()
    graph.add_node("a", label='one\n"two", three')
    gephi_tables.write(graph, tmp_path / "t")
    text = (tmp_path / "t" / "nodes.csv").read_bytes().decode()
    assert text.startswith("Id,Label,kind,")
    assert '\r\na,"one\n""two"", three",' in text
    assert text.endswith("\r\n")
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == 2
