import numpy as np
import pytest

from kg.extraction import result_links
from kg.extraction.choice_model import ChoiceModel
from kg.extraction.earlier_results import NOTHING
from kg.extraction.linear_model import LinearModel
from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline
from kg.extraction.result_links import ResultLinks
from kg.extraction.result_reading import Reading
from kg.model import Paper

ABSTRACT = "PPO reaches 77.5% on GSM8K. It reaches 81.2% and later 83.1% accuracy. TRPO reaches 70.4% on MMLU. " * 2


@pytest.fixture(scope="module")
def reading():
    """An abstract with eight numbers, as they are read."""
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("results")])
    doc = make_doc(nlp, Paper("1", "Some words", ABSTRACT))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return Reading.of(doc)


def links(rows):
    """Links with these weights, by field, slot and filling."""
    return ResultLinks(ChoiceModel(LinearModel(list(rows), np.array(list(rows.values()), dtype=np.float32))))


def names(reading, chosen, field):
    """The names of what was chosen for a field, result by result; None for nothing."""
    things = [each[field] for each in chosen]
    return [None if thing == NOTHING else reading.names[reading.things[thing].names[0]].phrase.text for thing in things]


def results(reading, kind="absolute"):
    """All numbers as results of one kind."""
    return [(n, kind) for n in range(len(reading.numbers))]


def test_no_result_is_of_nothing(reading):
    """Where there is no result nothing is chosen."""
    assert list(links({("metric", "thing", ""): [1.0]}).choose(reading, [])) == []


def test_each_result_hears_what_those_before_it_are_of(reading):
    """Weights that take what stands beside a number, or else what the last result was of, go on with it."""
    rows = {("benchmark", "behind", n): [3.0] for n in range(3)}
    rows |= {("benchmark", "as last", f"{here} True True"): [2.0] for here in (True, False)}
    chosen = links(rows | {("benchmark", "nothing", "absolute"): [1.0]}).choose(reading, results(reading))
    assert names(reading, chosen, "benchmark") == ["GSM8K"] * 3 + ["MMLU"] + ["GSM8K"] * 3 + ["MMLU"]


def test_weights_that_know_nothing_choose_nothing(reading):
    """Of equal candidates the first is taken, which is nothing."""
    chosen = list(links({("metric", "no such slot", ""): [1.0]}).choose(reading, results(reading)))
    assert len(chosen) == len(reading.numbers)
    assert all(thing == NOTHING for each in chosen for thing in each.values())


@pytest.mark.parametrize("at_once", [1, 20, 50])
def test_many_results_are_read_as_few(reading, at_once, monkeypatch):
    """How many candidates are weighed at once changes nothing in what is chosen."""
    shipped = build_pipeline(["results"]).get_pipe("results").links
    expected = list(shipped.choose(reading, results(reading)))
    monkeypatch.setattr(result_links, "_AT_ONCE", at_once)
    assert list(shipped.choose(reading, results(reading))) == expected
