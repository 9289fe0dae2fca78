"""Names as one tag a token: outside, or of a type and beginning, inside, end, or a name of a single token (BIOES)."""

from itertools import pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from kg.model import EntityType

OUTSIDE = 0
_PARTS = "BIES"
#: *outside* first, then four tags a type.
TAGS: tuple[tuple[str, EntityType | None], ...] = (
    ("O", None),
    *((part, type) for type in EntityType for part in _PARTS),
)
_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
_MAY_END = tuple(number for number, (part, _) in enumerate(TAGS) if part in "OES")
#: The groups of tags that may stand before a tag, and the number of the group for each tag.
_BEFORE = (_MAY_END, *((_NUMBER["B", type], _NUMBER["I", type]) for type in EntityType))
_GROUPS = [1 + list(EntityType).index(type) if type and part in "IE" else 0 for part, type in TAGS]
#: Pairs of tags of which the second may stand behind the first.
_MAY_FOLLOW = frozenset((before, tag) for tag, group in enumerate(_GROUPS) for before in _BEFORE[group])


def columns_of(type: EntityType) -> list[int]:
    """The numbers of the tags of a type."""
    return [number for number, (_, of_type) in enumerate(TAGS) if of_type is type]


#: First token, end, type.
TaggedSpan = tuple[int, int, EntityType]


def tags_of(spans: list[TaggedSpan], tokens: int) -> NDArray[np.int64]:
    """The tags that say of so many tokens what the spans say; the spans share no token."""
    tags = np.full(tokens, OUTSIDE, dtype=np.int64)
    for start, end, type in spans:
        tags[start + 1 : end - 1] = _NUMBER["I", type]
        tags[start], tags[end - 1] = _NUMBER["B", type], _NUMBER["E", type]
        if end - start == 1:
            tags[start] = _NUMBER["S", type]
    return tags


def spans_of(tags: NDArray[np.int64]) -> list[TaggedSpan]:
    """The spans that a valid sequence of tags stands for, in the order of the text."""
    spans: list[TaggedSpan] = []
    named = np.flatnonzero(tags)
    start = 0
    for token, tag in zip(named.tolist(), tags[named].tolist(), strict=True):
        part, type = TAGS[tag]
        if part in "BS":
            start = token
        if part in "ES" and type is not None:
            spans.append((start, token + 1, type))
    return spans


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The best valid sequence of tags by the sum of its scores, tokens × `TAGS` (A. J. Viterbi, 1967).

    Mostly the best tags of all tokens are a valid sequence; only the runs of names where they are not are searched.
    """
    tags: NDArray[np.int64] = scores.argmax(axis=1)
    for run in _runs(np.flatnonzero(tags).tolist()):
        start, end = run[0], run[-1] + 1
        around = (OUTSIDE, *tags[start:end].tolist(), OUTSIDE)
        if not _MAY_FOLLOW.issuperset(pairwise(around)):
            tags[start:end] = _search(scores[start:end].tolist())
    return tags


def _runs(tokens: list[int]) -> list[list[int]]:
    """Tokens, given by number, parted into runs of neighbours."""
    runs: list[list[int]] = []
    for token in tokens:
        if runs and runs[-1][-1] == token - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _search(scores: list[list[float]]) -> list[int]:
    """The best valid tags of a few tokens; numpy would take longer for so little."""
    first, *others = scores
    total = [-inf if group else score for group, score in zip(_GROUPS, first, strict=True)]
    came_from = []
    for row in others:
        best = [max(before, key=total.__getitem__) for before in _BEFORE]
        back = [best[group] for group in _GROUPS]
        came_from.append(back)
        total = [total[before] + score for before, score in zip(back, row, strict=True)]
    found = [max(_MAY_END, key=total.__getitem__)]
    for back in reversed(came_from):
        found.append(back[found[-1]])
    return found[::-1]
