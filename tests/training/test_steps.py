import json
from copy import deepcopy
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from told_evidence import evidence_of

torch = pytest.importorskip("torch", reason="needs the extra 'training'")
pytest.importorskip("floret", reason="needs the extra 'training'")

from kg.evaluation import read_labels  # noqa: E402 (only where there is torch)
from kg.extraction.network import Network, log_probabilities, read_weights  # noqa: E402
from kg.extraction.tags import TAGS  # noqa: E402
from kg.training.encoder import Batch, Encoder, Size, WordTable  # noqa: E402
from kg.training.examples import labelled_examples, vocabulary  # noqa: E402
from kg.training.fitting import fit, refine, seed  # noqa: E402
from kg.training.packing import pack  # noqa: E402
from kg.training.steps import Training  # noqa: E402
from kg.training.training_plan import TrainingPlan  # noqa: E402
from kg.training.vectors import WIDTH, read_vectors, train_vectors  # noqa: E402

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLD = EXAMPLES / "labelled_papers.jsonl"
TINY = TrainingPlan(
    vector_rows=200,
    vector_epochs=1,
    teacher_size=Size(24, (1, 2)),
    pretraining_steps=2,
    teacher_epochs=1,
    size=Size(16, (1,)),
    epochs=1,
    refinements=2,
    processes=1,
)


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """The folder of a tiny training."""
    folder = tmp_path_factory.mktemp("work")
    Training(GOLD, EXAMPLES / "rl_papers.jsonl", folder, TINY, tell=lambda text: None).run()
    return folder


def test_steps_end_with_weights_that_the_recognizer_reads(work):
    """The weights of a training score every tag of every word, as log-probabilities."""
    network = Network(read_weights(work / "weights.npz"))
    told = evidence_of(np.zeros((3, len(network.weights["evidence"])), dtype=np.bool_))
    scores = log_probabilities(network.read(["We", "use", "PPO"], told).scores)
    assert scores.shape == (3, len(TAGS))
    assert np.exp(scores).sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_steps_end_with_a_curve_for_each_type(work):
    """Calibration gives two numbers for each entity type."""
    curves = json.loads((work / "confidence.json").read_text())
    assert {type: len(curve) for type, curve in curves.items()} == {
        "METHOD": 2,
        "BENCHMARK": 2,
        "MODEL": 2,
        "METRIC": 2,
    }


def test_what_is_done_is_not_done_again(work):
    """A second run keeps the files of the first."""

    def written():
        names = (
            "vectors.floret",
            "pretrained.pt",
            "teacher.pt",
            "decided.pickle",
            "advised.pt",
            "taught.pickle",
            "fitted.pt",
            "refined.pt",
        )
        return {name: (work / name).stat().st_mtime_ns for name in names}

    before = written()
    Training(GOLD, EXAMPLES / "rl_papers.jsonl", work, TINY, tell=lambda text: None).run()
    assert written() == before


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    """Papers, a small encoder that has learned them by heart, their words, and its packed weights."""
    folder = tmp_path_factory.mktemp("learned")
    examples = labelled_examples(read_labels(GOLD)[:12], 1)
    train_vectors(examples, folder / "v", rows=200, epochs=1, threads=1)
    words = WordTable.of(vocabulary(examples), read_vectors(folder / "v"))
    seed(0)
    encoder = Encoder(Size(width=32, distances=(1, 2)), WIDTH, dropout=0.0)
    losses = []
    fit(encoder, examples, words, epochs=150, tell=lambda done, steps, loss: losses.append(loss))
    pack(encoder, read_vectors(folder / "v"), folder / "weights.npz")
    return examples, encoder.eval(), words, folder / "weights.npz", losses


def test_the_network_learns(learned):
    """Fitted to a few papers, the loss falls to a tenth."""
    losses = learned[-1]
    assert losses[-1] < losses[0] / 10


def test_numpy_computes_what_was_trained(learned):
    """The packed weights in numpy score as the encoder does in PyTorch, but for the rounding to bytes."""
    examples, encoder, words, weights, _ = learned
    network = Network(read_weights(weights))
    for example in examples:
        with torch.no_grad():
            expected = torch.log_softmax(encoder(words, Batch.of([example], words))[0], -1).numpy()
        scores = log_probabilities(network.read(example.words, evidence_of(example.evidence > 0)).scores)
        assert np.abs(np.exp(scores) - np.exp(expected)).max() < 0.1
        assert (scores.argmax(1) == expected.argmax(1)).mean() > 0.99


def test_refining_takes_the_mean_of_short_walks_from_one_place(learned):
    """What is refined differs from where it began, by less than what is fitted at full pace, and reads as well."""
    examples, encoder, words, _, losses = learned

    def walked(walk):
        copy = deepcopy(encoder)
        seed(0)
        heard = []
        walk(copy, examples, words, tell=lambda done, steps, loss: heard.append(loss))
        pairs = zip(copy.parameters(), encoder.parameters(), strict=True)
        return sum((one - other).abs().sum().item() for one, other in pairs), heard

    near, heard = walked(partial(refine, times=3))
    far, _ = walked(partial(fit, epochs=1))
    assert 0 < near < far
    assert len(heard) == 3
    assert max(heard) < losses[0] / 5
