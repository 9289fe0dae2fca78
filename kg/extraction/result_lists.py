"""Numbers and names that stand in lists of equal length belong together one by one.

*by 15.6% and 9.1% on MATH and HumanEval, respectively*; *scores 81, 84 and 90 on A, B and C*.
"""

from collections.abc import Iterator, Sequence

from kg.extraction.doc_words import DocWords
from kg.extraction.result_features import Place

#: What stands between the members of a list, units and formula signs included.
_BETWEEN = frozenset(
    {",", "and", "&", "or", "%", "\\", "\\%", "$", "x", "×", "points", "point", "pp", "the", "(", ")", "/", "by", "to"}
)
_WIDEST = 5


def lists(text: DocWords, places: Sequence[Place]) -> Iterator[list[int]]:
    """Runs of at least two places of one sentence with nothing but commas, *and* and units between them."""
    run: list[int] = []
    for n, place in enumerate(places):
        if run and _goes_on(text, places[run[-1]], place):
            run.append(n)
            continue
        if len(run) > 1:
            yield run
        run = [n]
    if len(run) > 1:
        yield run


def _goes_on(text: DocWords, one: Place, other: Place) -> bool:
    between = text.words[one.end : other.start]
    listed = "," in between or "and" in between or "/" in between or "&" in between
    return one.sentence == other.sentence and len(between) <= _WIDEST and listed and set(between) <= _BETWEEN
