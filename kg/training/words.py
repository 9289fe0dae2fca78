"""How many papers hold a word: what `kg.resolution.contexts` knows of words before it sees a paper."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kg.model import Paper
from kg.resolution.contexts import words_in

#: A word is written that so many of 2,000 papers hold.
_FEWEST = 1
_OF = 2_000


def count_words(papers: Iterable[Paper], target: Path) -> int:
    """Write the words that are not rare, each with the papers in 2,000 that hold it; how many words there are."""
    counts: Counter[str] = Counter()
    total = 0
    for paper in papers:
        counts.update(words_in(paper))
        total += 1
    rows = {word: _OF * count / total for word, count in counts.items() if _OF * count >= _FEWEST * total}
    with target.open("w", encoding="utf-8", newline="") as stream:
        stream.write("word\tpapers\n")
        stream.writelines(f"{word}\t{rows[word]:.0f}\n" for word in sorted(rows))
    return len(rows)
