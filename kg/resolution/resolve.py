"""The recipe of resolution: group within each paper, join over all papers, name what came of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg import collector
from kg.model import Entity, EntityType, Field, Findings, Mention, Paper, PaperEntities, Reported, Result, Role
from kg.resolution.across_papers import join_things
from kg.resolution.coinages import as_own
from kg.resolution.contexts import Contexts
from kg.resolution.curation import YES, Action, Rule
from kg.resolution.decisions import Decisions
from kg.resolution.doubts import Doubt, doubts_within
from kg.resolution.forms import place
from kg.resolution.namesakes import may_be_one, part_namesakes
from kg.resolution.senses import settle_senses
from kg.resolution.shown_names import Displaced, displaced, name_things
from kg.resolution.spelled_alike import things_of
from kg.resolution.things import Thing, Use
from kg.resolution.within_paper import Group, group_mentions

#: What only a thing of this type can be to a paper.
_OF_ONE_TYPE = {Role.EVALUATES_ON: EntityType.BENCHMARK, Role.REPORTS: EntityType.METRIC}


@dataclass(frozen=True, slots=True)
class Resolution:
    """What came of it, and what a person may want to decide."""

    #: In the order of the findings.
    papers: list[PaperEntities]
    #: Sorted by type and name.
    doubts: list[Doubt]
    #: Decided rules that matched nothing.
    unused: list[Rule]
    #: Things whose names a person gave to others.
    displaced: list[Displaced]
    #: All rules of a person.
    rules: tuple[Rule, ...] = field(default=(), compare=False)


def resolve(findings: Iterable[Findings], min_confidence: float = 0.0, rules: Iterable[Rule] = ()) -> Resolution:
    """Each paper with its entities; the names do not depend on the papers' order.

    What is less sure than ``min_confidence`` (0 to 1) in its paper is left out, before it can lend its name. The
    rules of a person come before what kg finds out by itself.
    """
    papers: list[Paper] = []
    uses: list[Use] = []
    reported: list[tuple[Reported, ...]] = []
    within: list[Doubt] = []
    rules = tuple(rules)
    decisions = Decisions(rules)
    for found in findings:
        papers.append(found.paper)
        reported.append(found.results)
        groups = _sure(group_mentions(found, decisions.within(found.paper)), min_confidence)
        uses += (as_own(Use(found.paper, group)) for group in groups)
        within += doubts_within(found.paper, groups)
    with collector.at_rest():
        things, across = _things(uses, Contexts(papers), decisions)
    entities: dict[str, dict[tuple[str, str], list[Mention]]] = defaultdict(lambda: defaultdict(list))
    named = name_things(things)
    for thing, name in named:
        for use in thing.uses:
            entities[use.paper.id][name, thing.shown_type] += use.group.everywhere
    resolved = [
        _paper_entities(paper, entities.get(paper.id, {}), found) for paper, found in zip(papers, reported, strict=True)
    ]
    doubts = (doubt for doubt in {*within, *across} if not decisions.settle(doubt.question()))
    renamed = {rule.to for rule in rules if rule.decision == YES and rule.action is Action.RENAME}
    return Resolution(resolved, sorted(doubts), decisions.unused, displaced(named, renamed), rules)


def _things(uses: Iterable[Use], contexts: Contexts, decisions: Decisions) -> tuple[list[Thing], set[Doubt]]:
    def apart(one: Thing, other: Thing) -> bool:
        return decisions.apart(one, other) or not may_be_one(one, other, contexts)

    things, parted = part_namesakes(decisions.first(things_of(uses)), contexts)
    things, joined = join_things(things, apart, decisions.apart)
    things, settled = settle_senses(things, contexts, decisions.apart)
    return decisions.last(things), {*parted, *joined, *settled}


def _sure(groups: Iterable[Group], min_confidence: float) -> list[Group]:
    return [group for group in groups if max(mention.confidence for mention in group.everywhere) >= min_confidence]


def _paper_entities(
    paper: Paper, mentions: dict[tuple[str, str], list[Mention]], reported: Iterable[Reported]
) -> PaperEntities:
    entities = [_entity(name, type, said) for (name, type), said in mentions.items()]
    names = {(mention.field, mention.start): name for (name, _), said in mentions.items() for mention in said}
    return PaperEntities(
        paper,
        tuple(sorted(entities, key=lambda entity: (entity.type, entity.name))),
        tuple(_result(one, names) for one in reported),
    )


def _result(reported: Reported, names: Mapping[tuple[Field, int], str]) -> Result:
    """The result under the names that its things have; a thing that was left out is none."""

    def name(mention: Mention | None) -> str | None:
        return names.get((mention.field, mention.start)) if mention else None

    return Result(
        reported.value,
        reported.kind,
        reported.start,
        reported.place,
        reported.sentence,
        metric=name(reported.metric),
        benchmark=name(reported.benchmark),
        subject=name(reported.subject),
        baseline=name(reported.baseline),
    )


def _entity(name: str, type: str, mentions: Iterable[Mention]) -> Entity:
    ordered = sorted(mentions, key=place)
    return Entity(
        name=name,
        type=type,
        role=_role(ordered, type),
        confidence=max(mention.confidence for mention in ordered),
        mentions=tuple(ordered),
    )


def _role(mentions: Sequence[Mention], type: str) -> Role:
    """The strongest role of those that a thing of this type can have; some mentions were taken for another type."""
    roles = {mention.role for mention in mentions if _OF_ONE_TYPE.get(mention.role, type) == type}
    return min(roles, key=lambda role: role.rank, default=Role.USES)
