import pytest
from resolution.build import METHOD, MODEL

from kg.model import Variant
from kg.resolution import Rule, find_variants, obeyed, with_former_names
from kg.resolution.curation import Action

MERGE, SPLIT, RENAME, RETYPE, HIDE = Action


def zephons(*rules):
    """What is above what of two models of which papers name one, and the rules that matched."""
    variants = [Variant(MODEL, "Zephon 2 7B", "Zephon 2", "x"), Variant(MODEL, "Zephon 2", "Zephon", "x")]
    found, matched = obeyed(variants, {(MODEL, "Zephon 2 7B"), (MODEL, "Falcon")}, rules)
    return {variant.name: variant.parent for variant in found}, matched


@pytest.mark.parametrize(
    ("rule", "above"),
    [
        (Rule("yes", HIDE, MODEL, "zephon"), {"Zephon 2 7B": "Zephon 2"}),
        (Rule("yes", RETYPE, "", "Zephon", "METHOD"), {"Zephon 2 7B": "Zephon 2"}),
        (Rule("yes", RENAME, MODEL, "Zephon", "The Zephons"), {"Zephon 2 7B": "Zephon 2", "Zephon 2": "The Zephons"}),
        (Rule("yes", MERGE, MODEL, "Zephon", "falcon"), {"Zephon 2 7B": "Zephon 2", "Zephon 2": "Falcon"}),
        (Rule("yes", MERGE, MODEL, "Zephon 2", "Zephon 2 7B"), {"Zephon 2 7B": "Zephon"}),
    ],
)
def test_rules_reach_families_that_no_paper_names(rule, above):
    """A family is hidden, renamed or merged like anything else, and the rule has matched something."""
    assert zephons(rule) == (above, {rule})


def test_a_renamed_thing_keeps_its_place_in_its_family():
    """What a person renames is above and below what it was above and below under its former name."""
    names = {(MODEL, "Big One"), (MODEL, "Zephon 2 7B Chat")}
    rule = Rule("yes", RENAME, MODEL, "Zephon 2 7B", "big one")
    found, _ = obeyed(find_variants(with_former_names(names, [rule])), names, [rule])
    above = {variant.name: variant.parent for variant in found}
    assert above == {"Zephon 2 7B Chat": "Big One", "Big One": "Zephon 2", "Zephon 2": "Zephon"}


@pytest.mark.parametrize(("former", "parents"), [("Zephon 2 7B", ["Zephon 2"]), ("Owl", ["Zephon 3"])])
def test_the_former_name_tells_the_family_first(former, parents):
    """A new name that is of a family, too, ties the thing only where the former one does not."""
    names = {(MODEL, "Zephon 3 7B")}
    rule = Rule("yes", RENAME, MODEL, former, "Zephon 3 7B")
    found, _ = obeyed(find_variants(with_former_names(names, [rule])), names, [rule])
    assert [variant.parent for variant in found if variant.name == "Zephon 3 7B"] == parents


@pytest.mark.parametrize(
    "rule",
    [
        Rule("yes", RENAME, METHOD, "Zephon 2 7B", "Big One"),
        Rule("no", RENAME, MODEL, "Zephon 2 7B", "Big One"),
        Rule("yes", RENAME, MODEL, "Zephon 2 7B", "Big One", papers=("1",)),
        Rule("yes", RENAME, MODEL, "Zephon 2 7B", "Owl"),
        Rule("yes", MERGE, MODEL, "Zephon 2 7B", "Big One"),
    ],
)
def test_other_rules_give_no_former_names(rule):
    """Only a rename of all of something that is there does."""
    assert with_former_names({(MODEL, "Big One")}, [rule]) == {(MODEL, "Big One")}


@pytest.mark.parametrize(
    "rule",
    [
        Rule("no", HIDE, MODEL, "Zephon"),
        Rule("?", HIDE, MODEL, "Zephon"),
        Rule("yes", HIDE, METHOD, "Zephon"),
        Rule("yes", HIDE, MODEL, "Zephon", papers=("1",)),
        Rule("yes", SPLIT, MODEL, "Zephon", "Owl"),
        Rule("yes", HIDE, MODEL, "Zephon 2 7B"),
    ],
)
def test_other_rules_change_no_family(rule):
    """No and open answers, other types, rules for some papers, and names that papers have, are none of families'."""
    assert zephons(rule) == (zephons()[0], set())
