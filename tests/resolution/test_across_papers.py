import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolution.build import BENCHMARK, METHOD, METRIC, MODEL, names, thing, types

from kg.resolution.across_papers import join_things


def never(one, other):
    """Nothing must stay apart."""
    return False


def labels(all_things, apart=never):
    """The forms of each thing after joining."""
    return sorted(sorted(one.forms) for one in join_things(list(all_things), apart)[0])


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("grid policies", "grid policy", METHOD),
        ("AIME25", "AIME 2025", BENCHMARK),
        ("CodeContests+", "CodeContestsPlus", BENCHMARK),
        ("70B Llama 2-Chat", "Llama-2-Chat-70B", MODEL),
        ("GridFold algorithm", "GridFold", METHOD),
        ("DrM", "DRM", METHOD),
    ],
)
def test_names_that_agree_are_one(one, other, type_):
    """Things whose names agree well enough are one thing."""
    assert labels([thing(one, type_), thing(other, type_, ["2"])]) == [sorted([one, other])]


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Llama 2", "Llama 3", MODEL),
        ("Llama 3.1", "Llama 31", MODEL),
        ("GPT-4", "GPT-4o", MODEL),
        ("MMLU", "MMLU-Pro", BENCHMARK),
        ("MATH", "MATH-500", BENCHMARK),
        ("CoT", "long CoT", METHOD),
        ("A2C", "A3C", METHOD),
        ("LongMemEval", "LongMemEvals", BENCHMARK),
    ],
)
def test_other_names_stay_two(one, other, type_):
    """Things whose names do not agree, or hardly, stay apart."""
    assert labels([thing(one, type_), thing(other, type_, ["2"])]) == sorted([[one], [other]])


@pytest.mark.parametrize(("type_", "expected"), [(MODEL, 1), (METRIC, 2), (BENCHMARK, 2)])
def test_kinds_are_apart(type_, expected):
    """Things of two types are not joined, but what papers call now a model, now a method, is."""
    assert len(labels([thing("grid policy", METHOD), thing("grid policies", type_, ["2"])])) == expected


def test_methods_are_held_to_the_rules_of_methods():
    """A size and a version change places in names of models alone."""
    assert len(labels([thing("Mini-o3", MODEL), thing("o3-mini", MODEL, ["2"])])) == 1
    assert len(labels([thing("Mini-o3", METHOD), thing("o3-mini", MODEL, ["2"])])) == 2


def test_what_must_stay_apart_does():
    """Things that agree are not joined against the veto."""
    both = [thing("grid policies"), thing("grid policy", papers=["2"])]
    assert labels(both, lambda one, other: True) == [["grid policies"], ["grid policy"]]


def test_what_does_not_join_the_best_known_is_tried_again():
    """Things that agree with each other are one though the best known of their key is apart from both."""
    best = thing("grid policy method", papers=["1", "2", "3"])
    one, other = thing("grid policies", papers=["4"]), thing("grid policy", papers=["5"])
    found_apart = labels([one, other, best], lambda anchor, _: anchor is best)
    assert found_apart == [["grid policies", "grid policy"], ["grid policy method"]]


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [("LongMemEval", "LongMemEvals", False), ("GridQuiz benchmark", "GridQuiz", True)],
)
def test_unsure_agreement_is_a_doubt(one, other, merged):
    """What agrees hardly or barely enough is put before a person, with what was done."""
    _, doubts = join_things([thing(one, BENCHMARK), thing(other, BENCHMARK, ["2"])], never)
    assert [merged] == [doubt.merged for doubt in doubts]
    assert {one, other} == {doubts[0].name, doubts[0].other}


@pytest.mark.parametrize(
    ("one", "other"), [("grid policy", "grid policies"), ("Llama 2", "Llama 3"), ("GridFold", "QuadFold")]
)
def test_sure_decision_is_no_doubt(one, other):
    """What agrees well or not at all needs nobody to look."""
    assert join_things([thing(one), thing(other, papers=["2"])], never)[1] == []


numbers = st.lists(st.sampled_from("12345"), min_size=1, max_size=3, unique=True).map(sorted)
some_things = st.lists(st.builds(thing, names([" ", "-"]), types, numbers), max_size=7)


@given(some_things)
def test_no_use_is_lost(all_things):
    """Each use is in exactly one thing before and after."""
    joined, _ = join_things(all_things, never)
    before = sorted(id(use) for one in all_things for use in one.uses)
    assert before == sorted(id(use) for one in joined for use in one.uses)


@given(some_things)
def test_joining_again_changes_nothing_under_a_veto(all_things):
    """Where everything must stay apart, the things stay as they are."""
    joined, _ = join_things(all_things, lambda one, other: True)
    assert sorted(map(id, all_things)) == sorted(map(id, joined))
