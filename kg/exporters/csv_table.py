"""A table as CSV (RFC 4180, UTF-8), for programs.

Text stays as it is, line breaks and all. A spreadsheet that opens such a file may take text that begins with ``=`` for
a formula: import its columns as text. Escaping that here would change the text for everyone else.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.exporters.rows import Value, written
from kg.files import whole_file

Record = Mapping[str, Value]


def write_table(path: Path, header: Mapping[str, str], records: Iterable[Record]) -> None:
    """Write the records; ``header`` names the column of each field. What a record lacks is an empty field."""
    with whole_file(path) as stream:
        rows = csv.writer(stream, lineterminator="\r\n")
        rows.writerow(header.values())
        for record in records:
            rows.writerow([written(record[name]) if name in record else "" for name in header])


def columns(records: Iterable[Record]) -> dict[str, str]:
    """A header of all fields that some record has, in the order in which they first come, under their own names."""
    return {name: name for record in records for name in record}
