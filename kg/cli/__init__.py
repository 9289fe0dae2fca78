"""The command ``kg``: one command a module, no logic, heavy imports inside the commands."""

from typing import Any

import click

from kg import __version__
from kg.cli.build import build
from kg.cli.common import INTERRUPTED
from kg.cli.eval import evaluate
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.leaderboard import leaderboard
from kg.cli.lexicons import lexicons
from kg.cli.review import review
from kg.cli.sources import sources


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and end with `INTERRUPTED` where the user breaks it off."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            # click would end with 1, which says here that the rest was built.
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", package_name="paper-kg", prog_name="kg")
def main() -> None:
    """Turn paper abstracts into a knowledge graph of methods, benchmarks, models and metrics."""


main.add_command(build)
main.add_command(evaluate)
main.add_command(export)
main.add_command(extract)
main.add_command(leaderboard)
main.add_command(lexicons)
main.add_command(review)
main.add_command(sources)
