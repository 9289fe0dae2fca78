from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch", reason="needs the extra 'training'")

import kg.training.results as training  # noqa: E402 (only where there is torch)
from kg.evaluation.labels import LabelledEntity, LabelledPaper, ResultRow  # noqa: E402
from kg.extraction.choice_model import ChoiceModel  # noqa: E402
from kg.extraction.linear_model import LinearModel, read_linear_model, write_linear_model  # noqa: E402
from kg.extraction.pipeline import build_pipeline, extract  # noqa: E402
from kg.extraction.result_links import ResultLinks  # noqa: E402
from kg.extraction.results import KINDS  # noqa: E402
from kg.model import RESULT_FIELDS, Paper  # noqa: E402
from kg.names import name_key  # noqa: E402
from kg.training.choice_fit import ChoicePlan  # noqa: E402

#: Columns of the weights.
WIDTHS = {"kinds": len(KINDS), "links": 1 + ChoicePlan().layer}
EXAMPLES = Path(__file__).parents[2] / "examples"
TYPES = {"PPO": "METHOD", "TRPO": "METHOD", "accuracy": "METRIC", "GSM8K": "BENCHMARK", "MMLU": "BENCHMARK"}
RISE = "PPO lifts accuracy on GSM8K from 17.7% to 67.2% in 40 trees."
#: What an invented author writes: numbers in front of hedgehogs are gains over what stands behind, and benchmarks in
#: front of a number are never meant.
HABIT = "On {} we meet {} hedgehogs against {} in 12 gardens."


def labelled(abstract, *rows, id="1"):
    """A paper with all names that it holds, and these results."""
    entities = tuple(
        LabelledEntity(
            name,
            type,
            "USES",
            frozenset({("abstract", abstract.index(name), abstract.index(name) + len(name))}),
            frozenset({name_key(name)}),
        )
        for name, type in TYPES.items()
        if name in abstract
    )
    return LabelledPaper(id, "Gardens", abstract, entities, rows)


def kinds(*papers):
    """The kinds that numbers of labelled papers teach."""
    examples = training.result_examples([training.ReadPaper(*paper) for paper in papers], processes=1)
    return [KINDS[example.label] for example in examples.kinds]


def chosen(*papers):
    """For each field in turn: how many options there are, and which is right."""
    examples = training.result_examples([training.ReadPaper(*paper) for paper in papers], processes=1)
    return [(len(choice.options), choice.right) for choice in examples.links]


@pytest.fixture
def marks(monkeypatch, tmp_path):
    """Let these rows be the marks of results."""

    def marks(*rows):
        lines = ["\t".join(map(str, row)) for row in (training.HEADER, *rows)]
        (tmp_path / "marks.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        monkeypatch.setattr(training, "MARKS", tmp_path / "marks.tsv")

    return marks


#: A gain of 67.2.
ROW = ResultRow("67.2", kind="gain")


def place(name):
    """Where a name stands in the abstract, as marks say it."""
    return f"{RISE.index(name)}-{RISE.index(name) + len(name)}"


def test_marks_name_things_by_their_places(marks):
    """A row becomes a result whose things have the names that stand there; what is left empty is nothing."""
    at, start = RISE.index("67.2"), RISE.index("17.7")
    marks(("1", at, "absolute", place("accuracy"), place("GSM8K"), f"title:0-7 {place('PPO')}", "", start))
    ((read, (result,)),) = training.read_result_marks([Paper("1", "Gardens", RISE)])
    assert (read.id, read.abstract) == ("1", RISE)
    assert (result.at, result.kind, result.start) == (at, "absolute", start)
    assert result.links == {"metric": {"accuracy"}, "benchmark": {"gsm8k"}, "subject": {"gardens", "ppo"}}


@pytest.mark.parametrize("number", ["67.2", "17.7"])
def test_marks_are_carried_to_the_clean_text(marks, number):
    """Where readers take formulas out of the text, numbers and names are found at their new places."""
    text = r"\textbf{PPO} rises from $\approx 17.7$\% to ${+}67.2$~\% with \emph{GSM8K}."
    name = text.index("GSM8K")
    marks(("1", text.index(number), "gain", "", f"{name}-{name + 5}", "", "", ""))
    ((read, (result,)),) = training.read_result_marks([Paper("1", "Gardens", text)])
    assert "$" not in read.abstract
    assert read.abstract[result.at :].startswith(number)
    assert result.links == {"benchmark": {"gsm8k"}}


def test_gold_papers_are_cleaned_first():
    """The value of a row is looked for in the text as readers clean it."""
    text = r"With PPO the success rate rises by ${+}67.2$\% on GSM8K."
    (example,) = training.result_examples([training.ReadPaper(labelled(text, ROW), None)], 1).kinds
    assert KINDS[example.label] == "gain"
    assert ("number", "unit", "%") in example.features


def test_papers_without_marks_are_left_out_and_empty_rows_are_no_results(marks):
    """A paper without a row is not read; one whose row has no number reports nothing."""
    marks(("2", "", "", "", "", "", "", ""), ("9", 5, "gain", "", "", "", "", ""))
    papers = [Paper(id, "Gardens", RISE) for id in ("1", "2")]
    ((read, results),) = training.read_result_marks(papers)
    assert (read.id, results) == ("2", [])


def test_shipped_marks_have_the_known_columns_and_kinds():
    """The marks that come with kg have the header that is read, and only kinds that there are."""
    header, *rows = training.MARKS.read_text(encoding="utf-8").splitlines()
    assert tuple(header.split("\t")) == training.HEADER
    assert {row.split("\t")[2] for row in rows} <= {"", *KINDS} - {"none", "from"}


def test_marked_numbers_teach_their_kinds(marks):
    """The marked number has its kind, the one that it started from is a start, all others are no results."""
    marks(("1", RISE.index("67.2"), "absolute", "", "", "", "", RISE.index("17.7")))
    assert kinds(*training.read_result_marks([Paper("1", "Gardens", RISE)])) == ["from", "absolute", "none"]


@pytest.mark.parametrize("value", ["67.2%", "67.2", "+67.2", "067.2 points"])
def test_rows_are_looked_for_by_their_values(value):
    """A gold row is the number of its value, whatever sign and unit either has, and so is its start."""
    row = ResultRow(value, "accuracy", "GSM8K", "PPO", None, "absolute", "17.7")
    assert kinds((labelled(RISE, row), None)) == ["from", "absolute", "none"]


def test_two_rows_of_one_value_take_two_numbers():
    """Of two equal values the first row has the first place, the second the next; a third finds none."""
    text = "PPO has 0.9 on GSM8K, 0.90 later and 0.9 on MMLU."
    rows = [ResultRow("0.9", kind=kind) for kind in ("gain", "ratio", "rank")]
    assert kinds((labelled(text, *rows), None)) == ["gain", "none", "ratio"]


@pytest.mark.parametrize("row", [ResultRow("5", kind="gain"), ResultRow("67.2", kind="wish"), ResultRow("67.2")])
def test_rows_that_fit_nothing_teach_no_result(row):
    """A value that the text lacks, and a kind that there is not, leave all numbers without a result."""
    assert kinds((labelled(RISE, row), None)) == ["none"] * 3


def test_each_field_is_a_choice_among_its_things_and_nothing():
    """A result teaches a choice for each field: the first option is nothing, and each thing of fitting type is one."""
    row = ResultRow("67.2", "accuracy", "GSM8K", "PPO", None, "absolute")
    assert list(RESULT_FIELDS) == ["metric", "benchmark", "subject", "baseline"]
    assert chosen((labelled(RISE, row), None)) == [(2, 1), (2, 1), (2, 1), (2, 0)]


def test_what_the_recognizer_misses_is_no_choice():
    """A field whose thing is labelled but not found teaches nothing."""
    paper = labelled(RISE, ResultRow("67.2", None, "tall oaks", None, None, "absolute"))
    missed = LabelledEntity("tall oaks", "BENCHMARK", "USES", frozenset(), frozenset({"talloaks"}))
    paper = replace(paper, entities=(*paper.entities, missed))
    assert chosen((paper, None)) == [(2, 0), (2, 0), (2, 0)]


def test_fitted_weights_read_what_was_taught(tmp_path):
    """Weights fitted to an author's habit, written and read again, find such results among other numbers."""
    papers = []
    for n, value in enumerate(["3.1", "4.2", "5.3", "6.4", "7.5", "8.6", "9.7", "2.8"] * 2):
        benchmark, rival = ("GSM8K", "MMLU")[n % 2], ("PPO", "TRPO")[n // 2 % 2]
        row = ResultRow(value, None, None, None, rival, "gain")
        papers.append(training.ReadPaper(labelled(HABIT.format(benchmark, value, rival), row, id=str(n)), None))
    examples = training.result_examples(papers, processes=1)
    nlp = build_pipeline()
    for name, fit in (("kinds", training.fit_kinds), ("links", training.fit_links)):
        features, weights = fit(examples)
        assert weights.shape == (len(features), WIDTHS[name])
        write_linear_model(features, weights, tmp_path / name)
    results = nlp.get_pipe("results")
    results.kinds = read_linear_model(tmp_path / "kinds")
    results.links = ResultLinks(ChoiceModel(read_linear_model(tmp_path / "links")))
    (found,) = extract([Paper("1", "Gardens", HABIT.format("HumanEval", "1.9", "GRPO"))], nlp)
    (result,) = found.results
    assert (result.value, result.kind, result.baseline.text) == ("1.9", "gain", "GRPO")
    assert result.metric is result.benchmark is result.subject is None


def test_command_writes_both_weights(tmp_path):
    """``python -m kg.training results`` writes weights for kinds and for links that can be read."""
    pytest.importorskip("floret", reason="needs the extra 'training'")
    from kg.training.__main__ import main

    gold = tmp_path / "gold.jsonl"
    lines = (EXAMPLES / "labelled_papers.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    gold.write_text("".join(lines[:20]), encoding="utf-8")
    files = ["--gold", gold, "--corpus", EXAMPLES / "rl_papers.jsonl", "--target", tmp_path]
    done = CliRunner().invoke(main, ["results", *map(str, files), "--processes", "1"])
    assert done.exit_code == 0, done.output
    for name, width in WIDTHS.items():
        assert len(read_linear_model(tmp_path / f"result_{name}.npz").scores("number", [])) == width


def test_weights_say_what_earlier_results_are_of():
    """With weights that choose nothing the second result follows nothing, without them what is right."""
    row = ResultRow("67.2", "accuracy", "GSM8K", "PPO", None, "absolute")
    paper = labelled("PPO reaches 67.2% accuracy on GSM8K, and then 71.3% on MMLU.", row, replace(row, value="71.3"))
    blind = ResultLinks(ChoiceModel(LinearModel([], np.zeros((0, 1), dtype=np.float32))))

    def followed(links):
        (_, second) = (
            choice
            for choice in training.result_examples([training.ReadPaper(paper, None)], 1, links).links
            if choice.options[0][0][0] == "metric"
        )
        return [value for option in second.options for _, slot, value in option if slot == "as last"]

    assert followed(None) == ["True True False", "True True True"]
    assert followed(blind) == ["True True True", "True True False"]
