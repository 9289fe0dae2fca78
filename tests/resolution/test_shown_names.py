from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import BENCHMARK, METHOD, METRIC, MODEL, Name, found, names, thing, things, types

from kg.names import slug
from kg.resolution.shown_names import name_things, shown_name
from kg.resolution.things import Thing


def shown(*all_things):
    """The names that things get, in the order of the things."""
    named = {id(one): name for one, name in name_things(all_things)}
    return [named[id(one)] for one in all_things]


@pytest.mark.parametrize(
    ("name", "type_", "expected"),
    [
        ("grid folding", METHOD, "Grid Folding"),
        ("folding of the grid", METHOD, "Folding of the Grid"),
        ("the grid-fold", BENCHMARK, "The Grid-Fold"),
        ("grid accuracy", METRIC, "grid accuracy"),
        ("Grid folding", METHOD, "Grid folding"),
        ("mixup", METHOD, "mixup"),
        ("grid-fold", METHOD, "Grid-Fold"),
        ("", METHOD, ""),
    ],
)
def test_terms_in_title_case(name, type_, expected):
    """Several small words are shown in title case; metrics, single words and capitals as they are."""
    assert expected == shown_name(name, type_)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("SPO", "segment policy optimization", "Segment Policy Optimization"),
        ("SPO", "segment policy optimizations", "Segment Policy Optimization"),
        ("ChiDeK", "Chiral Determinant Kernel", "ChiDeK"),
        ("IGF", "ImPlicit Grid Folding", "Implicit Grid Folding"),
    ],
)
def test_coined_name_or_long_form(short, long, expected):
    """A name made from a long form is shown itself; initials are shown as what they stand for, without odd capitals."""
    (one,) = things(found(1, f"{long} ({short})", Name(short), Name(long), short=[(short, long)]))
    assert [expected] == shown(one)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["grid policies"], "Grid Policy"),
        (["SAEs"], "SAE"),
        (["GridFolds"], "GridFolds"),
        (["GridFolds", "GridFolds", "GridFold"], "GridFold"),
        (["Meta-Grid", "MetaGrid", "Meta-Grid"], "Meta-Grid"),
        ([r"$\beta$-Fold"], "β-Fold"),
    ],
)
def test_most_frequent_form_in_singular(texts, expected):
    """Terms and acronyms lose their plural, coined names only where their singular stands somewhere."""
    uses = [use for n, text in enumerate(texts) for use in thing(text, papers=[str(n)]).uses]
    assert [expected] == shown(Thing(uses))


def test_lexicon_name_is_shown():
    """What a lexicon knows is shown under its name."""
    assert shown(thing("GridFolds", known="Folding")) == ["Folding"]


def test_more_papers_keep_the_name():
    """Of two things with one name that with more papers has it alone; the other shows its first paper."""
    assert shown(thing("GridFold", papers=["0", "8"]), thing("GridFold", papers=["1", "2", "3"])) == [
        "GridFold (0)",
        "GridFold",
    ]


def test_lexicon_outweighs_papers():
    """A thing that a lexicon knows keeps its name against any number of papers."""
    known = thing("gf", papers=["9"], known="GridFold")
    assert shown(thing("GridFold", papers=["1", "2"]), known) == ["GridFold (1)", "GridFold"]


def test_what_a_person_says_comes_first():
    """A name that a person gave is shown, and the thing that had it gives way."""
    other = thing("Folding", papers=["1", "2"])
    renamed = replace(thing("GridFold", papers=["3"]), renamed="Folding")
    assert shown(other, renamed) == ["Folding (1)", "Folding"]


def test_other_long_form_tells_things_apart():
    """Two coined names spelled alike are shown the one as it is, the other by its long form."""
    papers = [
        found(number, f"{long} (GridFo)", Name("GridFo"), Name(long), short=[("GridFo", long)])
        for number, long in enumerate(["Grid Folding", "Gridded Foam"])
    ]
    assert sorted(shown(*things(*papers))) == ["GridFo", "Gridded Foam"]


def test_types_may_share_a_name():
    """One name for a model and a benchmark needs nothing more."""
    assert shown(thing("GridFold", MODEL), thing("GridFold", BENCHMARK)) == ["GridFold", "GridFold"]


some_things = st.lists(
    st.builds(
        thing,
        st.sampled_from(["GridFold", "grid fold", "Grid-Fold", "???", "😀", "GridFold (1)", "SAEs", "SAE"]) | names(),
        types,
        st.lists(st.sampled_from("123"), min_size=1, max_size=3, unique=True).map(sorted),
        known=st.sampled_from([None, None, "GridFold", "Grid fold"]),
    ),
    max_size=7,
)


@given(some_things)
def test_no_two_things_have_one_id(all_things):
    """Type and slug of the names differ for all things, and none is left out."""
    named = name_things(all_things)
    assert {id(one) for one in all_things} == {id(one) for one, _ in named}
    assert len(named) == len({(one.shown_type, slug(name) or name) for one, name in named})
    assert all(name for _, name in named)
