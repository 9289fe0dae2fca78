"""``kg lexicons``."""

import sys
from pathlib import Path

import click

from kg.cli.common import told_errors


@click.group()
def lexicons() -> None:
    """Look after the lists of known names."""


@lexicons.command()
@click.option("--fix", is_flag=True, help="Sort rows and aliases and drop doubled rows first.")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
def lint(folder: Path | None, fix: bool) -> None:
    """Check the lexicon files in FOLDER (default: those that come with kg); ends with 1 if a rule is broken."""
    from kg.lexicons import lint_lexicons
    from kg.lexicons.lexicon import FOLDER

    with told_errors():
        complaints = lint_lexicons(folder or FOLDER, fix=fix)
    for complaint in complaints:
        click.echo(complaint, err=True)
    if complaints:
        sys.exit(1)
    click.echo("The lexicons are in order.")
