"""``kg review``."""

from pathlib import Path

import click

from kg.cli.common import told_errors
from kg.errors import InputError


@click.command()
@click.argument("folder", metavar="OUTPUT-DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--curation",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Table to write; what stands in it already is kept.  [default: OUTPUT-DIR/curation.tsv]",
)
def review(folder: Path, curation: Path | None) -> None:
    """List what kg build was not sure about: names that may be one thing or two.

    Writes a table with a row a question, its reason and a sentence of each side. Answer yes or no in its first
    column, add rows of your own, and give it to kg build --curation.
    """
    from kg.build import DOUBTS
    from kg.provenance import check_unchanged
    from kg.resolution import read_curation, read_doubts, write_curation

    curation = curation or folder / "curation.tsv"
    with told_errors():
        if not folder.exists():
            raise InputError(f"{folder}: no such folder. Name the one into which kg build wrote")
        check_unchanged(folder / DOUBTS)
        asked = [doubt.question() for doubt in read_doubts(folder / DOUBTS)]
        decided = read_curation(curation) if curation.exists() else []
        known = {rule.subject for rule in decided}
        new = {rule.subject: rule for rule in asked if rule.subject not in known}
        write_curation(curation, [*new.values(), *decided])
        unanswered = sum(rule.decision == "?" for rule in decided)
        click.echo(f"{len(new):,} new questions, {unanswered:,} still open, {len(decided) - unanswered:,} answered")
        click.echo(f"Wrote {curation}")
