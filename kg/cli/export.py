"""``kg export``."""

from pathlib import Path

import click

from kg.cli.common import tell_written, told_errors


def _list(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from kg.exporters import EXPORTERS

    width = max(map(len, EXPORTERS))
    for name, exporter in EXPORTERS.items():
        click.echo(f"{name:<{width}}  {exporter.DESCRIPTION}")
    context.exit()


@click.command()
@click.argument("folder", metavar="OUTPUT-DIR", type=click.Path(path_type=Path, file_okay=False))
@click.argument("format")
@click.option(
    "--output",
    "-o",
    "path",
    type=click.Path(path_type=Path),
    help="File to write, or folder of a format with several files.  [default: in OUTPUT-DIR; of a part in"
    " OUTPUT-DIR/selection]",
)
@click.option("--where", multiple=True, metavar="CONDITION", help="Take only what meets it; see above.")
@click.option(
    "--radius", type=click.IntRange(0), default=1, show_default=True, help="How many edges far an ego's part reaches."
)
@click.option("--top", type=click.IntRange(1), metavar="N", help="Take the N things that most papers name.")
@click.option("--min-papers", type=click.IntRange(0), default=0, metavar="K", help="Take things that K papers name.")
@click.option(
    "--project",
    type=click.Choice(["entity", "paper"]),
    help="Take things alone, tied by the papers that name both; or papers, tied by what both name.",
)
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the formats and leave."
)
def export(
    folder: Path,
    format: str,
    path: Path | None,
    where: tuple[str, ...],
    radius: int,
    top: int | None,
    min_papers: int,
    project: str | None,
) -> None:
    """Write the graph of OUTPUT-DIR, where kg build left it, or a part of it, in FORMAT.

    A part is chosen with --where CONDITION, and each further one narrows it:

    \b
      kind=METHOD,MODEL    nodes of these kinds
      role=PROPOSES        edges of this role, and what they join
      year=2023-2025       papers of these years, and what they name
      community=1          nodes of this community
      ego=PPO              what is around a node, called by its id or its name

    Nodes keep their places, sizes and counts. Ends with 2 if nothing is left or nothing can be written.
    """
    from kg.export import export as export_graph
    from kg.graph.subgraphs import Selection

    if path == Path("-"):
        raise click.BadParameter(
            "the graph is written to a file or a folder, not to standard output; name one", param_hint="-o"
        )
    with told_errors():
        written, graph = export_graph(folder, format, path, Selection(where, radius, top, min_papers), project)
        # A device or a pipe is perhaps what this would be written into.
        is_special = not (written.is_file() or written.is_dir())
        click.echo(f"{len(graph):,} nodes, {graph.number_of_edges():,} edges", err=is_special)
        if not is_special:
            tell_written(written)
