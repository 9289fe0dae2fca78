"""``kg eval``."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from kg.cli.common import min_confidence_option, progress, told_errors

if TYPE_CHECKING:
    from kg.evaluation import Figures

_LABELS = click.Path(path_type=Path, dir_okay=False)


@click.command("eval")
@click.argument("gold", type=_LABELS)
@click.option("--found", type=_LABELS, help="Score this file, as kg extract writes it, rather than read GOLD's texts.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--quiet", "-q", is_flag=True, help="Show no progress.")
@min_confidence_option
@click.pass_context
def evaluate(
    ctx: click.Context, gold: Path, found: Path | None, as_json: bool, quiet: bool, min_confidence: float
) -> None:
    """Measure how well kg does on the labelled papers of GOLD, a JSON Lines file.

    GOLD has the form that kg extract writes: a paper a line, its title and abstract marked by hand. Prints
    precision, recall and F1 of edges (a paper's entities), spans, roles and results, and how well names agree.
    """
    from kg.build import find_entities
    from kg.choices import Choices
    from kg.evaluation import evaluate as evaluate_labels
    from kg.evaluation import labels_of, read_labels
    from kg.readers.record import clean_paper

    if found and ctx.get_parameter_source("min_confidence") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--found is scored as it is; give --min-confidence to the kg extract that writes it")
    with told_errors():
        labelled = read_labels(gold)
        if found:
            answers = read_labels(found, own_types=True)
        else:
            papers = [clean_paper(paper.id, paper.title, paper.abstract) for paper in labelled]
            watch, choices = progress("Reading abstracts", quiet), Choices(min_confidence)
            answers = labels_of(find_entities(papers, watch, choices).papers)
        figures = evaluate_labels(labelled, answers)
        here = {paper.id for paper in answers}
        papers_row = {"gold": len(labelled), "predicted": sum(paper.id in here for paper in labelled)}
        if as_json:
            rows: dict[str, Any] = {name: _record(row) for name, row in figures.items()}
            click.echo(json.dumps({**rows, "papers": papers_row}, indent=1))
        else:
            _tell(figures)
            click.echo(f"papers: {papers_row['predicted']} of {papers_row['gold']} predicted")


def _record(row: "Figures") -> dict[str, float | int]:
    record: dict[str, float | int] = {
        "p": round(row.precision, 4),
        "r": round(row.recall, 4),
        "f1": round(row.f1, 4),
    }
    if row.gold is not None and row.found is not None:
        record |= {"gold": row.gold, "predicted": row.found}
    if row.accuracy is not None:
        record["accuracy"] = round(row.accuracy, 4)
    return record


def _tell(figures: Mapping[str, "Figures"]) -> None:
    click.echo(f"{'':18}{'P':>8}{'R':>8}{'F1':>8}{'gold':>8}{'found':>8}")
    for name, row in figures.items():
        counts = f"{row.gold:>8,}{row.found:>8,}" if row.gold is not None and row.found is not None else ""
        roles = f"   {row.accuracy:.3f} of the right edges" if row.accuracy is not None else ""
        click.echo(f"{name:18}{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}{counts}{roles}")
