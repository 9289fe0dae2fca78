import pytest

from kg.extraction.earlier_results import NOTHING, UNKNOWN, Chosen, told_of


def told(earlier, thing, kind="gain"):
    """What is told of a choice, by the slot."""
    (said,) = told_of(earlier, 3, kind, [thing])
    return dict(said.features()) if said else {}


@pytest.mark.parametrize("thing", [NOTHING, 0])
def test_the_first_result_has_nothing_to_follow(thing):
    """Without an earlier result nothing is told."""
    assert told([], thing) == {}


def test_the_thing_of_the_last_result_is_told_from_others():
    """Of the last result's thing other things are told than of any other, and than of nothing."""
    earlier = [Chosen(3, "gain", 7)]
    assert len({tuple(told(earlier, thing).items()) for thing in (7, 8, NOTHING)}) == 3
    assert told([Chosen(3, "gain", NOTHING)], NOTHING) != told([Chosen(3, "gain", NOTHING)], 7)


def test_it_matters_whether_the_last_result_is_of_the_sentence_and_the_kind():
    """What is told depends on where the last result stands, and on its kind."""
    last = [Chosen(3, "gain", 7)], [Chosen(2, "gain", 7)], [Chosen(3, "rank", 7)]
    assert len({tuple(told(earlier, 7).items()) for earlier in last}) == 3


def test_what_was_not_found_is_no_option():
    """After a thing that the recognizer has missed all options are told to be others."""
    earlier = [Chosen(3, "gain", UNKNOWN)]
    assert told(earlier, 7)["as last"] == told(earlier, NOTHING)["as last"] == "True True False"
