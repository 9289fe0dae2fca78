"""Names as one tag a token: outside, or of a type and beginning, inside, end, or a name of a single token (BIOES)."""

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
_OPEN = np.array([part in "BI" for part, _ in TAGS])
_BEGINS = np.array([part in "BS" for part, _ in TAGS])
_ENDS = np.array([part in "ES" for part, _ in TAGS])
_GOES_ON = np.array([part in "IE" for part, _ in TAGS])
_SAME_TYPE = np.array([[one == other for _, other in TAGS] for _, one in TAGS])
#: Whether one tag may stand before another.
_MAY_FOLLOW = np.where(_OPEN[:, None], _GOES_ON[None, :] & _SAME_TYPE, ~_GOES_ON[None, :])
_FORBIDDEN = np.where(_MAY_FOLLOW, 0.0, -np.inf).astype(np.float32)

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
    starts, ends = np.flatnonzero(_BEGINS[tags]), np.flatnonzero(_ENDS[tags])
    types = [TAGS[tag][1] for tag in tags[starts].tolist()]
    return [
        (start, end + 1, type)
        for start, end, type in zip(starts.tolist(), ends.tolist(), types, strict=True)
        if type is not None
    ]


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The best valid sequence of tags by the sum of its scores, tokens × `TAGS` (A. J. Viterbi, 1967).

    Mostly the best tags of all tokens are a valid sequence; only the runs of names where they are not are searched.
    """
    tags: NDArray[np.int64] = scores.argmax(axis=1)
    follows = _MAY_FOLLOW[np.append(OUTSIDE, tags), np.append(tags, OUTSIDE)]
    if follows.all():
        return tags
    inside = np.append(np.append(OUTSIDE, tags), OUTSIDE) != OUTSIDE
    edges = np.flatnonzero(inside[1:] != inside[:-1]).reshape(-1, 2).tolist()
    for start, end in edges:
        if not follows[start : end + 1].all():
            tags[start:end] = _search(scores[start:end])
    return tags


def _search(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    total = scores[0] + _FORBIDDEN[OUTSIDE]
    came_from = []
    for row in scores[1:]:
        paths = total[:, None] + _FORBIDDEN
        came_from.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    tag = int((total + _FORBIDDEN[:, OUTSIDE]).argmax())
    found = [tag]
    for back in reversed(came_from):
        tag = int(back[tag])
        found.append(tag)
    return np.array(found[::-1], dtype=np.int64)
