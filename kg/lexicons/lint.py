"""The rules that lexicon files keep, and a way to put them in order."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from kg.errors import LexiconError
from kg.lexicons.lexicon import (
    FILES,
    FOLDER,
    QUANTITIES,
    REJECTED,
    Name,
    Rejected,
    columns,
    read_names,
    read_quantities,
    read_rejected,
    write_rows,
)
from kg.model import EntityType


def lint_lexicons(folder: Path = FOLDER, fix: bool = False) -> list[str]:
    """Complaints about the files in ``folder``, each naming file and row; an empty list if all is well.

    With ``fix``, rows are sorted and doubled ones dropped first; what needs a person's mind stays a complaint.
    Raises LexiconError where a file cannot be read at all, or the folder holds none of them.
    """
    if not any((folder / file).exists() for file in (*FILES.values(), QUANTITIES, REJECTED)):
        raise LexiconError(f"{folder}: holds no lexicons; they are called {', '.join(FILES.values())} and so on")
    names = {FILES[type]: read_names(type, folder) for type in EntityType} | {QUANTITIES: read_quantities(folder)}
    rejected = read_rejected(folder)
    if fix:
        for file, rows in names.items():
            write_rows(folder / file, rows, columns(Name))
        write_rows(folder / REJECTED, rejected, columns(Rejected))
        return lint_lexicons(folder)
    complaints = [complaint for file, rows in names.items() for complaint in _lint_names(file, rows)]
    complaints += _lint_order(REJECTED, [row.name for row in rejected])
    complaints += [f"{REJECTED}: {row.name!r} has no reason" for row in rejected if not row.reason.strip()]
    return complaints + list(_lint_meanings(names, {row.name for row in rejected}))


def _lint_names(file: str, rows: list[Name]) -> Iterator[str]:
    yield from _lint_order(file, [row.name for row in rows])
    for row in rows:
        if not row.source.strip():
            yield f"{file}: {row.name!r} has no source"
        if row.name in row.aliases or len(set(row.aliases)) < len(row.aliases):
            yield f"{file}: {row.name!r} lists a form twice"
        if list(row.aliases) != sorted(row.aliases, key=lambda alias: (alias.casefold(), alias)):
            yield f"{file}: the aliases of {row.name!r} are not sorted"
        for form in row.forms:
            if form != " ".join(form.split()) or len(form) < 2 or not form.isprintable():
                yield f"{file}: {form!r} is shorter than two characters or has stray white space"
            if "$" in form or "\\" in form:
                yield f"{file}: {form!r} is written in LaTeX, which readers turn into plain text: `R^2`, `κ`"


def _lint_order(file: str, names: list[str]) -> Iterator[str]:
    for before, after in pairwise(names):
        if before == after:
            yield f"{file}: {after!r} stands twice"
        elif (before.casefold(), before) > (after.casefold(), after):
            yield f"{file}: {after!r} stands after {before!r}"


def _lint_meanings(names: dict[str, list[Name]], rejected: set[str]) -> Iterator[str]:
    """One form stands for one thing, and for nothing if it is rejected; a quantity may bear a metric's name."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for file, rows in names.items():
        kind = FILES[EntityType.METRIC] if file == QUANTITIES else file
        for row in rows:
            for form in row.forms:
                meanings[form].add(f"{row.name!r} of {kind}")
    for form in sorted(meanings):
        if len(meanings[form]) > 1:
            yield f"{form!r} stands for several things: {', '.join(sorted(meanings[form]))}"
        if form in rejected:
            yield f"{form!r} is rejected and stands for {', '.join(sorted(meanings[form]))}"
