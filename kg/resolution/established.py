"""How many papers name what lexicons know: what is rare in a small pile may be common property all the same."""

import csv
from functools import cache
from importlib.resources import files

#: Names of lexicons, with the number of some 60,000 abstracts of all machine learning that name the thing; made by
#: ``python -m kg.training established``.
TABLE = files("kg.resolution") / "established.tsv"
HEADER = ("name", "papers")
#: What fewer papers name is not in the table.
LEAST_PAPERS = 5


def papers_with(name: str) -> int:
    """The number of those papers that name it; 0 where they are few."""
    return _papers().get(name, 0)


@cache
def _papers() -> dict[str, int]:
    with TABLE.open(encoding="utf-8") as stream:
        return {
            row["name"]: int(row["papers"]) for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
