"""Any JSON whose objects have a title and an abstract under a usual name; asked last of those that read JSON.

The names are `kg.readers.usual_names`; ``--map`` says others. What the objects may be wrapped in is told in
`kg.readers.json_records`.
"""

from collections.abc import Iterator

from kg.model import Paper, Skipped
from kg.readers.content import Content
from kg.readers.json_records import first_records, read_records
from kg.readers.usual_names import usual_fields

NAME = "json"
DESCRIPTION = (
    "any other JSON of objects with a title and an abstract under a usual name, or under those that `--map` gives"
)


def recognises(head: str) -> bool:
    """Whether it holds an object."""
    return bool(first_records(head))


def read(content: Content) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each object."""
    return read_records(content, lambda record: usual_fields(record, content.mapping))
