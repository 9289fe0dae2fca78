"""The weights of the results, fitted to labelled papers as the recognizer reads them.

Two sources: the rows of gold papers, whose values are looked for among the numbers of the text in their order; and
``result_marks.tsv``, marks on corpus papers by offsets, without texts.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib.resources import files
from itertools import chain
from multiprocessing import Pool
from typing import NamedTuple

import numpy as np
from spacy.language import Language

from kg.evaluation.labels import LabelledEntity, LabelledPaper
from kg.evaluation.result_rows import number_of
from kg.extraction.earlier_results import NOTHING, UNKNOWN, Chosen, told_of
from kg.extraction.paper_doc import make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline
from kg.extraction.result_links import ResultLinks
from kg.extraction.result_reading import Reading
from kg.extraction.results import KINDS
from kg.extraction.words_around import by_name
from kg.model import RESULT_FIELDS, Field, Paper
from kg.names import name_key
from kg.readers.record import clean_paper
from kg.training.choice_fit import Choice, ChoicePlan, fit_choices
from kg.training.labelled import cleaned
from kg.training.linear_fit import Labelled, Plan, Weights, fit_classes
from kg.training.pairing import Asked

#: A row for each result: the paper's id, where its number begins in the abstract, its kind, where names of its metric,
#: benchmark, subject and baseline stand (``412-420 title:0-6``, without a field in the abstract), and where the number
#: begins from which it started. A paper that reports none has one row without a result.
MARKS = files("kg.training") / "result_marks.tsv"
HEADER = ("paper", "number", "kind", *RESULT_FIELDS, "from")

#: A gold paper counts as so many others: it was read by those by whom kg is measured.
GOLD_COUNTS = 3
_DIGITS = re.compile(r"\d*\.?\d+")
_KINDS_PLAN = Plan(seen=3, epochs=10, shrinking=5e-4)


class MarkedResult(NamedTuple):
    """A result in an abstract: where its number and the one that it started from begin, its kind, and what it is of."""

    at: int
    kind: str
    #: For each field the names of its thing, as `name_key` has them.
    links: dict[str, frozenset[str]]
    start: int | None


class ReadPaper(NamedTuple):
    """A labelled paper whose results are known; None stands for rows that are still to be looked for in the text."""

    paper: LabelledPaper
    results: list[MarkedResult] | None


class ResultExamples(NamedTuple):
    """What the two models learn from."""

    kinds: list[Labelled]
    links: list[Choice]


def read_result_marks(corpus: Iterable[Paper]) -> list[ReadPaper]:
    """The papers of the corpus whose results are marked."""
    rows = defaultdict(list)
    with MARKS.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            rows[row["paper"]].append(row)
    return [_read(paper, rows[paper.id]) for paper in corpus if paper.id in rows]


def _read(paper: Paper, rows: Iterable[dict[str, str]]) -> ReadPaper:
    """The paper as readers clean it, with its marks, whose offsets are those of the text as it was."""
    clean = clean_paper(paper.id, paper.title, paper.abstract)
    results = [
        MarkedResult(
            _clean_start(paper, clean, int(row["number"])),
            row["kind"],
            {
                field: frozenset(_name_at(clean, place) for place in row[field].split())
                for field in RESULT_FIELDS
                if row[field]
            },
            _clean_start(paper, clean, int(row["from"])) if row["from"] else None,
        )
        for row in rows
        if row["number"]
    ]
    return ReadPaper(LabelledPaper(clean.id, clean.title, clean.abstract, ()), results)


def _clean_start(paper: Paper, clean: Paper, start: int) -> int:
    """Where the number that begins there in the abstract begins in the clean one; formulas are mapped as a whole."""
    digits = _DIGITS.match(paper.abstract, start)
    length = len(digits[0]) if digits else 1
    begin, end = clean.clean_span("abstract", start, start + length)
    return max(begin, clean.abstract.find(paper.abstract[start : start + length], begin, end))


def _name_at(clean: Paper, place: str) -> str:
    *title, span = place.split(":")
    field: Field = "title" if title else "abstract"
    start, end = clean.clean_span(field, *map(int, span.split("-")))
    return name_key(clean.text(field)[start:end])


def result_examples(papers: Sequence[ReadPaper], processes: int, links: ResultLinks | None = None) -> ResultExamples:
    """What the numbers of labelled papers teach; those before them are of what is right, or of what ``links`` say."""
    parts = [papers[n : n + 50] for n in range(0, len(papers), 50)]
    with Pool(processes) as pool:
        made = list(pool.imap(partial(_examples, links=links), parts))
    return ResultExamples([one for part in made for one in part.kinds], [one for part in made for one in part.links])


def fit_kinds(examples: ResultExamples) -> Weights:
    """Weights that tell of what kind a number is: a column each of `KINDS`."""
    return fit_classes(examples.kinds, len(KINDS), _KINDS_PLAN)


def fit_links(examples: ResultExamples) -> Weights:
    """Weights that choose what a result is of."""
    return fit_choices(examples.links, ChoicePlan())


def _examples(papers: Iterable[ReadPaper], links: ResultLinks | None) -> ResultExamples:
    nlp = build_pipeline([component for component in COMPONENTS if component != "results"])
    made = ResultExamples([], [])
    for paper in papers:
        _add(made, paper, nlp, links)
    return made


def _add(made: ResultExamples, labelled: ReadPaper, nlp: Language, links: ResultLinks | None) -> None:
    # Gold papers are as they were read; marked ones are clean already.
    paper = labelled.paper if labelled.results is not None else cleaned(labelled.paper)
    doc = make_doc(nlp, Paper(paper.id, paper.title, paper.abstract))
    for _, component in nlp.pipeline:
        doc = component(doc)
    reading = Reading.of(doc)
    results = labelled.results if labelled.results is not None else list(_looked_for(paper, reading))
    by_start = {result.at: result for result in results}
    starts = {result.start for result in results}
    of_numbers = reading.of_numbers(by_name("number"))
    found: dict[int, MarkedResult] = {}
    for n, ((number, _), features) in enumerate(zip(reading.numbers, of_numbers, strict=True)):
        at = number.digits_start
        if at in by_start:
            found[n] = by_start[at]
        kind = found[n].kind if n in found else "from" if at in starts else "none"
        made.kinds.append(Labelled(features, KINDS.index(kind), range(len(KINDS))))
    if found:
        made.links.extend(_choices(reading, found, links))


def _choices(reading: Reading, results: dict[int, MarkedResult], links: ResultLinks | None) -> Iterator[Choice]:
    links_of = [result.links for result in results.values()]
    right = [{field: _right(reading, field, named.get(field)) for field in RESULT_FIELDS} for named in links_of]
    read = links.choose(reading, [(n, result.kind) for n, result in results.items()]) if links else right
    askers, names = (contexts.astype(np.float16) for contexts in reading.contexts(list(results)))
    earlier: dict[str, list[Chosen]] = {field: [] for field in RESULT_FIELDS}
    for (n, result), wanted, chosen, asker in zip(results.items(), right, read, askers, strict=True):
        sentence, said = reading.numbers[n][1].sentence, reading.said(n, result.kind)
        for field, things in reading.candidates.items():
            if (thing := wanted[field]) != UNKNOWN:
                told = told_of(earlier[field], sentence, result.kind, things)
                before = (each.features() if each else () for each in told)
                options = [
                    [(field, *feature) for feature in chain(*features)]
                    for features in zip(reading.always[field], said[field], before, strict=True)
                ]
                names_of = [reading.things[each].names if each != NOTHING else () for each in things]
                yield Choice(options, things.index(thing), Asked(field, asker, names, names_of))
            earlier[field].append(Chosen(sentence, result.kind, chosen[field]))


def _right(reading: Reading, field: str, wanted: frozenset[str] | None) -> int:
    """Which candidate is the thing with the wanted names; `UNKNOWN` if the recognizer has not found it."""
    if not wanted:
        return NOTHING
    _, *things = reading.candidates[field]
    for thing in things:
        texts = {name_key(reading.names[n].phrase.text) for n in reading.things[thing].names}
        if not texts.isdisjoint(wanted):
            return thing
    return UNKNOWN


def _looked_for(paper: LabelledPaper, reading: Reading) -> Iterator[MarkedResult]:
    """The rows of a gold paper, each with the first number of its value that no row before it has."""
    free = {number.digits_start: number_of(number.digits) for number, _ in reading.numbers}
    taken: dict[int, str] = {}
    for row in paper.results:
        at = next(
            (start for start, value in free.items() if value == number_of(row.value) and start not in taken), None
        )
        if at is None or row.kind not in KINDS:
            continue
        taken[at] = row.value
        start = next((s for s, value in free.items() if row.start and value == number_of(row.start) and s != at), None)
        links = {field: entity.forms for field in RESULT_FIELDS if (entity := _entity(paper, getattr(row, field)))}
        yield MarkedResult(at, row.kind, links, start)


def _entity(paper: LabelledPaper, name: str | None) -> LabelledEntity | None:
    return next((entity for entity in paper.entities if name and name_key(name) in entity.forms), None)
