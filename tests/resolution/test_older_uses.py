from dataclasses import replace

import pytest
from resolution.build import Name, found, uses_of

from kg.model import Role
from kg.resolution.older_uses import comes_late, first_month, is_long_before
from kg.resolution.things import Thing


def use(number, said="We use", role=Role.USES, date=None):
    """What is found in a paper that uses the name."""
    findings = found(number, f"{said} GridFold.", Name("GridFold", role=role))
    (only,) = uses_of(replace(findings, paper=replace(findings.paper, date=date)))
    return only


def coinage(number, date=None):
    """What is found in a paper that coins the name."""
    return use(number, "We propose", Role.PROPOSES, date)


@pytest.mark.parametrize(
    ("used", "coined", "expected"),
    [
        ("2024-01-05", "2026-02-01", True),
        ("2025-12-30", "2026-02-01", False),
        ("2026-09-01", "2026-02-01", False),
        (None, "2026-02-01", False),
        ("2024", "2026", False),
    ],
)
def test_nothing_is_used_long_before_it_is_coined(used, coined, expected):
    """A use that is months older than the coinage means another thing; without months nobody knows."""
    assert is_long_before(use(1, date=used), Thing([coinage(2, date=coined)])) is expected


def test_arxiv_number_is_a_date():
    """A paper without a date is as old as its arXiv number says."""
    assert is_long_before(use("2401.00001"), Thing([coinage("2602.00002")]))


def test_older_than_all_coinages():
    """A use is long before a thing if papers coin it, all of them later."""
    old, new, used = use(1, date="2024-01-05"), coinage(2, "2026-02-01"), use(3, date="2026-02-01")
    assert is_long_before(old, Thing([new]))
    assert not is_long_before(old, Thing([used]))
    assert not is_long_before(old, Thing([new, used]))
    assert not is_long_before(new, Thing([new]))


def test_what_comes_late_is_presented_months_after_the_first_use():
    """Who presents a word that others used long before comes late; who merely uses it does not."""
    uses = [use(1, date="2025-06-01"), use(2, date="2024-11-01"), coinage(3, "2024-01-01"), use(4)]
    first = first_month(uses)
    assert comes_late(coinage(5, "2025-02-01"), first)
    assert not comes_late(coinage(5, "2025-01-31"), first)
    assert not comes_late(use(5, date="2025-02-01"), first)
    assert not comes_late(coinage(5), first)
    assert not comes_late(coinage(5, "2025-02-01"), first_month([use(1), coinage(2, "2024-01-01")]))


@pytest.mark.parametrize(("known", "expected"), [("GridFold", True), ("Grid Folding Method", False)])
def test_terms_are_presented_again_and_again(known, expected):
    """What lexicons know as a term of several words is no name that somebody took anew."""
    (late,) = uses_of(found("2602.00002", "We propose GridFold.", Name("GridFold", known=known, role=Role.PROPOSES)))
    assert comes_late(late, first_month([use("2401.00001")])) is expected
