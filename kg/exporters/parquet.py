"""Tables of nodes, edges and results as Parquet: pandas, Polars, DuckDB, Spark. Needs the extra "parquet".

Columns are typed by `kg.graph.schema`; what is missing is null. ``results.parquet`` is there if the papers report any.
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from kg.exporters.rows import Value, edge_rows, node_rows, result_rows
from kg.files import whole_binary, whole_folder
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Graph

NAME = "parquet"
FILE = "parquet"
DESCRIPTION = 'Parquet tables of nodes, edges and results: pandas, Polars, DuckDB, Spark (extra "parquet")'

#: So many rows make a group, and stand in memory at once.
GROUP = 50_000

_NODES: dict[str, type] = {"id": str} | {each.name: each.type for each in NODE_ATTRIBUTES}
_EDGES: dict[str, type] = dict.fromkeys(("id", "source", "target"), str)
_EDGES |= {each.name: each.type for each in EDGE_ATTRIBUTES}


def write(graph: Graph, path: Path) -> None:
    """Write the tables into the folder ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    results = result_rows(graph)
    with whole_folder(path) as folder:
        nodes = ({"id": node.id, **node.attributes} for node in node_rows(graph))
        _write_table(folder / "nodes.parquet", _NODES, nodes)
        edges = (
            {"id": edge.id, "source": edge.source, "target": edge.target, **edge.attributes}
            for edge in edge_rows(graph)
        )
        _write_table(folder / "edges.parquet", _EDGES, edges)
        if results:
            types = {name: type(value) for row in results for name, value in row.items()}
            _write_table(folder / "results.parquet", types, results)


def _write_table(path: Path, types: Mapping[str, type], records: Iterable[Mapping[str, Value]]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrow: dict[type, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([(name, arrow[type]) for name, type in types.items()])
    with whole_binary(path) as stream, pq.ParquetWriter(stream, schema, compression="zstd") as table:
        rows = iter(records)
        while group := list(islice(rows, GROUP)):
            table.write_table(pa.Table.from_pylist(group, schema=schema))
