from hypothesis import given, settings
from hypothesis import strategies as st

from kg.alignment import AsRead, Change, apply


@st.composite
def changes_of(draw, length):
    """Changes of a text of this length, in order and without overlaps."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    news = draw(st.lists(st.text("xy", max_size=3), min_size=4, max_size=4))
    return [Change(start, end, new) for start, end, new in zip(cuts[::2], cuts[1::2], news, strict=False)]


def place_by_place(places, changes):
    """The places of the new text's characters, worked out one by one."""
    new, at = [], 0
    for start, end, text in changes:
        new += places[at:start]
        whole = (places[start][0], places[end - 1][1]) if end > start else None
        new += [whole] * len(text)
        at = end
    return new + places[at:]


@settings(deadline=None)
@given(st.text("ab", max_size=20), st.data())
def test_each_character_is_found_where_it_stood(text, data):
    """Over several steps, a span goes from where its first character began to where its last one ended; and back."""
    clean, steps, places = text, [], [(n, n + 1) for n in range(len(text))]
    for _ in range(3):
        changes = data.draw(changes_of(len(clean)))
        changes = [change for change in changes if change.start < change.end]
        places = place_by_place(places, changes)
        clean, step = apply(clean, changes)
        steps += [step] if step else []
    read = AsRead(text, tuple(steps))
    for start in range(len(clean)):
        for end in range(start + 1, len(clean) + 1):
            assert read.span(start, end) == (places[start][0], places[end - 1][1])
            there = read.clean_span(*read.span(start, end))
            assert there[0] <= start
            assert end <= there[1]


def test_one_character_for_one_needs_no_piece():
    """What only changes a character in its place leaves all offsets as they are."""
    assert apply("a\nb", [Change(1, 2, " ")]) == ("a b", ())


def test_nothing_has_a_place_too():
    """A span of no characters is one in the text as read, at the ends as well."""
    clean, step = apply("<i>ab</i>", [Change(0, 3, ""), Change(5, 9, "")])
    read = AsRead("<i>ab</i>", (step,))
    assert clean == "ab"
    assert [read.span(n, n) for n in range(3)] == [(3, 3), (4, 4), (9, 9)]
