from dataclasses import replace

import pytest
from resolution.build import Name, found, things, uses_of, wordy

from kg.model import Role
from kg.resolution.contexts import Contexts
from kg.resolution.foreign_uses import coined_apart, is_long_before
from kg.resolution.things import Thing


def use(number, topic, name="GridFold", said="We use", role=Role.USES, date=None):
    """What is found in a paper on some topic."""
    findings = found(number, f"{said} {name}. {wordy(topic)}", Name(name, role=role))
    return replace(findings, paper=replace(findings.paper, date=date))


def coinage(number, topic, name="GridFold", date=None):
    """What is found in a paper that coins the name."""
    return use(number, topic, name, "We propose", Role.PROPOSES, date)


def parted(*findings):
    """The papers of each thing, after coinages are put apart."""
    (thing,) = things(*findings)
    contexts = Contexts([each.paper for each in findings])
    return sorted([paper.id for paper in one.papers] for one in coined_apart(thing, contexts))


@pytest.mark.parametrize(
    ("used", "coined", "expected"),
    [
        ("2024-01-05", "2026-02-01", [["1"], ["2"]]),
        ("2025-12-30", "2026-02-01", [["1", "2"]]),
        ("2026-09-01", "2026-02-01", [["1", "2"]]),
        (None, "2026-02-01", [["1", "2"]]),
        ("2024", "2026", [["1", "2"]]),
    ],
)
def test_nothing_is_used_long_before_it_is_coined(used, coined, expected):
    """A use that is months older than the coinage means another thing; without months nobody knows."""
    assert expected == parted(use(1, "zor", date=used), coinage(2, "plem", date=coined))


def test_arxiv_number_is_a_date():
    """A paper without a date is as old as its arXiv number says."""
    assert parted(use("2401.00001", "zor"), coinage("2602.00002", "plem")) == [["2401.00001"], ["2602.00002"]]


def test_like_papers_are_of_one_thing():
    """An older paper that shares its words may tell of the same work before it is told in full."""
    assert parted(use(1, "zor", date="2024-01-05"), coinage(2, "zor", date="2026-02-01")) == [["1", "2"]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("GRIDFold", [["1"], ["2"]]), ("Grid Fold", [["1"], ["2"]]), ("Grid-Fold", [["1"], ["2"]]),
     ("GridFold", [["1", "2"]])],
)  # fmt: skip
def test_coinage_is_written_in_its_own_way(name, expected):
    """Who writes a coined name otherwise, in other words, means another thing."""
    assert expected == parted(coinage(1, "zor"), use(2, "plem", name))


@pytest.mark.parametrize("name", ["gated fold", "Gated-Fold", "Gated folds"])
def test_terms_are_written_in_many_ways(name):
    """In names of several words capitals, hyphens and plurals tell nothing apart."""
    first, second = uses_of(coinage(1, "zor", "Gated Fold"), use(2, "plem", name))
    contexts = Contexts([first.paper, second.paper])
    assert len(coined_apart(Thing([first, second]), contexts)) == 1


def test_others_go_where_they_belong():
    """A later use joins the coinage if their papers are alike, and stays with the older ones if not."""
    old, new = use(1, "zor", date="2024-01-05"), coinage(2, "plem", date="2026-02-01")
    later = [use(3, "plem", date="2026-05-01"), use(4, "zor", date="2026-05-01"), use(5, "quin", date="2026-05-01")]
    assert parted(old, new, *later) == [["1", "4", "5"], ["2", "3"]]


def test_older_than_all_coinages():
    """A use is long before a thing if papers coin it, all of them later."""
    (old,) = uses_of(use(1, "zor", date="2024-01-05"))
    new = Thing(uses_of(coinage(2, "zor", date="2026-02-01")))
    used = Thing(uses_of(use(3, "zor", date="2026-02-01")))
    assert is_long_before(old, new)
    assert not is_long_before(old, used)
    assert not is_long_before(new.uses[0], new)


def test_what_lexicons_know_is_meant_by_whoever_writes_it_so():
    """A later use joins the coinage of a known name only if it writes the name as the coinage does."""
    old = use(1, "zor", "recall", date="2024-01-05")
    new = coinage(2, "plem", "Recall", date="2026-02-01")
    later = [use(3, "plem", "recall", date="2026-05-01"), use(4, "plem", "Recall", date="2026-05-01")]
    known = [
        replace(each, mentions=tuple(replace(mention, name="recall") for mention in each.mentions))
        for each in (old, new, *later)
    ]
    assert parted(*known) == [["1", "3"], ["2", "4"]]
