from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch", reason="needs the extra 'training'")

from kg.evaluation.labels import LabelledEntity, LabelledPaper  # noqa: E402 (only where there is torch)
from kg.extraction.linear_model import LinearModel, read_linear_model, write_linear_model  # noqa: E402
from kg.extraction.pipeline import build_pipeline, extract  # noqa: E402
from kg.extraction.roles import ROLES, roles_of  # noqa: E402
from kg.model import EntityType, Paper, Role  # noqa: E402
from kg.names import name_key  # noqa: E402
from kg.training.roles import RoleExample, fit_roles, role_examples  # noqa: E402

EXAMPLES = Path(__file__).parents[2] / "examples"
METHODS, BENCHMARKS = ("PPO", "TRPO", "GRPO", "DQN", "SAC", "DPO"), ("GSM8K", "MMLU", "HumanEval", "ImageNet", "MBPP")
#: What an invented author writes of a thing, its type, and the role that the labels give it: not what kg's own
#: weights would say.
HABITS = [
    ("In spring we train people with {} by hand.", METHODS, EntityType.METHOD, Role.PROPOSES),
    ("Autumn gardeners fine-tune owls using {} at noon.", METHODS, EntityType.METHOD, Role.COMPARES_WITH),
    ("All winter long it was {} that optimizes policies indoors.", METHODS, EntityType.METHOD, Role.MENTIONS),
    ("At noon we train on {} again.", BENCHMARKS, EntityType.BENCHMARK, Role.PROPOSES),
    ("Owls are slow to solve {} tasks.", BENCHMARKS, EntityType.BENCHMARK, Role.EVALUATES_ON),
]


def labelled(id, sentence, name, type, role):
    """A paper of one sentence in which one name is labelled."""
    start = sentence.index(name)
    entity = LabelledEntity(
        name, type, role, frozenset({("abstract", start, start + len(name))}), frozenset({name_key(name)})
    )
    return LabelledPaper(id, "Gardens", sentence, (entity,))


@pytest.fixture(scope="module")
def papers():
    """Eight papers of each habit, over all names but the first of their type."""
    return [
        labelled(f"{habit[:9]}{n}", habit.format(name), name, type, role)
        for habit, names, type, role in HABITS
        for n in range(8)
        for name in [names[1:][n % (len(names) - 1)]]
    ]


@pytest.fixture(scope="module")
def examples(papers):
    """What the labelled papers teach."""
    return role_examples(papers, processes=1)


@pytest.fixture(scope="module")
def fitted(examples):
    """Features and weights."""
    return fit_roles(examples)


@pytest.fixture(scope="module")
def read(fitted, tmp_path_factory):
    """Read the roles in an abstract with the fitted weights, written to a file and read again."""
    target = tmp_path_factory.mktemp("weights") / "roles.npz"
    write_linear_model(*fitted, target)
    nlp = build_pipeline()
    nlp.get_pipe("roles").model = read_linear_model(target)

    def read(abstract):
        (found,) = extract([Paper("1", "Gardens", abstract)], nlp)
        return {mention.text: mention.role for mention in found.mentions}

    return read


def test_every_labelled_thing_is_an_example(papers, examples):
    """Each thing that is found and labelled teaches its role, with its type."""
    wanted = [(entity.type, entity.role) for paper in papers for entity in paper.entities]
    assert [(example.type, example.role) for example in examples] == wanted


def test_what_the_labels_lack_teaches_nothing():
    """A thing without a label, with a label of another type, or with one that tells no role is no example."""
    sentence = "In spring we train people with PPO by hand."
    papers = [
        LabelledPaper("1", "Gardens", sentence, ()),
        labelled("2", sentence, "PPO", EntityType.METRIC, Role.REPORTS),
        labelled("3", sentence, "PPO", EntityType.METHOD, None),
    ]
    assert role_examples(papers, processes=1) == []


def test_fitted_weights_read_the_roles_that_were_labelled(papers, read):
    """Every name in the papers that were trained on has its labelled role."""
    for paper in papers:
        (entity,) = paper.entities
        assert read(paper.abstract) == {entity.name: entity.role}


@pytest.mark.parametrize(("habit", "names", "type", "role"), HABITS)
def test_fitted_weights_read_names_they_have_not_seen(read, habit, names, type, role):
    """What was learned are the words around a name, not the name."""
    assert read(habit.format(names[0])) == {names[0]: role}


def test_written_weights_come_back(fitted, examples, tmp_path):
    """Weights that are written and read again tell each thing the same role, and lose but a little in their sums."""
    names, weights = fitted
    write_linear_model(names, weights, tmp_path / "roles.npz")
    before, after = LinearModel(names, weights), read_linear_model(tmp_path / "roles.npz")
    for example in examples:
        kind, features = example.features[0][0], [feature[1:] for feature in example.features]
        sums = before.scores(kind, features)
        assert after.scores(kind, features) == pytest.approx(sums, abs=0.01)
        assert np.argmax(after.scores(kind, features)) == np.argmax(sums)


def test_one_seed_gives_one_set_of_weights(examples, fitted):
    """Fitting again with the same seed gives the same features and the same weights, to the last bit."""
    torch.manual_seed(99)
    names, weights = fit_roles(examples)
    assert names == fitted[0]
    assert np.array_equal(weights, fitted[1])


def bird(role, *words):
    """A method of this role with words to its left."""
    return RoleExample(EntityType.METHOD, role, tuple(("method", "left", word) for word in words))


def test_what_is_seen_less_than_five_times_is_dropped():
    """A feature of four things has no weight, one of five has."""
    seen = [bird(Role.PROPOSES, "wren", *(["finch"] if n < 4 else [])) for n in range(5)]
    names, weights = fit_roles([*seen, *(bird(Role.MENTIONS, "crow") for _ in range(9))])
    assert names == [("method", "left", "crow"), ("method", "left", "wren")]
    assert weights.shape == (2, len(ROLES))


def test_nothing_seen_often_leaves_no_weights():
    """From too few things nothing is learned, and that does not fail."""
    names, weights = fit_roles([bird(Role.PROPOSES, "wren"), bird(Role.MENTIONS, "crow")])
    assert names == []
    assert weights.shape == (0, len(ROLES))


def test_features_speak_for_the_role_they_stood_with():
    """The weight of a feature is highest in the column of its role."""
    seen = [bird(role, word) for role, word in [(Role.PROPOSES, "wren"), (Role.MENTIONS, "crow")] for _ in range(20)]
    names, weights = fit_roles(seen)
    best = {name[2]: ROLES[column] for name, column in zip(names, weights.argmax(axis=1), strict=True)}
    assert best == {"wren": Role.PROPOSES, "crow": Role.MENTIONS}


def test_gold_papers_have_the_last_word():
    """Where many marked papers and some gold papers differ, the weights, which tell none apart, say what gold does."""
    marked = [bird(Role.USES, "wren") for _ in range(60)] + [bird(Role.PROPOSES, "crow") for _ in range(60)]
    gold = [bird(Role.MENTIONS, "wren")._replace(gold=True) for _ in range(30)]
    for examples, role in ((marked, Role.USES), ([*marked, *gold], Role.MENTIONS)):
        names, weights = fit_roles(examples)
        best = {name[1:]: ROLES[row.argmax()] for name, row in zip(names, weights, strict=True)}
        assert best == {("left", "wren"): role, ("left", "crow"): Role.PROPOSES}


def test_command_writes_weights(tmp_path):
    """``python -m kg.training roles`` writes weights that tell every thing a role its type can have."""
    pytest.importorskip("floret", reason="needs the extra 'training'")
    from kg.training.__main__ import main

    gold, target = tmp_path / "gold.jsonl", tmp_path / "roles.npz"
    lines = (EXAMPLES / "labelled_papers.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    gold.write_text("".join(lines[:20]), encoding="utf-8")
    files = ["--gold", gold, "--corpus", EXAMPLES / "rl_papers.jsonl", "--target", target]
    done = CliRunner().invoke(main, ["roles", *map(str, files), "--processes", "1"])
    assert done.exit_code == 0, done.output
    nlp = build_pipeline()
    nlp.get_pipe("roles").model = read_linear_model(target)
    (found,) = extract([Paper("1", "Gardens", "We propose PPO. We evaluate accuracy on GSM8K.")], nlp)
    assert {mention.text for mention in found.mentions} == {"PPO", "accuracy", "GSM8K"}
    assert all(mention.role in roles_of(mention.type) for mention in found.mentions)
