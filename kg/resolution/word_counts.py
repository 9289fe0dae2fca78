"""How many papers hold a word, counted once: a pile of a few papers cannot tell which words are rare."""

from functools import cache
from importlib.resources import files

#: Words that are not rare, each with the papers in `COUNTED` that hold it; ``python -m kg.training words`` made them of
#: a corpus of machine learning.
TABLE = files("kg.resolution") / "word_counts.tsv"
COUNTED = 2_000


@cache
def papers_of_words() -> dict[str, float]:
    """How many papers of `COUNTED` hold a word, of the words that are not rare."""
    with TABLE.open(encoding="utf-8") as stream:
        next(stream)
        return {word: float(papers) for word, papers in (line.split("\t") for line in stream)}
