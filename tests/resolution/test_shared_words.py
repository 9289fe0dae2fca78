import pytest
from hypothesis import given
from resolution.build import names

from kg.resolution.shared_words import content, shared_words, worded_alike, words_within


def shared(one, *others):
    """What one name shares with others of a thing."""
    return shared_words({one: content(one)}, {other: content(other) for other in others})


@pytest.mark.parametrize(
    ("one", "other", "of_shorter", "of_longer"),
    [
        ("grid folding", "kernel fusion", 0, 0),
        ("grid folding", "grid folding of kernels", 1, 2 / 3),
        ("grid folding", "folded kernel grids", 1, 2 / 3),
        ("grid grid", "grid kernel", 1 / 2, 1 / 2),
        ("GridFold", "grid folding", 0, 0),
        ("the SPO", "SPO kernel", 1, 1 / 2),
    ],
)
def test_shares(one, other, of_shorter, of_longer):
    """Words are one if they begin alike, each once, small words aside; acronyms and coined words only as they are."""
    found = shared(one, other)
    assert (found.of_shorter, found.of_longer) == (of_shorter, of_longer)


def test_the_most_alike_names_count():
    """Of several names of a thing that which shares most."""
    found = shared("grid folding", "GF", "grid kernel", "folded grids")
    assert {found.shorter, found.longer} == {"grid folding", "folded grids"}


@pytest.mark.parametrize(
    ("one", "other", "is_variant"),
    [
        ("GridFold", "GridFold-C", True),
        ("GridFold", "MiniGridFold", True),
        ("Grid Fold", "Grid Fold-B", True),
        ("Grid Fold", "Grid Fold Kernel", False),
        ("grid folding", "folded grids", False),
    ],
)
def test_variants(one, other, is_variant):
    """A letter more, or a part more of a single word, makes a variant."""
    assert shared(one, other).is_variant is is_variant


@given(names().filter(content), names().filter(content))
def test_order_does_not_matter(one, other):
    """Both ways round the shares are the same, and between 0 and 1."""
    there, back = shared(one, other), shared(other, one)
    assert (there.of_longer, there.is_variant) == (back.of_longer, back.is_variant)
    assert 0 <= there.of_longer <= there.of_shorter <= 1


@pytest.mark.parametrize(
    ("long", "known", "alike"),
    [
        ("low-rank adapter", "Low-Rank Adaptation", True),
        ("grid convolution neural network", "Grid Convolutional Network", True),
        ("kernel folding-based", "Kernel Folding", True),
        ("grid pre-training", "Grid Pretraining", True),
        ("pre-grid", "Grid", False),
        ("multi-level grid", "Multimodal Grid", False),
        ("automatic grid", "Automated Grid", True),
        ("kernel folding by grids", "Kernel Folding", False),
        ("folding kernel", "Kernel Folding", False),
        ("neural network", "Model", False),
        ("neural network", "Neural Networks", True),
    ],
)
def test_wording(long, known, alike):
    """Words that say of what kind a thing is do not part two long forms, but they alone are no likeness."""
    assert worded_alike(long, known) is alike


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("grid folding", "sparse grid folding", True),
        ("sparse grid folding", "folding of a grid", True),
        ("grid folding", "grid kernel", False),
    ],
)
def test_words_within(one, other, within):
    """One name has nothing but words of the other, whichever that is."""
    assert words_within(one, other) is within
