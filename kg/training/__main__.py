"""``python -m kg.training``: make the weights, or measure how far their confidence holds."""

import time
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import click

from kg.cli.common import progress, told_errors

#: The folder of all weights that come with kg.
MODEL = Path(__file__).parents[1] / "extraction" / "model"
_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Make and measure the weights of kg's recognizer."""


@main.command()
@click.option("--gold", type=_FILE, required=True, help="Labelled papers, JSON Lines.")
@click.option("--corpus", type=_FILE, required=True, help="Papers without labels, JSON Lines, gzipped or not.")
@click.option("--work", type=_FOLDER, required=True, help="Folder of all steps.")
@click.option("--seed", default=0, show_default=True, help="Where all dice begin.")
@click.option("--processes", default=4, show_default=True, help="Processes that read papers, and threads.")
@click.option("--install", is_flag=True, help="Put the weights into the package when they are made.")
def run(gold: Path, corpus: Path, work: Path, seed: int, processes: int, install: bool) -> None:
    """Make the weights, step by step; a step whose file stands in --work is not made again."""
    with told_errors():
        _need_torch()
        from kg.training.steps import Training
        from kg.training.training_plan import TrainingPlan

        start = time.monotonic()

        def tell(text: str) -> None:
            click.echo(f"{time.monotonic() - start:7.0f} s  {text}")

        Training(gold, corpus, work, TrainingPlan(seed=seed, processes=processes), tell).run()
        if install:
            for name in ("weights.npz", "confidence.json"):
                (MODEL / name).write_bytes((work / name).read_bytes())
                click.echo(f"Wrote {MODEL / name}")


@main.command()
@click.option("--gold", type=_FILE, required=True, help="Labelled papers, JSON Lines.")
@click.option("--corpus", type=_FILE, required=True, help="The corpus of the marked papers.")
@click.option("--processes", default=4, show_default=True, help="Processes that read papers.")
@click.option("--target", type=_NEW_FILE, default=MODEL / "roles.npz", show_default=True)
def roles(gold: Path, corpus: Path, processes: int, target: Path) -> None:
    """Make the weights of the roles, for the recognizer as it is installed."""
    with told_errors():
        _need_torch()
        from kg.evaluation import read_labels
        from kg.extraction.linear_model import write_linear_model
        from kg.training.labelled import read_corpus, read_marks, split
        from kg.training.roles import fit_roles, role_examples

        examples = [each._replace(gold=True) for each in role_examples(split(read_labels(gold))[0], processes)]
        examples += role_examples(read_marks(read_corpus(corpus)), processes)
        names, weights = fit_roles(examples)
        write_linear_model(names, weights, target)
        click.echo(f"{len(examples):,} things, {len(names):,} features; wrote {target}")


@main.command()
@click.option("--gold", type=_FILE, required=True, help="Labelled papers, JSON Lines.")
@click.option("--corpus", type=_FILE, required=True, help="The corpus of the marked papers.")
@click.option("--processes", default=4, show_default=True, help="Processes that read papers.")
@click.option("--target", type=_FOLDER, default=MODEL, show_default=True, help="Folder of the weights.")
def results(gold: Path, corpus: Path, processes: int, target: Path) -> None:
    """Make the weights of the results, for the recognizer and the roles as they are installed."""
    with told_errors():
        _need_torch()
        from kg.evaluation import read_labels
        from kg.extraction.choice_model import ChoiceModel
        from kg.extraction.linear_model import LinearModel, write_linear_model
        from kg.extraction.result_links import ResultLinks
        from kg.training.labelled import read_corpus, split
        from kg.training.results import GOLD_COUNTS, ReadPaper, fit_kinds, fit_links, read_result_marks, result_examples

        papers = [ReadPaper(paper, None) for paper in split(read_labels(gold))[0]] * GOLD_COUNTS
        papers += read_result_marks(read_corpus(corpus))
        examples = result_examples(papers, processes)
        first = ResultLinks(ChoiceModel(LinearModel(*fit_links(examples))))
        # What results before it are of may have been read wrongly, and the weights have to live with that.
        links = fit_links(result_examples(papers, processes, first))
        for name, (features, weights) in (("kinds", fit_kinds(examples)), ("links", links)):
            path = target / f"result_{name}.npz"
            write_linear_model(features, weights, path)
            click.echo(f"{len(features):,} features; wrote {path}")


@main.command()
@click.argument("gold", type=_FILE)
def reliability(gold: Path) -> None:
    """Print, as Markdown, how many entities of each confidence are right in the labelled papers of GOLD."""
    with told_errors():
        from kg.evaluation import read_labels
        from kg.training.calibration import best_cut, judge, reliability_table

        papers = read_labels(gold)
        judged = judge(papers)
        click.echo(reliability_table(judged))
        cut, f1 = best_cut(judged, sum(len(paper.entities) for paper in papers))
        click.echo(f"\nF1 of entities is best, {f1:.3f}, where those below {cut:.2f} are left out.")


@main.command()
@click.argument("corpus", type=_FILE)
@click.option("--papers", type=click.IntRange(1), default=60_000, show_default=True, help="So many of CORPUS are read.")
def senses(corpus: Path, papers: int) -> None:
    """Print the weights of kg.resolution.senses, from papers of CORPUS that give both a short and a long form."""
    with told_errors():
        from kg.extraction.pipeline import extract
        from kg.training.labelled import read_corpus
        from kg.training.senses import fit
        from kg.training.senses import senses as uses_of

        read = list(islice(read_corpus(corpus), papers))
        found = fit(uses_of(extract(progress("Reading abstracts", quiet=False)(read))))
        _print_weights(found.weights, found.bias)
        for cut, precision, recall in found.table:
            click.echo(f"from {cut:.1f} on: precision {precision:.3f}, recall {recall:.3f}")


@main.command()
@click.argument("corpus", type=_FILE)
@click.option("--target", type=_NEW_FILE, help="[default: the file that comes with kg]")
def words(corpus: Path, target: Path | None) -> None:
    """Count how many papers of CORPUS hold a word, for kg.resolution.word_counts."""
    with told_errors():
        from kg.readers.record import clean_paper
        from kg.resolution.word_counts import TABLE
        from kg.training.labelled import read_corpus
        from kg.training.words import count_words

        target = target or Path(str(TABLE))
        read = (clean_paper(each.id, each.title, each.abstract) for each in read_corpus(corpus))
        click.echo(f"{count_words(read, target):,} words; wrote {target}")


@main.command()
@click.argument("corpus", type=_FILE)
@click.option("--papers", type=click.IntRange(1), default=60_000, show_default=True, help="So many of CORPUS are read.")
def namesakes(corpus: Path, papers: int) -> None:
    """Print the weights of kg.resolution.namesake_odds, from pairs of papers of CORPUS that were judged."""
    with told_errors():
        from kg.extraction.pipeline import extract
        from kg.readers.record import clean_paper
        from kg.training.labelled import read_corpus
        from kg.training.namesakes import fit, judged, read_pairs

        read = [clean_paper(each.id, each.title, each.abstract) for each in islice(read_corpus(corpus), papers)]
        found = fit(judged(extract(progress("Reading abstracts", quiet=False)(read)), read_pairs()))
        _print_weights(found.weights, found.bias)
        for cut, wrong, joined, parted, one in found.table:
            click.echo(
                f"from {cut:.1f} on: {wrong} of {joined} joined are two things, {parted} of {one} parted are one"
            )


@main.command()
@click.option("--gold", type=_FILE, required=True, help="Labelled papers, JSON Lines.")
@click.option("--corpus", type=_FILE, required=True, help="The corpus of the marked papers.")
def near_names(gold: Path, corpus: Path) -> None:
    """Print the weights of kg.resolution.near_name_odds, from the labelled papers."""
    with told_errors():
        from kg.evaluation import read_labels
        from kg.training.labelled import read_corpus, read_marks
        from kg.training.near_names import fit, labelled_pairs

        papers = [*read_labels(gold), *read_marks(read_corpus(corpus))]
        pairs = list(labelled_pairs(progress("Reading papers", quiet=False)(papers)))
        found = fit(pairs)
        _print_weights(found.weights, found.bias)
        for cut, joined, right, one in found.table:
            click.echo(f"from {cut:.1f} on: {right} of {joined} that are joined are one, of {one} of {len(pairs):,}")


def _print_weights(weights: Mapping[str, float], bias: float) -> None:
    for name, weight in {**weights, "bias": bias}.items():
        click.echo(f"{name:<13}{weight:8.2f}")


def _need_torch() -> None:
    from kg.errors import MissingExtra

    try:
        import floret  # noqa: F401
        import torch  # noqa: F401
    except ImportError as exc:
        raise MissingExtra(f"{exc.name} is not installed: pip install 'paper-kg[training]'") from exc


if __name__ == "__main__":
    main()
