"""What one thing is while papers are brought together: its uses in papers and the names these give it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.model import Paper, Role
from kg.names import one_line
from kg.resolution.contexts import KNOWN_BY
from kg.resolution.entity_types import in_type_order
from kg.resolution.forms import most_frequent, place
from kg.resolution.initials import is_initialism
from kg.resolution.surface import plain, shown_keys, spelling_key
from kg.resolution.within_paper import Group
from kg.resolution.word_forms import singular


@dataclass(frozen=True, slots=True)
class Use:
    """One thing in one paper."""

    paper: Paper
    group: Group
    #: Whether the paper made the name itself, so that it means nothing else that is called so.
    owns_name: bool = False

    @property
    def is_coined_for_long(self) -> bool:
        """Whether the short form is a name that somebody made from the long one, not its initials: *DAgger*."""
        group = self.group
        return not group.known and group.long is not None and not is_initialism(singular(group.name), group.long)

    @property
    def proposes(self) -> bool:
        """Whether the paper presents the thing as its own."""
        return any(mention.role is Role.PROPOSES for mention in self.group.mentions)


@dataclass(frozen=True, eq=False)
class Thing:
    """Uses of one thing, in the order of their papers; no two things are equal."""

    uses: list[Use]
    #: What a person called it, and of which type a person said that it is.
    renamed: str | None = None
    retyped: str | None = None
    #: Whether a person has said that all its uses are one.
    whole: bool = False
    #: Cuts that a person made: number of the rule, and whether this is what was cut out or what was left.
    cuts: frozenset[tuple[int, bool]] = frozenset()
    #: Whether a paper coined for it what lexicons know as the name of something else.
    anew: bool = False
    #: Whether its very name was found to stand for other things, too.
    has_namesakes: bool = False

    @classmethod
    def of(cls, uses: Iterable[Use], anew: bool = False) -> "Thing":
        """One thing of these uses, whatever their order."""
        return cls(sorted(uses, key=_use_order), anew=anew)

    @cached_property
    def label(self) -> str:
        """The name by which it is compared: a lexicon's, else the long form, else the most frequent form."""
        if self.whole and self.renamed:
            return self.renamed
        knowns = Counter(use.group.known for use in self.uses if use.group.known)
        if knowns:
            return max(sorted(knowns), key=knowns.__getitem__)
        longs = [use.group.long for use in self.uses if use.group.long]
        return most_frequent(longs or (use.group.name for use in self.uses))

    @cached_property
    def known(self) -> bool:
        """Whether a lexicon gives it its name."""
        return any(use.group.known for use in self.uses)

    @cached_property
    def type(self) -> str:
        """The type that most papers give; what a lexicon says counts for any number of papers."""
        votes: dict[str, int] = defaultdict(int)
        for use in self.uses:
            votes[use.group.type] += 1_000_000 if use.group.known else 1
        return max(in_type_order(votes), key=votes.__getitem__)

    @property
    def shown_type(self) -> str:
        """The type under which it is shown."""
        return self.retyped or self.type

    @cached_property
    def shorts(self) -> Counter[str]:
        """Its short forms, each with the number of papers that give a long form for it."""
        return Counter(use.group.name for use in self.uses if use.group.long)

    @cached_property
    def coined_shorts(self) -> frozenset[str]:
        """Keys of the names that somebody made from its long form."""
        return frozenset(spelling_key(use.group.name) for use in self.uses if use.is_coined_for_long)

    @cached_property
    def papers(self) -> list[Paper]:
        """The papers that use it, in the order of their ids."""
        return [use.paper for use in self.uses]

    @property
    def first_papers(self) -> list[Paper]:
        """Those by which it is known."""
        return self.papers[:KNOWN_BY]

    @cached_property
    def forms(self) -> Counter[str]:
        """All spellings, on one line, with the number of their mentions."""
        return Counter(one_line(mention.text) for use in self.uses for mention in use.group.mentions)

    @cached_property
    def form_keys(self) -> frozenset[str]:
        """The keys of its spellings and of its long forms."""
        longs = {use.group.long for use in self.uses if use.group.long}
        return frozenset(map(spelling_key, {*self.forms, *longs}))

    @cached_property
    def name_keys(self) -> frozenset[str]:
        """The keys of its label and of the name in the singular under which it may be shown."""
        return shown_keys(self.label)

    @cached_property
    def is_coined(self) -> bool:
        """Whether it is one word with a capital for which no paper and no lexicon gives a meaning."""
        name = plain(self.label)
        return not self.known and not self.shorts and " " not in name and any(letter.isupper() for letter in name)

    def is_cut_from(self, other: "Thing") -> bool:
        """Whether a person has parted the two."""
        return any((rule, not out) in other.cuts for rule, out in self.cuts)

    def part(self, uses: Iterable[Use], anew: bool = False) -> "Thing":
        """One of the things of its name, with some of its uses; still apart from what a person parted it from."""
        return Thing(sorted(uses, key=_use_order), cuts=self.cuts, anew=anew, has_namesakes=True)

    def joined_with(self, others: Sequence["Thing"]) -> "Thing":
        """One thing of this and others, its uses in the order of their papers."""
        uses = [use for thing in (self, *others) for use in thing.uses]
        cuts = self.cuts.union(*(thing.cuts for thing in others))
        renamed = next((thing.renamed for thing in (self, *others) if thing.renamed), None)
        return Thing(sorted(uses, key=_use_order), renamed, self.retyped, self.whole, cuts)


def _use_order(use: Use) -> tuple[str, int, int]:
    return use.paper.id, *place(use.group.mentions[0])
