from resolution.build import BENCHMARK, METHOD, METRIC, MODEL

from kg.resolution.entity_types import in_type_order, kind_of


def test_own_types_come_last():
    """Types of a user's own stand behind the usual ones, in the order of their letters."""
    assert in_type_order({"ZZZ", METRIC, "AAA", METHOD}) == [METHOD, METRIC, "AAA", "ZZZ"]


def test_kinds():
    """A model is a method, other types are kinds of their own."""
    assert list(map(kind_of, [METHOD, MODEL, BENCHMARK, METRIC, "OWN"])) == [METHOD, METHOD, BENCHMARK, METRIC, "OWN"]
