import numpy as np
import pytest

from kg.extraction.pipeline import build_pipeline
from kg.extraction.tags import TAGS, spans_of
from kg.model import EntityType, Paper
from kg.readers.record import clean_paper

torch = pytest.importorskip("torch", reason="needs the extra 'training'")

import kg.training.decisions as training  # noqa: E402 (only where there is torch)
from kg.training.decisions import DISTRUST, SURE, TRUST, Decision, mix_in  # noqa: E402
from kg.training.examples import plain_examples  # noqa: E402

TEXT = "We fold with the oak rule. The Oak Rule lowers paper waste, and paper is cheap."


@pytest.fixture
def example():
    """A paper of which a teacher says that no word is a name."""
    (example,) = plain_examples([Paper("1", "Folding", TEXT)], processes=1)
    example.taught = np.zeros((len(example.words), len(TAGS)), dtype=np.float16)
    example.taught[:, 0] = 1
    return example


@pytest.fixture
def decisions(monkeypatch, tmp_path):
    """Let these rows be the decisions."""

    def decisions(*rows):
        lines = ["\t".join(map(str, row)) for row in (training.HEADER, *rows)]
        (tmp_path / "decisions.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        monkeypatch.setattr(training, "DECISIONS", tmp_path / "decisions.tsv")

    return decisions


def named(example):
    """What the words are whose likeliest tag is of a name, once all doubt is removed."""
    spans = spans_of(np.where(example.taught[:, 1:].max(axis=1) > 0.4, example.taught[:, 1:].argmax(axis=1) + 1, 0))
    return [(" ".join(example.words[start:end]), type) for start, end, type in spans]


def test_a_name_is_one_wherever_it_stands(example):
    """A decided name gets its tags in all its places, in any case, by as much as it is trusted."""
    mix_in([Decision("oak rule", EntityType.METHOD, trust=0.7)], example, build_pipeline(()))
    assert named(example) == [("oak rule", EntityType.METHOD), ("Oak Rule", EntityType.METHOD)]
    assert example.taught.sum(axis=1) == pytest.approx(1, abs=1e-3)
    assert example.taught.max(axis=0)[1:].max() == pytest.approx(0.7, abs=1e-3)


def test_what_is_no_name_becomes_none(example):
    """What a teacher takes for a name of a type that was denied is outside, almost surely."""
    at = example.words.index("waste")
    metric = TAGS.index(("S", EntityType.METRIC))
    example.taught[at, [0, metric]] = 0, 1
    mix_in([Decision("waste", None, frozenset({EntityType.MODEL}))], example, build_pipeline(()))
    assert example.taught[at, metric] == 1
    mix_in([Decision("waste", None, frozenset({EntityType.METRIC}))], example, build_pipeline(()))
    assert example.taught[at, [0, metric]].tolist() == pytest.approx([DISTRUST, 1 - DISTRUST], abs=1e-3)


def test_decisions_are_read_at_their_places(decisions):
    """A row stands for the words at its place in the text as it was read; what is no name comes first."""
    paper = clean_paper("1", "Folding", TEXT.replace("paper waste", r"\emph{paper waste}"))
    begin = paper.text_as_read("abstract").index("paper waste")
    waste, title = ("1", "abstract", begin, begin + 11), ("1", "title", 0, 7)
    decisions(
        (*waste, "METRIC"),
        (*waste, "sure METRIC"),
        (*title, "none"),
        (*title, "no METRIC"),
        ("2", "title", 0, 7, "none"),
    )
    assert training.read_decisions([paper]) == {
        "1": [
            Decision("Folding", None, frozenset(EntityType)),
            Decision("Folding", None, frozenset({EntityType.METRIC})),
            Decision("paper waste", EntityType.METRIC, trust=TRUST[EntityType.METRIC]),
            Decision("paper waste", EntityType.METRIC, trust=SURE),
        ]
    }


def test_shipped_decisions_have_the_known_columns_and_types():
    """The decisions that come with kg have the header that is read, and only types that there are."""
    header, *rows = training.DECISIONS.read_text(encoding="utf-8").splitlines()
    assert tuple(header.split("\t")) == training.HEADER
    assert {row.split("\t")[4] for row in rows} <= {"none", "no METRIC", "sure METRIC", "sure BENCHMARK", *EntityType}
