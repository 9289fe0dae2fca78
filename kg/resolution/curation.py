"""What a person has decided about names: a table that every build obeys first.

``curation.tsv`` has a row a decision, with the columns of `Rule`: *yes*, *no* or *?* (not yet decided), what to do,
the type and name of the thing, the name that it gets, the papers to which the rule is limited (ids with ``|``
between them; empty: all), and, for the reader, why kg asks and an example. Lines that begin with ``#`` are comments;
they stay above their row.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path

from kg.errors import CurationError
from kg.files import whole_file, why_unreadable
from kg.lexicons import type_name
from kg.resolution.surface import spelling_key

YES, NO, OPEN = "yes", "no", "?"

#: So many characters of a cell that is wrong are shown.
_SHOWN = 40

_HEAD = """\
# What kg asks, and what was decided. Write yes or no into the first column, or leave the question mark.
# merge: NAME is the same as TO; no keeps them apart.    split: NAME means TO in these PAPERS.
# rename: NAME is shown as TO.    retype: NAME is of the type TO.    hide: NAME is no node.
"""


class Action(StrEnum):
    """What a rule does to the things that it names."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    decision: str
    action: Action
    #: Empty for any type.
    type: str
    name: str
    to: str = ""
    papers: tuple[str, ...] = ()
    reason: str = ""
    example: str = ""
    #: Comment lines above the row.
    comments: tuple[str, ...] = field(default=(), compare=False)
    #: Where it stands, for messages; None if it stands in no file.
    line: int | None = field(default=None, compare=False)

    @property
    def subject(self) -> tuple[str, ...]:
        """What the rule is about: two rules on one subject are one question."""
        return self.action, self.type, self.name, self.to, "|".join(self.papers)

    def __str__(self) -> str:
        what = f"{self.action} {self.type} {self.name!r}" + (f" {self.to!r}" if self.to else "")
        return " ".join(what.split()) + (f" in {', '.join(self.papers)}" if self.papers else "")


COLUMNS = tuple(column.name for column in fields(Rule))[:8]


def read_curation(path: Path) -> list[Rule]:
    """The rules of a file, in its order.

    Raises CurationError, which names the line, at the first that is none or that contradicts one before it.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise CurationError(f"{path}: cannot be read: {why_unreadable(exc)}") from exc
    rules: list[Rule] = []
    comments: list[str] = []
    head = _HEAD.splitlines()
    for number, line in enumerate(lines, start=1):
        # A spreadsheet fills each row up to as many columns, and puts marks around a comment with a comma.
        comment = line if line.startswith("#") else _unquoted(line.rstrip("\t"))
        if comment.startswith("#"):
            comments += [comment] if comment.rstrip("\t") not in head else []
        elif line.strip() and not _is_header(line, f"{path}:{number}"):
            rules.append(_rule(line, f"{path}:{number}", tuple(comments), number))
            comments = []
    if comments and rules:
        rules[-1] = replace(rules[-1], comments=(*rules[-1].comments, *comments))
    _check_agreement(rules, path)
    return rules


def _check_agreement(rules: Iterable[Rule], path: Path) -> None:
    """Raise CurationError at the first rule that cannot be obeyed together with one before it."""
    #: Of each question the first rule for each type.
    answers: dict[object, dict[str, tuple[str, Rule]]] = defaultdict(dict)
    for rule in rules:
        for question, answer in _answers(rule):
            given = answers[question]
            given.setdefault(rule.type, (answer, rule))
            # A rule without a type speaks of all.
            for type in (rule.type, "") if rule.type else given:
                other_answer, other = given.get(type, (answer, rule))
                if answer != other_answer:
                    raise CurationError(
                        f"{path}:{rule.line}: {rule.decision}, {rule} contradicts line {other.line}: {other.decision},"
                        f" {other}. Keep one of the two"
                    )


def _answers(rule: Rule) -> Iterator[tuple[object, str]]:
    """What a rule answers, and how: whether it is to be obeyed, and what the one new name or type of a thing is."""
    if rule.decision == OPEN:
        return
    name, to, limit = spelling_key(rule.name), spelling_key(rule.to), frozenset(rule.papers)
    both = frozenset({name, to}) if rule.action is Action.MERGE else (name, to)
    yield (rule.action, both, limit), rule.decision
    if rule.decision == YES and rule.action in (Action.SPLIT, Action.RENAME, Action.RETYPE):
        yield (rule.action, name, limit), rule.to


def write_curation(path: Path, rules: Iterable[Rule]) -> None:
    """Write the rules, sorted, one of each subject; the file appears whole or not at all. Raises OutputError."""
    # Of two rows on one subject the later counts, but no open one undoes a decision.
    by_subject = {rule.subject: rule for rule in sorted(rules, key=lambda rule: rule.decision != OPEN)}
    with whole_file(path) as stream:
        stream.write(_HEAD + "\t".join(COLUMNS) + "\n")
        for subject in sorted(by_subject):
            rule = by_subject[subject]
            stream.writelines(f"{comment}\n" for comment in rule.comments)
            stream.write("\t".join(_cells(rule)) + "\n")


def _cells(rule: Rule) -> list[str]:
    cells = astuple(rule)[: len(COLUMNS)]
    texts = ("|".join(cell) if isinstance(cell, tuple) else cell for cell in cells)
    return [_quoted(" ".join(text.split())) for text in texts]


def _is_header(line: str, where: str) -> bool:
    """Whether the line names the columns, or the first of them. Raises CurationError if it names others."""
    names = re.findall(r"\w+", line.lower())
    if not names or names[0] not in COLUMNS:
        return False
    if tuple(cell.strip() for cell in line.lower().rstrip().split("\t")) != COLUMNS[: len(names)]:
        raise CurationError(f"{where}: the header must be {' <tab> '.join(COLUMNS)}; the last columns may be missing")
    return True


def _rule(line: str, where: str, comments: tuple[str, ...], number: int) -> Rule:
    cells = [_unquoted(cell.strip()) for cell in line.split("\t")]
    cells += [""] * (len(COLUMNS) - len(cells))
    decision, action, type, name, to, papers, reason, example = cells[: len(COLUMNS)]
    decision, action = decision.lower(), action.lower()
    if decision not in (YES, NO, OPEN, ""):
        raise CurationError(f"{where}: the decision must be yes, no or ?, not {_shortened(decision)!r}")
    if action not in set(Action):
        raise CurationError(f"{where}: the action must be {', '.join(Action)}, not {_shortened(action)!r}")
    if not name:
        raise CurationError(f"{where}: the row has no name")
    type = _type(type, f"{where}: the type") if type else ""
    if action == Action.RETYPE and to:
        to = _type(to, f"{where}: the column 'to' of a retype")
    if not to and action != Action.HIDE:
        raise CurationError(f"{where}: {action} {name!r} to what? The column 'to' is empty")
    limit = tuple(filter(None, map(str.strip, papers.split("|"))))
    return Rule(decision or OPEN, Action(action), type, name, to, limit, reason, example, comments, number)


def _unquoted(cell: str) -> str:
    """The cell without the quotation marks that a spreadsheet puts around it."""
    inner = cell[1:-1].replace('""', "")
    return cell[1:-1].replace('""', '"') if cell[:1] == cell[-1:] == '"' != cell and '"' not in inner else cell


def _quoted(text: str) -> str:
    """The text as a cell that is read as this very text: in quotation marks if it has such at both its ends."""
    return text if _unquoted(text) == text else '"{}"'.format(text.replace('"', '""'))


def _shortened(cell: str) -> str:
    """What a message shows of a cell: a file of another kind may be one long line."""
    return cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"


def _type(text: str, what: str) -> str:
    try:
        return type_name(text)
    except ValueError as exc:
        raise CurationError(f"{what} {exc}") from exc
