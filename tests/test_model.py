import itertools

import pytest

from kg.model import Entity, Mention, Role


def mention(start=0, field="abstract", role=Role.USES, support=0.0):
    """A mention of which only what evidence is chosen by is told."""
    return Mention(field, start, start + 3, "PPO", "METHOD", None, "known_names", 0.9, role, (0, 200), support)


def evidence(*mentions, role=None):
    """The evidence of an entity with these mentions and their strongest role, the same in whatever order they come."""
    role = role or min((m.role for m in mentions), key=lambda r: r.rank)
    found = {Entity("PPO", "METHOD", role, 0.9, ordered).evidence for ordered in itertools.permutations(mentions)}
    assert len(found) == 1
    return found.pop()


def test_the_evidence_says_most_for_the_role():
    """Of mentions in the abstract, the one with the highest support is the evidence, wherever it stands."""
    best = mention(40, support=1.5)
    assert evidence(mention(0, support=0.2), best, mention(80, support=-1.0)) == best


def test_the_abstract_comes_before_the_title():
    """A mention in the abstract is the evidence even if the title says more and stands first."""
    said = mention(50, support=-2.0)
    assert evidence(mention(0, field="title", support=3.0), said) == said


def test_the_title_is_evidence_where_there_is_nothing_else():
    """A thing that the title alone names has the title's mention that says most for its evidence."""
    best = mention(20, field="title", support=0.5)
    assert evidence(mention(0, field="title", support=0.1), best) == best


def test_the_earliest_is_evidence_where_mentions_tie():
    """Of mentions that say as much in the same field, the first in the text is the evidence."""
    first = mention(10, support=0.7)
    assert evidence(mention(90, support=0.7), first, mention(50, support=0.7)) == first


def test_the_stronger_role_comes_before_all_else():
    """Where mentions have several roles, the evidence has the strongest, be it in the title and with less support."""
    strong = mention(60, field="title", role=Role.PROPOSES, support=-1.0)
    assert evidence(mention(0, support=4.0), strong, mention(30, role=Role.MENTIONS, support=5.0)) == strong


def test_the_evidence_has_the_role_of_its_entity():
    """Where a mention has a stronger role than its entity, a mention with the entity's own role is the evidence."""
    used = mention(30, role=Role.USES, support=-1.0)
    assert evidence(mention(0, role=Role.PROPOSES, support=4.0), used, role=Role.USES) == used


def test_evidence_is_one_of_the_mentions():
    """A single mention is its entity's evidence."""
    only = mention(7, field="title")
    assert evidence(only) is only


@pytest.mark.parametrize(("stronger", "weaker"), list(itertools.pairwise(Role)))
def test_ranks_follow_the_order_of_strength(stronger, weaker):
    """Each role ranks one after the role that is next stronger."""
    assert weaker.rank == stronger.rank + 1


def test_proposing_is_the_strongest_role():
    """To propose ranks first, merely to mention last."""
    assert (Role.PROPOSES.rank, Role.MENTIONS.rank) == (0, len(Role) - 1)
