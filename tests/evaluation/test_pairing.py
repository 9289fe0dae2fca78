from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.labels import LabelledEntity
from kg.evaluation.pairing import pair
from kg.names import name_key


def entity(*forms, type="METHOD", at=()):
    """An entity by the names that the paper calls it, and the places where it stands."""
    spans = frozenset(("abstract", start, start + 3) for start in at)
    return LabelledEntity(forms[0], type, "USES", spans, frozenset(map(name_key, forms)))


#: Few names and places, so that many entities could be paired with one another.
entities = st.lists(
    st.builds(
        lambda forms, type, at: entity(*forms, type=type, at=at),
        st.lists(st.sampled_from(["PPO", "DPO", "RL", "SFT"]), min_size=1, max_size=3),
        st.sampled_from(["METHOD", "MODEL"]),
        st.sets(st.integers(0, 4), max_size=3),
    ),
    max_size=5,
)


def test_one_shared_name_is_enough():
    """An entity is found by any of its names, however it is spelled."""
    gold, found = entity("Group Relative Policy Optimization", "GRPO"), entity("grpo", "G-R-P-O")
    assert pair([gold], [found]) == [(gold, found)]


def test_places_alone_do_not_pair():
    """Two entities that share no name are two, even at one place."""
    assert pair([entity("PPO", at=[0])], [entity("PPO loss", at=[0])]) == []


def test_type_counts_unless_it_is_left_out():
    """A name found as another type is another thing, but for untyped pairs."""
    gold, found = entity("T5", type="MODEL"), entity("T5", type="METHOD")
    assert pair([gold], [found]) == []
    assert pair([gold], [found], typed=False) == [(gold, found)]


def test_most_shared_places_go_first():
    """Of two that could be meant, the one that stands at the same places is, even if fewer names agree."""
    gold = entity("RL", "Reinforcement Learning", at=[1, 5])
    other, same = entity("RL", "Reinforcement Learning", at=[1]), entity("RL", at=[1, 5])
    assert pair([gold], [other, same]) == [(gold, same)]


def test_then_most_shared_names_go_first():
    """Where the places decide nothing, the names do."""
    gold, other, same = entity("RL", "Reinforcement Learning"), entity("RL"), entity("Reinforcement Learning", "RL")
    assert pair([gold], [other, same]) == [(gold, same)]


def test_then_the_order_decides():
    """Of equals, the first is taken."""
    gold = [entity("RL"), entity("RL")]
    found = [entity("RL"), entity("RL", type="MODEL")]
    ((one, other),) = pair(gold, found)
    assert one is gold[0]
    assert other is found[0]


def test_nothing_pairs_with_nothing():
    """Without entities on a side there is no pair."""
    assert pair([], [entity("RL")]) == pair([entity("RL")], []) == pair([], []) == []


@given(entities, entities)
def test_pairs_agree_and_no_entity_is_taken_twice(gold, found):
    """Each pair shares type and name, and each entity is in one pair at most."""
    pairs = pair(gold, found)
    assert all(g.type == f.type and g.forms & f.forms for g, f in pairs)
    for side in zip(*pairs, strict=True):
        assert len({id(one) for one in side}) == len(side)


@given(entities, entities)
def test_no_pair_is_left_over(gold, found):
    """Of two entities that agree, one at least is paired."""
    taken = {id(one) for both in pair(gold, found) for one in both}
    for g in gold:
        for f in found:
            if g.type == f.type and g.forms & f.forms:
                assert id(g) in taken or id(f) in taken


@given(entities)
def test_entities_pair_with_themselves(gold):
    """A perfect answer is paired one by one."""
    assert sorted((g == f for g, f in pair(gold, gold)), reverse=True) == [True] * len(gold)
