import io
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, hostile_text

from kg.evaluation import labels_of, read_labels
from kg.exporters.json_lines import write_entities
from kg.extraction.choice_model import ChoiceModel
from kg.extraction.linear_model import LinearModel
from kg.extraction.marked_names import mark, marked
from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline, extract
from kg.extraction.result_links import ResultLinks
from kg.extraction.result_reading import Reading
from kg.extraction.results import KINDS, Results, told_results
from kg.model import RESULT_FIELDS, Paper
from kg.resolution.resolve import resolve

OAK = "We propose OakFold, a method that trims trees."
#: Abstracts that are clear, and their results: value, kind, start, metric, benchmark, subject, baseline.
CLEAR = {
    f"{OAK} OakFold reaches 77.5 on AIME and 96.2 on MATH-500.": [
        ("77.5", "absolute", None, None, "AIME", "OakFold", None),
        ("96.2", "absolute", None, None, "MATH-500", "OakFold", None),
    ],
    f"{OAK} OakFold improves accuracy on MATH and HumanEval by 15.6% and 9.1%, respectively.": [
        ("15.6%", "gain", None, "accuracy", "MATH", "OakFold", None),
        ("9.1%", "gain", None, "accuracy", "HumanEval", "OakFold", None),
    ],
    f"{OAK} OakFold raises the success rate from 17.7 to 67.2% on ALFWorld.": [
        ("67.2%", "absolute", "17.7", "success rate", "ALFWorld", "OakFold", None)
    ],
    f"{OAK} OakFold is 2x faster than PPO.": [("2x", "ratio", None, None, None, "OakFold", "PPO")],
    f"{OAK} OakFold is 1.8$\\times$ faster than PPO.": [("1.8x", "ratio", None, None, None, "OakFold", "PPO")],
    f"{OAK} OakFold outperforms PPO by 4.2% on GSM8K.": [("4.2%", "gain", None, None, "GSM8K", "OakFold", "PPO")],
    f"{OAK} OakFold improves accuracy by +0.09 over PPO.": [
        ("+0.09", "gain", None, "accuracy", None, "OakFold", "PPO")
    ],
    f"{OAK} OakFold reaches an F1 of 0.93 on SQuAD.": [("0.93", "absolute", None, "F1", "SQuAD", "OakFold", None)],
    "Our system achieved 1st place in the contest.": [("1", "rank", None, None, None, None, None)],
}
#: Their numbers are sizes, counts, years and settings.
WITHOUT = (
    "We fine-tune LLaMA with 7B parameters for 3 hours.",
    "We train for 10 epochs with learning rate 0.001 and a batch size of 256.",
    "The suite has 50 tasks and 12,345 questions.",
    "Since 2024, trees have been trimmed in 14 forests.",
    "Training takes 3 hours on 8 GPUs.",
    "The model has 7 billion parameters and 32 layers.",
    "It rains on the trees.",
)
ODD = ("", "77.5", "1 2 3 4.5% 6x", "🌳 77.5% 🌳 on 🎯GSM8K🎯 9️⃣", "\x00 77.5\x01%\x0b accuracy\x1f 3\x7f", "²% ½ ٣٤%")
LATEX = r"OakFold has $\mathbf{77.5}\%$ on \textbf{GSM8K}, \( +3 \) over $\frac{1}{2}$ and $1.8\times$ PPO"
text = st.one_of(hostile_text, st.sampled_from([*CLEAR, *WITHOUT, *ODD, LATEX]))


def texts_of(result):
    """A result's fields, its mentions by their texts."""
    things = (getattr(result, field) for field in RESULT_FIELDS)
    return (result.value, result.kind, result.start, *(thing and thing.text for thing in things))


def check(found):
    """What holds for the results of any paper."""
    for result in found.results:
        told = {field: thing for field in RESULT_FIELDS if (thing := getattr(result, field))}
        assert all(thing in found.mentions and thing.type in RESULT_FIELDS[field] for field, thing in told.items())
        assert result.subject is None or result.baseline != result.subject
        assert result.metric is None or result.metric.confidence >= 0.65
        assert result.kind in set(KINDS) - {"none", "from"}
        start, end = result.place
        assert any(map(str.isdigit, found.paper.abstract[start:end]))
        assert result.sentence[0] <= start < end <= result.sentence[1] <= len(found.paper.abstract)
    assert [result.place for result in found.results] == sorted({result.place for result in found.results})


@pytest.mark.parametrize("abstract", CLEAR)
def test_clear_results_are_read(find, abstract):
    """A sentence that says plainly what was reached gives value, kind, start and the things it is of."""
    assert [texts_of(result) for result in find(abstract).results] == CLEAR[abstract]


@pytest.mark.parametrize("abstract", WITHOUT)
def test_sizes_counts_years_and_settings_are_no_results(find, abstract):
    """Numbers that only describe what was done are not reported."""
    assert find(abstract).results == ()


def test_a_rivals_value_is_no_start(find):
    """What stands behind *vs.* is what something else reached."""
    found = find(f"{OAK} OakFold beats PPO in both PSNR (17.22 vs. 16.77 dB) and SSIM (0.5417 vs. 0.4252) on LOL.")
    assert {"17.22": None, "0.5417": None}.items() <= {result.value: result.start for result in found.results}.items()


def test_a_title_reports_nothing(find):
    """Results are read in the abstract alone, but may be of a thing that only the title names."""
    assert find("It rains on the trees.", "OakFold reaches 77.5% on GSM8K").results == ()
    (result,) = find("It reaches 77.5% on GSM8K.", "OakFold: Trimming Trees").results
    assert (result.subject.text, result.subject.field) == ("OakFold", "title")


@pytest.mark.parametrize("before", ["", "🌳 The forest is old. ", "A line.\n\n"])
def test_places_count_the_abstracts_characters(find, before):
    """A result's place is its number with sign and unit in the abstract, whatever stands before it."""
    abstract = f"{before}OakFold improves accuracy by +15.6\\% over PPO. It rains."
    (result,) = find(abstract).results
    assert abstract[slice(*result.place)] == "+15.6\\%"
    assert abstract[slice(*result.sentence)] == "OakFold improves accuracy by +15.6\\% over PPO."


@pytest.mark.parametrize("abstract", [*CLEAR, *WITHOUT, *ODD, LATEX, *HOSTILE[:7], *HOSTILE[8:]])
def test_results_are_of_things_of_the_paper(find, abstract):
    """Every thing of a result is a mention of the paper, its type fits, and no baseline is the subject."""
    check(find(abstract))
    check(find(abstract, ""))


def test_without_numbers_there_is_nothing_to_be_of(nlp):
    """A paper that names things but has no number in its abstract has no thing that a result may be of."""
    doc = make_doc(nlp, Paper("1", "T", "We propose PPO and use GSM8K."))
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert marked(doc)
    assert Reading.of(doc).things == []


@settings(deadline=None, max_examples=40)
@given(title=text, abstract=st.lists(text, max_size=4), joint=st.sampled_from([" ", "", "\n\n"]))
def test_any_text_gives_sound_results_and_the_same_twice(nlp, title, abstract, joint):
    """No text breaks the reading of results, and the same text gives the same results again."""
    paper = Paper("1", *(each.encode(errors="ignore").decode() for each in (title, joint.join(abstract))))
    first, second = extract([paper, paper], nlp)
    assert first == second
    check(first)


def test_endless_sentences_are_read(find):
    """Five hundred numbers in one sentence, alone or with names between them, are read."""
    check(find("77.5 " * 500))
    check(find("We reach 77.5% accuracy on GSM8K with PPO and " * 125))


@pytest.fixture(scope="session")
def telling():
    """Read an abstract with weights by which each number with % is a result, and each is of a metric it finds."""
    kinds = np.array([[0] * len(KINDS), [9 * (kind == "absolute") for kind in KINDS]], dtype=np.float32)
    kinds_model = LinearModel([("number", "number", ""), ("number", "unit", "%")], kinds)
    links = [("metric", "thing", "METRIC"), ("subject", "thing", "METHOD"), ("baseline", "thing", "METHOD")]
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("results")])
    links_model = LinearModel(links, np.ones((len(links), 1), dtype=np.float32))
    read = Results(kinds_model, ResultLinks(ChoiceModel(links_model)))

    def telling(abstract, confidence):
        doc = make_doc(nlp, Paper("1", "Some words", abstract))
        for _, component in nlp.pipeline:
            doc = component(doc)
        mark(doc, [name._replace(confidence=confidence) for name in marked(doc)])
        return read(doc)

    return telling


@pytest.mark.parametrize(("before", "after"), [(0.1, 0.65), (0.65, 0.65), (0.8, 0.8)])
def test_a_metric_by_which_a_result_is_reported_is_believed(telling, before, after):
    """A doubtful metric with a result has at least 0.65, a surer one what it had; other names gain nothing."""
    doc = telling("PPO has an accuracy of 77.5%.", before)
    assert {name.phrase.text: name.confidence for name in marked(doc)} == {"PPO": before, "accuracy": after}
    assert {name.confidence for name in marked(telling("PPO has an accuracy of 77.5.", before))} == {before}


def test_weights_that_want_one_thing_twice_leave_the_baseline_out(telling):
    """Where the best subject is the best baseline, too, the result has a subject and no baseline."""
    (result,) = told_results(telling("PPO has an accuracy of 77.5%.", 0.9))
    assert set(result.links) == {"metric", "subject"}


def test_without_the_component_nothing_is_reported():
    """A pipeline without it finds names and no results."""
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("results")])
    (found,) = extract([Paper("1", "T", next(iter(CLEAR)))], nlp)
    assert found.mentions
    assert found.results == ()


@pytest.mark.parametrize("cut", [0.0, 0.5, 0.9, 1.1])
def test_resolved_results_name_the_papers_entities(nlp, example_papers, cut):
    """After resolution a result's names are those of the paper's entities, or None where the thing is left out."""
    papers = [Paper(str(n), "T", abstract) for n, abstract in enumerate(CLEAR)]
    found = list(extract([*papers, *example_papers[:10]], nlp))
    for before, after in zip(found, resolve(found, cut).papers, strict=True):
        names = {(entity.name, entity.type) for entity in after.entities}
        assert len(after.results) == len(before.results)
        for told, result in zip(before.results, after.results, strict=True):
            assert (result.value, result.kind, result.start) == (told.value, told.kind, told.start)
            assert (result.place, result.sentence) == (told.place, told.sentence)
            for field, types in RESULT_FIELDS.items():
                name = getattr(result, field)
                assert name is None or any((name, type) in names for type in types)
                assert cut or (name is None) == (getattr(told, field) is None)


def test_written_results_are_read_back(nlp, tmp_path):
    """Results are written in the documented form, and evaluation reads them as kg found them."""
    papers = resolve(extract([Paper(str(n), "T", text) for n, text in enumerate([*CLEAR, *WITHOUT])], nlp)).papers
    stream = io.StringIO()
    write_entities(papers, stream)
    (tmp_path / "found.jsonl").write_text(stream.getvalue(), encoding="utf-8")
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [list(row) for line in lines for row in line["results"]] == [
        ["value", "kind", "metric", "benchmark", "subject", "baseline", "from"]
    ] * sum(map(len, CLEAR.values()))
    assert lines[2]["results"][0]["from"] == "17.7"
    assert read_labels(tmp_path / "found.jsonl") == labels_of(papers)
