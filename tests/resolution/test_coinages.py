from dataclasses import replace

import pytest
from resolution.build import Name, found, uses_of

from kg.model import OWN_TERMS, Role
from kg.resolution.coinages import as_own, coins


def use(abstract, name="GridFold", title="Some words", role=Role.PROPOSES):
    """What a paper does with the only name in it."""
    (only,) = uses_of(found(1, abstract, Name(name, role=role), title=title))
    return only


@pytest.mark.parametrize(
    "said",
    [
        "We propose GridFold.",
        "Introducing the GridFold framework.",
        "Here we present a new way to fold, GridFold, which runs.",
        r"We release \textbf{GridFold} for all.",
        "A method called GridFold runs.",
        "We devise a novel GridFold that runs.",
    ],
)
def test_presented_name_is_coined(said):
    """A name behind *we propose*, *called* or the like is the paper's own."""
    assert coins(use(said))


@pytest.mark.parametrize(
    "said",
    ["We compare with GridFold.", "We propose to use GridFold.", "We propose it. GridFold runs.", "GridFold runs."],
)
def test_other_names_are_not(said):
    """A name that stands elsewhere in the text is not."""
    assert not coins(use(said))


@pytest.mark.parametrize(("title", "expected"), [("GridFold: Folding", True), ("GridFold for Folding", False)])
def test_title_coins_what_it_begins_with(title, expected):
    """A title that begins with the name and a colon presents it."""
    assert expected is coins(use("GridFold runs.", title=title))


def test_role_is_needed():
    """Who only uses a name has not made it, whatever stands before it."""
    assert not coins(use("They propose GridFold.", role=Role.USES))


@pytest.mark.parametrize(("name", "expected"), [("Gated Grid Fold", True), ("gated grid fold", False)])
def test_coined_words_have_capitals(name, expected):
    """Words in small letters describe and do not name."""
    assert expected is coins(use(f"We propose {name}.", name))


def known_use(abstract, name, known, **more):
    """What a paper does with a name that a lexicon knows."""
    names = Name(name, known=known, role=Role.PROPOSES), Name(known, known=known, role=Role.PROPOSES)
    (only,) = uses_of(found(1, abstract, *names, **more))
    return only


@pytest.mark.parametrize(
    ("said", "title", "expected"),
    [
        ("We propose GAP, which fills gaps.", "Some words", True),
        ("GAP fills gaps.", "GAP: Gaussianize Any Points", True),
        ("We use GAP, which fills gaps.", "Some words", False),
        ("We propose GAP, a kind of Global Average Pooling.", "Some words", False),
    ],
)
def test_coined_acronym_is_no_established_term(said, title, expected):
    """A paper that presents an acronym as its own means nothing that lexicons do, unless it spells that out."""
    use = known_use(said, "GAP", "Global Average Pooling", title=title)
    own = as_own(use)
    assert own.owns_name is expected
    assert own.group.known == (None if expected else "Global Average Pooling")
    assert own.group.mentions == use.group.mentions


def test_own_terms_mean_what_the_user_said():
    """A name that a user's table explains is no coinage, whatever the paper presents."""
    use = known_use("We propose GAP, which fills gaps.", "GAP", "Gap Filler")
    mentions = tuple(replace(mention, found_by=OWN_TERMS) for mention in use.group.mentions)
    told = replace(use, group=replace(use.group, mentions=mentions))
    assert as_own(told) == told


def test_presenting_a_word_under_its_own_name_takes_nothing_from_lexicons():
    """A lexicon may know the thing from this very paper."""
    use = known_use("We propose GridFold.", "GridFold", "GridFold")
    assert as_own(use) == use
