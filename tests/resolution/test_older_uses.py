from dataclasses import replace

import pytest
from resolution.build import Name, found, uses_of

from kg.model import Role
from kg.resolution.older_uses import is_long_before
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
