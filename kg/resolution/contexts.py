"""How much two papers are about the same, by the words of their titles and abstracts.

How rare a word is, few papers cannot tell; so beside theirs stand the counts of others (`kg.resolution.word_counts`).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.model import Paper
from kg.resolution.word_counts import COUNTED, papers_of_words

_WORD = re.compile(r"[^\W\d_]{4,}")
#: How rare a word is, is counted in so many papers at most, and a thing is known by so many of its papers.
_SAMPLE, KNOWN_BY = 2_000, 20
#: So many sums are remembered; each takes a hundred kilobytes at most.
_MOST_SUMS = 500
#: A title alone says too little; abstracts have some eighty different words.
_FEWEST_WORDS = 25

#: Words with their weights; the squares add up to one.
Vector = dict[str, float]


class Contexts:
    """Vectors of papers; a word weighs the more the fewer papers hold it (its inverse document frequency)."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._papers = sorted(papers, key=lambda paper: paper.id)
        self._vectors: dict[str, Vector] = {}
        self._sums: dict[tuple[str, ...], tuple[Counter[str], float]] = {}

    def likeness(self, paper: Paper, papers: Sequence[Paper]) -> float:
        """The similarity of a paper to others; 1 where one side has too few words to tell."""
        if self._is_wordless(paper) or all(map(self._is_wordless, papers)):
            return 1.0
        return self.similarity(paper, papers)

    def mean_likeness(self, paper: Paper, papers: Sequence[Paper]) -> float:
        """The mean of a paper's similarity to each of others, 1 where one side has too few words to tell."""
        if self._is_wordless(paper) or all(map(self._is_wordless, papers)):
            return 1.0
        return self._product(paper, self._sum(tuple(papers), "")[0]) / len(papers)

    def similarity(self, paper: Paper, papers: Iterable[Paper], words: str = "") -> float:
        """Cosine, 0 to 1, between a paper and the sum of others, and of ``words`` that are about the same."""
        other, length = self._sum(tuple(sorted(papers, key=lambda one: one.id)[:KNOWN_BY]), words)
        return self._product(paper, other) / length if length else 0.0

    def _product(self, paper: Paper, other: Counter[str]) -> float:
        return sum(weight * other[word] for word, weight in self._vector(paper).items() if word in other)

    def _sum(self, papers: tuple[Paper, ...], words: str) -> tuple[Counter[str], float]:
        """The sum of vectors, and its length; one thing is asked about again and again."""
        key = (words, *(paper.id for paper in papers))
        if key not in self._sums:
            if len(self._sums) >= _MOST_SUMS:
                self._sums.clear()
            summed: Counter[str] = Counter()
            for paper in papers:
                summed.update(self._vector(paper))
            summed.update(self._weighed(words))
            self._sums[key] = summed, math.sqrt(sum(weight * weight for weight in summed.values()))
        return self._sums[key]

    def _is_wordless(self, paper: Paper) -> bool:
        return len(self._vector(paper)) < _FEWEST_WORDS

    def _vector(self, paper: Paper) -> Vector:
        vector = self._vectors.get(paper.id)
        if vector is None:
            vector = self._vectors[paper.id] = self._weighed(f"{paper.title} {paper.abstract}")
        return vector

    def _weighed(self, text: str) -> Vector:
        rarity, unseen = self._rarity
        weights = {word: rarity.get(word, unseen) for word in _words(text)}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weights[word] / length for word in sorted(weights)}

    @cached_property
    def _rarity(self) -> tuple[dict[str, float], float]:
        step = max(1, len(self._papers) // _SAMPLE)
        sample = self._papers[::step]
        here, elsewhere = Counter(word for paper in sample for word in words_in(paper)), papers_of_words()
        rarest, total = math.log(COUNTED + 1), len(sample) + 1
        # What is rare elsewhere is told by these papers alone: a name that all of them hold says nothing.
        rare = {word: rarest * (1 - math.log(count) / math.log(total)) for word, count in here.items()}
        usual = {word: math.log((len(sample) + COUNTED) / (here[word] + count)) for word, count in elsewhere.items()}
        return rare | usual, rarest


def words_in(paper: Paper) -> set[str]:
    """The different words of title and abstract, in lower case."""
    return _words(f"{paper.title} {paper.abstract}")


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
