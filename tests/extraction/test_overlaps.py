from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.extraction.candidates import Finder
from kg.extraction.overlaps import TRUST, longest_first

DOC = Doc(Vocab(), words=[f"w{n}" for n in range(12)])

spans = st.builds(
    lambda start, length, finder: Span(DOC, start, min(start + length, 12), label="METHOD", span_id=finder),
    start=st.integers(0, 11),
    length=st.integers(1, 5),
    finder=st.sampled_from(TRUST),
)


def test_every_finder_has_its_rank(nlp):
    """The finders of the pipeline are those that overlaps ranks by trust."""
    assert {name for name, component in nlp.pipeline if isinstance(component, Finder)} == set(TRUST)


def test_longest_stays():
    """The longest of overlapping spans is kept, whoever found it."""
    short, long = (
        Span(DOC, 1, 3, label="METHOD", span_id=TRUST[0]),
        Span(DOC, 2, 6, label="MODEL", span_id=TRUST[-1]),
    )
    assert longest_first([short, long]) == [long]


def test_trusted_finder_wins_a_tie():
    """Of two spans over the same tokens the more trusted finder's is kept."""
    one, other = (Span(DOC, 1, 3, label=label, span_id=finder) for label, finder in (("A", TRUST[-1]), ("B", TRUST[0])))
    assert longest_first([one, other]) == [other]


@given(st.lists(spans))
def test_kept_spans_share_no_token_and_cover_what_could_be(found):
    """Kept spans do not overlap, stand in order, and every span that was dropped overlaps a kept one."""
    kept = longest_first(found)
    tokens = [n for span in kept for n in range(span.start, span.end)]
    assert tokens == sorted(set(tokens))
    assert all(set(range(span.start, span.end)) & set(tokens) for span in found)


@given(st.lists(spans), st.randoms())
def test_order_of_finding_changes_nothing(found, random):
    """The same spans settle in the same way, whoever came first."""
    shuffled = random.sample(found, len(found))
    assert [(s.start, s.end, s.id_) for s in longest_first(found)] == [
        (s.start, s.end, s.id_) for s in longest_first(shuffled)
    ]
