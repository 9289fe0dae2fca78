"""Apache Parquet tables, with the columns that CSV may have; read in batches. Needs the extra ``parquet``.

Specification: https://parquet.apache.org/docs/file-format/
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import MissingExtra, UnknownFormat, UnreadableInput
from kg.model import Paper, Place, Skipped
from kg.names import one_line
from kg.readers.columns import find_columns, missing_columns
from kg.readers.content import Content
from kg.readers.record import paper_of

NAME = "parquet"
DESCRIPTION = "Parquet tables, their columns as in `csv`; needs the extra `parquet`"

#: Rows in memory at a time.
ROWS = 512
#: Bytes of a column that are read at a time.
BUFFER = 1_000_000


def recognises(head: str) -> bool:
    """Whether the file begins as each of its kind does."""
    return head.startswith("PAR1")


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each row. Raises MissingExtra, UnknownFormat, UnreadableInput."""
    for number, fields in enumerate(_rows(content), start=1):
        yield paper_of(fields, Place(content.name, record=number))


def _rows(content: Content) -> Iterator[Mapping[str, Any]]:
    """The fields of each row."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as exc:
        raise MissingExtra("a Parquet table, for which a package is missing: pip install 'paper-kg[parquet]'") from exc
    try:
        # Without the buffer, and with one that is filled ahead, a whole column is held.
        with pq.ParquetFile(
            content.raw(), buffer_size=BUFFER, pre_buffer=False, page_checksum_verification=True
        ) as table:
            header = table.schema_arrow.names
            columns = find_columns(header, content.mapping)
            if not columns:
                raise UnknownFormat(missing_columns(header, content.mapping))
            wanted = sorted({header[place] for places in columns.places.values() for place in places})
            for batch in table.iter_batches(ROWS, columns=wanted):
                for row in batch.to_pylist():
                    yield columns.fields([row.get(name) for name in header])
    except (pa.ArrowException, OSError, ValueError) as exc:
        raise UnreadableInput(f"a broken Parquet file: {one_line(str(exc))}") from exc
