"""The numbers that a paper reports: which are results, of what kind, and what each is of.

First a linear model says of each number whether it is a result; then another chooses, for each field of the result,
among the things of the paper and nothing. The weights are made by ``kg.training.results``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as with_default

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.choice_model import ChoiceModel
from kg.extraction.earlier_results import NOTHING
from kg.extraction.linear_model import MODEL, LinearModel, read_linear_model
from kg.extraction.marked_names import Marked, mark
from kg.extraction.numbers import Number
from kg.extraction.result_links import ResultLinks
from kg.extraction.result_lists import lists
from kg.extraction.result_reading import NO_RESULT, Reading
from kg.extraction.rival_values import Rival, is_named_behind, rivals_of
from kg.extraction.start_values import starts_of
from kg.model import RESULT_FIELDS

#: What a number can be: the columns of the weights.
KINDS = ("none", "absolute", "gain", "ratio", "rank", "from")
#: Fields whose things are told by their type alone.
_NAMED = ("metric", "benchmark")
#: A doubtful metric by which a result is reported is right two times of three.
_MEASURED = 0.65
_RESULTS = "results"


@dataclass(frozen=True, slots=True)
class FoundResult:
    """A result, with the names that it belongs to by their positions among the doc's marked names."""

    number: Number
    kind: str
    #: The number that it starts from: *from 17.7 to 67.2%*.
    start: Number | None = None
    links: dict[str, int] = with_default(default_factory=dict)


class Results:
    """Finds the results of a doc."""

    name = "results"

    def __init__(self, kinds: LinearModel, links: ResultLinks) -> None:
        self.kinds = kinds
        self.links = links

    def __call__(self, doc: Doc) -> Doc:
        """Write the results into the doc."""
        reading = Reading.of(doc)
        kinds = self._kinds(reading)
        rivals = list(rivals_of(reading, kinds))
        for rival in rivals:
            if kinds[rival.number] in NO_RESULT:
                kinds[rival.number] = kinds[rival.score]
        reported = [(n, kind) for n, kind in enumerate(kinds) if kind not in NO_RESULT]
        starts = starts_of(reading, kinds)
        found = {
            n: FoundResult(reading.numbers[n][0], kind, starts.get(n), _names(reading, things))
            for (n, kind), things in zip(reported, self.links.choose(reading, reported), strict=True)
        }
        pair_lists(reading, found)
        part_rivals(reading, found, rivals)
        results = list(found.values())
        doc.user_data[_RESULTS] = results
        if measured := {result.links["metric"] for result in results if "metric" in result.links}:
            mark(doc, (_measured(name) if n in measured else name for n, name in enumerate(reading.names)))
        return doc

    def _kinds(self, reading: Reading) -> list[str]:
        """Of which kind each number is."""
        sums = self.kinds.sums(reading.of_numbers(self.kinds.lookup("number")))
        return [KINDS[n] for n in sums.argmax(axis=1)]


def _names(reading: Reading, chosen: dict[str, int]) -> dict[str, int]:
    """A name of each thing that a result is of; nothing is its own baseline."""
    things = {field: thing for field, thing in chosen.items() if thing != NOTHING}
    if things.get("baseline") == things.get("subject"):
        things.pop("baseline", None)
    return {field: reading.things[thing].names[0] for field, thing in things.items()}


def pair_lists(reading: Reading, found: dict[int, FoundResult]) -> None:
    """Let results and names that stand in lists of one length belong together one by one."""
    numbers_of = list(found)
    of_numbers = list(lists(reading.text, [reading.numbers[n][1] for n in numbers_of]))
    if not of_numbers:
        return
    for field, types in RESULT_FIELDS.items():
        names = [n for n, name in enumerate(reading.names) if name.type in types]
        for run in lists(reading.text, [reading.places[n] for n in names]):
            sentence = reading.places[names[run[0]]].sentence
            same = [
                each
                for each in of_numbers
                if len(each) == len(run) and reading.numbers[numbers_of[each[0]]][1].sentence == sentence
            ]
            if len(same) == 1:
                in_list = [found[numbers_of[number]] for number in same[0]]
                listed = [names[name] for name in run]
                if field in _NAMED or _are_among(reading, in_list, field, listed):
                    for result, name in zip(in_list, listed, strict=True):
                        result.links[field] = name


def _are_among(reading: Reading, results: Sequence[FoundResult], field: str, names: Sequence[int]) -> bool:
    """Whether each result is tied to one of these names already: a list of methods is of subjects or of rivals."""
    texts = {reading.names[name].phrase.text for name in names}
    return all(field in result.links and reading.names[result.links[field]].phrase.text in texts for result in results)


def _measured(name: Marked) -> Marked:
    return name._replace(confidence=max(name.confidence, _MEASURED))


def part_rivals(reading: Reading, found: dict[int, FoundResult], rivals: Sequence[Rival]) -> None:
    """Let the number that a score is set against be of what the score is compared with, not of the same thing."""
    for rival in rivals:
        links, of_score = found[rival.number].links, found[rival.score].links
        subject, other = links.get("subject"), of_score.get("baseline")
        if subject is None or subject != of_score.get("subject") or is_named_behind(reading, rival.number, subject):
            continue
        links.pop("subject")
        if other is not None:
            links["subject"] = other
        if links.get("baseline") == links.get("subject"):
            links.pop("baseline", None)


def told_results(doc: Doc) -> list[FoundResult]:
    """The results of the doc; none before they are read."""
    found: list[FoundResult] = doc.user_data.get(_RESULTS, [])
    return found


@Language.factory("results")
def make_results(nlp: Language, name: str) -> Results:  # noqa: ARG001 (spaCy passes both)
    """Build the component with the weights that come with kg."""
    kinds, links = (read_linear_model(MODEL / f"result_{name}.npz") for name in ("kinds", "links"))
    return Results(kinds, ResultLinks(ChoiceModel(links)))
