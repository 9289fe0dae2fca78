import math

import pytest
from resolution.build import METHOD, MODEL, Name, found

from kg.model import Role
from kg.resolution.forms import Said
from kg.resolution.near_name_odds import WEIGHTS, evidence, log_odds
from kg.resolution.near_names import named_things
from kg.resolution.within_paper import things_named


def told(abstract, *of, title="Some words", short=()):
    """What is told of the first two things of a paper."""
    findings = found(1, abstract, *of, title=title, short=short)
    said = Said.by(findings)
    named = named_things(things_named(findings, said), said)
    return dict(zip(WEIGHTS, evidence(named[0], named[1], named[2:]), strict=True))


def test_words_and_letters():
    """How much of both names is shared, and how they begin."""
    found = told("Dual kernel folds. They run. Dual kernel grid folding too.", *map(Name, NAMES))
    assert (found["of shorter"], found["of longer"], found["begin alike"]) == (1, 3 / 4, True)
    assert 0.7 < found["letters"] < 1
    assert (found["one sentence"], found["rivals"]) == (False, 0)


NAMES = ("Dual kernel folds", "Dual kernel grid folding")


def test_places():
    """Whether one sentence has both, what the title has, how often the rarer one stands there."""
    both = told(
        "Dual kernel folds beat Dual kernel grid folding. Dual kernel folds.", *map(Name, NAMES), title=NAMES[1]
    )
    assert (both["one sentence"], both["one in title"], both["both in title"]) == (True, True, False)
    assert both["mentions"] == pytest.approx(math.log(2))


def test_roles_and_types():
    """Who proposes what, and of which type it is."""
    found = told(
        "Dual kernel folds. So. GridFold of a dual kernel.",
        Name(NAMES[0], METHOD, role=Role.PROPOSES),
        Name("GridFold of a dual kernel", MODEL),
    )
    assert (found["one proposed"], found["types differ"]) == (True, True)


@pytest.mark.parametrize(("others", "rivals"), [((), 0), (("Old",), 1), (("Old", "Red", "Hot"), 2)])
def test_rivals_are_counted(others, rivals):
    """Other things that share as much with the shorter name; of many it does not matter how many."""
    of = [f"{word} kernel folds" for word in ("Big", "Dual", *others)]
    assert told(". So. ".join(of), *map(Name, of))["rivals"] == rivals


def test_what_speaks_for_it_raises_the_odds():
    """Each weight does what its sign says."""
    none = dict.fromkeys(WEIGHTS, 0.0)
    base = log_odds(tuple(none.values()))
    for name, weight in WEIGHTS.items():
        assert log_odds(tuple((none | {name: 1.0}).values())) == pytest.approx(base + weight)
