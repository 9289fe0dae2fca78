"""Makes the table of `kg.resolution.word_counts`."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kg.model import Paper
from kg.resolution.contexts import words_in
from kg.resolution.word_counts import COUNTED

#: A word is written that so many of `COUNTED` papers hold.
_FEWEST = 1


def count_words(papers: Iterable[Paper], target: Path) -> int:
    """Write the words that are not rare, each with the papers in `COUNTED` that hold it; how many words there are."""
    counts: Counter[str] = Counter()
    total = 0
    for paper in papers:
        counts.update(words_in(paper))
        total += 1
    rows = {word: COUNTED * count / total for word, count in counts.items() if COUNTED * count >= _FEWEST * total}
    with target.open("w", encoding="utf-8", newline="") as stream:
        stream.write("word\tpapers\n")
        stream.writelines(f"{word}\t{rows[word]:.0f}\n" for word in sorted(rows))
    return len(rows)
