"""Merges and splits that a person had better look at, with the reason and a sentence from each side."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import CurationError
from kg.files import whole_file, why_unreadable
from kg.model import Mention, Paper
from kg.names import one_line
from kg.odds import probability
from kg.resolution.curation import OPEN, Action, Rule
from kg.resolution.forms import surest
from kg.resolution.shown_names import shown_name
from kg.resolution.surface import plain
from kg.resolution.things import Thing
from kg.resolution.within_paper import Group

_LONGEST_EXAMPLE = 240


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two names that may be one thing: whether kg took them for one, why, and where they stand."""

    type: str
    name: str
    other: str
    #: The papers whose use of ``name`` is in doubt; empty for all.
    papers: tuple[str, ...]
    merged: bool
    reason: str
    #: A sentence with ``name`` and one with ``other``.
    examples: tuple[str, str]

    def question(self) -> Rule:
        """The rule that would settle it, for a person to decide."""
        split = self.merged and self.name == self.other
        name, other = (shown_name(plain(name), self.type) for name in (self.name, self.other))
        to = f"{name} ({self.papers[0]})" if split else other
        done = "kg took them for one" if self.merged else "kg kept them apart"
        example = " ‖ ".join(self.examples)
        action = Action.SPLIT if split else Action.MERGE
        return Rule(OPEN, action, self.type, name, to, self.papers, f"{done}: {self.reason}", example)


def write_doubts(doubts: Iterable[Doubt], path: Path) -> None:
    """Write the doubts as JSON Lines, in their order. Raises OutputError."""
    with whole_file(path) as stream:
        stream.writelines(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in doubts)


def read_doubts(path: Path) -> list[Doubt]:
    """The doubts that `write_doubts` wrote. Raises CurationError."""
    try:
        # Sentences may hold what Python takes for the end of a line, too.
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        return [Doubt(**row | {name: tuple(row[name]) for name in ("papers", "examples")}) for row in rows]
    except (OSError, UnicodeDecodeError) as exc:
        raise CurationError(f"{path}: cannot be read: {why_unreadable(exc)}; kg build writes it") from exc
    except (ValueError, TypeError, KeyError) as exc:
        raise CurationError(f"{path}: is not as kg build writes it: {exc!r}") from exc


def doubt(thing: Thing, other: Thing, merged: bool, reason: str) -> Doubt:
    """A doubt whether the thing is the other one."""
    name = thing.label
    same_name = name == other.label or len(thing.uses) == 1
    papers = tuple(use.paper.id for use in thing.uses) if same_name else ()
    return Doubt(other.type, name, other.label, papers, merged, reason, (_example(thing), _example(other)))


def doubts_within(paper: Paper, groups: Iterable[Group]) -> Iterator[Doubt]:
    """The doubts whether names of one paper are one thing, of those that these groups have."""
    groups = list(groups)
    doubts = [near for group in groups for near in group.doubts]
    there = [mention for group in groups for mention in group.mentions] if doubts else []
    for near in doubts:
        if near.name in there and near.other in there:
            likely = f"one thing with probability {probability(near.log_odds):.2f}"
            yield Doubt(
                type=near.other.type,
                name=one_line(near.name.text),
                other=one_line(near.other.text),
                papers=(paper.id,),
                merged=near.merged,
                reason=f"names of one paper that share words, and {likely}",
                examples=(_sentence(paper, near.name), _sentence(paper, near.other)),
            )


def _example(thing: Thing) -> str:
    use = thing.uses[0]
    return _sentence(use.paper, surest(use.group.mentions))


def _sentence(paper: Paper, mention: Mention) -> str:
    start, end = mention.sentence
    sentence = one_line(paper.text(mention.field)[start:end])
    return sentence if len(sentence) <= _LONGEST_EXAMPLE else sentence[: _LONGEST_EXAMPLE - 1] + "…"
