"""Rules of a person carried out on things: before any merge of kg's own, and once more on what comes of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from kg.model import Paper
from kg.resolution.curation import NO, YES, Action, Rule
from kg.resolution.forms import Called, Decided, undecided
from kg.resolution.surface import plain, shown_keys, spelling_key
from kg.resolution.things import Thing, Use

_QUALIFIED = re.compile(r"(?P<name>.+) \((?P<paper>[^()]+)\)")


class Decisions:
    """The rules of one build, and which of them have matched something."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._rules = [rule for rule in rules if rule.decision in (YES, NO)]
        self._matched: set[int] = set()
        merges = [(number, rule) for number, rule in enumerate(self._rules) if rule.action is Action.MERGE]
        #: Numbers of merges by the keys of both names, and of those that are refused by the key of either.
        self._of_pair: dict[frozenset[str], list[int]] = defaultdict(list)
        self._refused: dict[str, set[int]] = defaultdict(set)
        for number, rule in merges:
            self._of_pair[frozenset(map(spelling_key, (rule.name, rule.to)))].append(number)
            for key in (_keys(rule.name) | _keys(rule.to)) if rule.decision == NO else ():
                self._refused[key].add(number)

    @property
    def unused(self) -> list[Rule]:
        """Decided rules that matched nothing."""
        return [rule for number, rule in enumerate(self._rules) if number not in self._matched]

    def first(self, things: Sequence[Thing]) -> list[Thing]:
        """Move what is to be merged and split, and part what is to be kept apart though it is spelled alike."""
        moved = list(things)
        for number, rule in enumerate(self._rules):
            if rule.action in (Action.MERGE, Action.SPLIT):
                rule = _unqualified(rule, moved)
                moved = self._move(number, rule, moved) if rule.decision == YES else self._part(number, rule, moved)
        return moved

    def within(self, paper: Paper) -> Decided:
        """What a person has said of two names of the paper: one thing, two, or nothing."""
        if not self._of_pair:
            return undecided

        def decided(one: Called, other: Called) -> bool | None:
            pairs = {frozenset(pair) for pair in product(one.keys, other.keys)}
            for number in sorted(number for pair in pairs for number in self._of_pair.get(pair, ())):
                rule = self._rules[number]
                if rule.type in ("", one.type, other.type) and (not rule.papers or paper.id in rule.papers):
                    self._matched.add(number)
                    return rule.decision == YES
            return None

        return decided

    def apart(self, one: Thing, other: Thing) -> bool:
        """Whether a person has said that the two are not one."""
        if one.is_cut_from(other):
            return True
        both = (self._rules[number] for number in self._refusals(one) & self._refusals(other))
        return any(_are(rule, one, other) or _are(rule, other, one) for rule in both)

    def _refusals(self, thing: Thing) -> set[int]:
        """The refused merges that may speak of a thing."""
        if not self._refused:
            return set()
        renamed = {spelling_key(thing.renamed)} if thing.renamed else set()
        keys = thing.name_keys | thing.form_keys | renamed
        return set().union(*(self._refused[key] for key in keys if key in self._refused))

    def settle(self, question: Rule) -> bool:
        """Whether a person has answered the question."""
        return any(rule.subject == question.subject for rule in self._rules)

    def last(self, things: Sequence[Thing]) -> list[Thing]:
        """Rename, retype and hide."""
        there = list(things)
        for number, rule in enumerate(self._rules):
            if rule.action in (Action.MERGE, Action.SPLIT):
                continue
            found = _subjects(rule, there)
            if found:
                self._matched.add(number)
            if found and rule.decision == YES:
                ids = set(map(id, found))
                there = [part for thing in there for part in (_decided(rule, thing) if id(thing) in ids else [thing])]
        return there

    def _move(self, number: int, rule: Rule, things: list[Thing]) -> list[Thing]:
        """Give the uses that the rule names to the thing of the other name; where there is none, make it."""
        sources = _subjects(rule, things)
        uses = [use for thing in sources for use in thing.uses if _concerns(rule, use)]
        if not uses:
            return things
        self._matched.add(number)
        if rule.papers and not (uses := [use for use in uses if not _has_both(rule, use)]):
            return things
        if _are_one(rule, sources, things):
            return [replace(thing, whole=True) if thing in sources else thing for thing in things]
        # What a person calls the same need not have been taken for one type.
        named = [*_find(rule, things, rule.to), *_find(replace(rule, type=""), things, rule.to)]
        target = next((thing for thing in named if thing not in sources), None)
        left = [_without(thing, uses, number) if thing in sources else thing for thing in things if thing is not target]
        moved = (target or Thing([])).joined_with([Thing(uses, cuts=frozenset({(number, True)}))])
        moved = replace(moved, renamed=rule.to, whole=rule.action is Action.SPLIT)
        return [*(thing for thing in left if thing.uses), moved]

    def _part(self, number: int, rule: Rule, things: list[Thing]) -> list[Thing]:
        """Part one name's uses from the other's where both are spellings of one thing so far."""
        named, others = (_find(rule, things, name) for name in (rule.name, rule.to))
        if not named or not (others or rule.action is Action.SPLIT):
            return things
        self._matched.add(number)
        if rule.action is Action.SPLIT or named != others or plain(rule.name) == plain(rule.to):
            return things
        uses = [use for thing in named for use in thing.uses if plain(use.group.name) == plain(rule.name)]
        out = Thing([]).joined_with([Thing(uses, cuts=frozenset({(number, True)}))])
        if not uses:
            return things
        rest = (_without(thing, uses, number) for thing in named)
        return [
            *(thing for thing in things if thing not in named),
            *(_called(thing, rule.to, instead_of=rule.name) for thing in rest if thing.uses),
            _called(out, rule.name, instead_of=rule.to),
        ]


def _keys(name: str) -> set[str]:
    """The keys by which a thing may be found that a rule calls so."""
    match = _QUALIFIED.fullmatch(name)
    return {spelling_key(name), *([spelling_key(match["name"])] if match else [])}


def _unqualified(rule: Rule, things: Sequence[Thing]) -> Rule:
    """The rule with *SAGE (2501.1)*, as a namesake is shown, read as *SAGE* in paper 2501.1."""
    match = _QUALIFIED.fullmatch(rule.name)
    if not match or _find(rule, things, rule.name):
        return rule
    return replace(rule, name=match["name"], papers=(match["paper"],))


def _find(rule: Rule, things: Sequence[Thing], name: str) -> list[Thing]:
    """The things that have this name or are shown under it; where there is none, those of which it is a form."""
    of_type = [thing for thing in things if rule.type in ("", thing.type)]
    key = spelling_key(name)
    named = [
        thing for thing in of_type if key in thing.name_keys or (thing.renamed and key == spelling_key(thing.renamed))
    ]
    named = named or [thing for thing in of_type if key in thing.form_keys]
    return named or [thing for thing in of_type if _is_qualified(thing, name)]


def _are_one(rule: Rule, sources: Sequence[Thing], things: Sequence[Thing]) -> bool:
    """Whether what a rule is about has both of its names already, and all that is left is to keep it so."""
    if spelling_key(rule.name) == spelling_key(rule.to):
        return True
    if rule.action is not Action.MERGE or not rule.papers:
        return False
    named = _find(rule, things, rule.to)
    return all(thing in named for thing in sources)


def _is_qualified(thing: Thing, name: str) -> bool:
    """Whether the name is the thing's with the id of its first paper, as it is shown where another has the name."""
    match = _QUALIFIED.fullmatch(name)
    if not match or match["paper"].partition(",")[0] != thing.uses[0].paper.id:
        return False
    return spelling_key(match["name"]) in thing.name_keys | thing.form_keys


def _subjects(rule: Rule, things: Sequence[Thing]) -> list[Thing]:
    """What the rule is about: things of its name in its papers, and there, if none is of its type, those of any type.

    A paper may take a short name for something of another type than what it stands for.
    """
    for one in (rule, replace(rule, type="")) if rule.papers else (rule,):
        if found := [
            thing for thing in _find(one, things, rule.name) if any(_concerns(rule, use) for use in thing.uses)
        ]:
            return found
    return []


def _are(rule: Rule, one: Thing, other: Thing) -> bool:
    return bool(_find(rule, [other], rule.to) and _subjects(rule, [one]))


def _decided(rule: Rule, thing: Thing) -> list[Thing]:
    """What is left of the thing in other papers than the rule's, and what was decided of it in those."""
    others = [use for use in thing.uses if not _concerns(rule, use)]
    left = [replace(thing, uses=others)] if others else []
    if rule.action is Action.HIDE:
        return left
    uses = [use for use in thing.uses if _concerns(rule, use)]
    if rule.action is Action.RENAME:
        return [*left, replace(thing, uses=uses, renamed=rule.to)]
    return [*left, replace(thing, uses=uses, retyped=rule.to)]


def _has_both(rule: Rule, use: Use) -> bool:
    """Whether the paper has both names, and they are one thing there already."""
    keys = frozenset().union(*(shown_keys(mention.text) for mention in use.group.mentions))
    return {spelling_key(rule.name), spelling_key(rule.to)} <= keys and spelling_key(rule.name) != spelling_key(rule.to)


def _concerns(rule: Rule, use: Use) -> bool:
    return not rule.papers or use.paper.id in rule.papers


def _called(thing: Thing, name: str, instead_of: str) -> Thing:
    """The thing under a name of its own, if it has one, where lexicons give it that of what it was parted from."""
    takes_it = spelling_key(thing.label) == spelling_key(instead_of) != spelling_key(name)
    return replace(thing, renamed=name) if takes_it else thing


def _without(thing: Thing, uses: Sequence[Use], number: int) -> Thing:
    gone = {id(use) for use in uses}
    left = [use for use in thing.uses if id(use) not in gone]
    return Thing(left, thing.renamed, thing.retyped, thing.whole, thing.cuts | {(number, False)})
