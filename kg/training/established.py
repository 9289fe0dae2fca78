"""How many papers of a corpus name what lexicons know, for ``kg.resolution.established``."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kg.files import whole_file
from kg.lexicons import read_names
from kg.model import EntityType, PaperEntities
from kg.resolution.established import HEADER, LEAST_PAPERS


def known_names(papers: Iterable[PaperEntities]) -> Counter[str]:
    """Each name of a lexicon with the number of papers that name it, if they are enough."""
    names = {entry.name for type in EntityType for entry in read_names(type)}
    counts = Counter(
        entity.name
        for paper in papers
        for entity in paper.entities
        if entity.name in names and any(mention.name for mention in entity.mentions)
    )
    return Counter({name: count for name, count in counts.items() if count >= LEAST_PAPERS})


def write_established(counts: Counter[str], path: Path) -> None:
    """Write the table, sorted by name. Raises OutputError."""
    with whole_file(path) as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerows([HEADER, *sorted(counts.items())])
