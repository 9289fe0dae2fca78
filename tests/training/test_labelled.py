from pathlib import Path

from kg.evaluation import read_labels
from kg.evaluation.labels import LabelledEntity, LabelledPaper
from kg.training.labelled import cleaned, split

GOLD = Path(__file__).parents[2] / "examples" / "labelled_papers.jsonl"


def test_labels_follow_their_words_to_the_clean_text():
    """Places are those of the same words without their markup, and an entity is known by its clean form, too."""
    abstract = r"We use <i>soft</i> {\"u}ber-loss and $\alpha$-PPO."
    spans = {"ber-loss": r"{\"u}ber-loss", "PPO": r"$\alpha$-PPO"}
    entities = tuple(
        LabelledEntity(
            words,
            "METHOD",
            "USES",
            frozenset({("abstract", abstract.index(words), abstract.index(words) + len(words))}),
            frozenset({name}),
        )
        for name, words in spans.items()
    )
    paper = cleaned(LabelledPaper("1", "A title", abstract, entities))
    assert paper.abstract == "We use soft über-loss and α-PPO."
    found = [paper.abstract[start:end] for entity in paper.entities for _, start, end in entity.spans]
    assert found == ["über-loss", "α-PPO"]
    assert [sorted(entity.forms) for entity in paper.entities] == [["ber-loss", "überloss"], ["PPO", "αppo"]]


def test_labels_on_a_text_that_is_clean_stay():
    """What no reader changes is labelled as it was."""
    entity = LabelledEntity("PPO", "METHOD", "USES", frozenset({("abstract", 7, 10)}), frozenset({"ppo"}))
    paper = LabelledPaper("1", "A title", "We use PPO.", (entity,))
    assert cleaned(paper) == paper


def test_papers_set_aside_are_not_trained_on():
    """Splitting parts the gold papers, loses none, and does it again in the same way."""
    gold = read_labels(GOLD)
    trained, aside = split(gold)
    assert {paper.id for paper in trained} | {paper.id for paper in aside} == {paper.id for paper in gold}
    assert len(trained) + len(aside) == len(gold)
    assert aside
    assert split(gold) == (trained, aside)
