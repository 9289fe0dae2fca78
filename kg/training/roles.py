"""The weights of the roles: a linear model, fitted to labelled papers as the recognizer reads them.

What counts is the role of each thing that the recognizer finds and the labels have, too. Gold papers that are set
aside by ``kg.training.labelled`` are not trained on. Marked papers say *mentions* more rarely than gold papers do, so
gold papers have weights of their own beside those of all (H. Daumé III, "Frustratingly easy domain adaptation", 2007);
what ships is the sum of both.
"""

from collections.abc import Iterable, Iterator, Sequence
from multiprocessing import Pool
from typing import NamedTuple

import numpy as np
from spacy.language import Language

from kg.evaluation.labels import LabelledPaper
from kg.extraction.contexts import CONTEXT, contexts_of
from kg.extraction.marked_names import marked
from kg.extraction.paper_doc import field_offsets, make_doc
from kg.extraction.pipeline import COMPONENTS, build_pipeline
from kg.extraction.role_features import features
from kg.extraction.roles import ROLES, roles_of
from kg.extraction.words_around import KindFeature, by_name
from kg.model import Paper
from kg.names import name_key
from kg.training.labelled import cleaned
from kg.training.linear_fit import Contexts, Labelled, Plan, Weights, fit_classes

#: Begins the slots that gold papers have to themselves.
_GOLD = "gold "
#: What every thing has is not drawn to nought.
_PLAN = Plan(free=frozenset({"thing", f"{_GOLD}thing"}), least=0.0)
#: A feature whose weights all stay below it is dropped.
_LEAST = 0.02
#: Things that are less sure than this are not shown by default.
_SURE = 0.4


class RoleExample(NamedTuple):
    """One thing in one paper: its type, its role in the labels, and what speaks for it."""

    type: str
    role: str
    features: tuple[KindFeature, ...]
    contexts: Contexts | None = None
    #: Whether it is from a gold paper.
    gold: bool = False

    def labelled(self) -> Labelled:
        """The same as a class and what speaks for it, of a gold paper once more as such."""
        own = [(kind, f"{_GOLD}{slot}", value) for kind, slot, value in self.features if self.gold]
        columns = [ROLES.index(role) for role in roles_of(self.type)]
        return Labelled([*self.features, *own], ROLES.index(self.role), columns, self.contexts)


def role_examples(papers: Sequence[LabelledPaper], processes: int) -> list[RoleExample]:
    """The things that the recognizer finds in labelled papers, those that the labels have, too."""
    parts = [papers[n : n + 100] for n in range(0, len(papers), 100)]
    with Pool(processes) as pool:
        return [example for examples in pool.imap(_examples, parts) for example in examples]


def _examples(papers: Iterable[LabelledPaper]) -> list[RoleExample]:
    nlp = build_pipeline(COMPONENTS[: COMPONENTS.index("roles")])
    return [example for paper in papers for example in _of_paper(paper, nlp)]


def _of_paper(paper: LabelledPaper, nlp: Language) -> Iterator[RoleExample]:
    paper = cleaned(paper)
    doc = make_doc(nlp, Paper(paper.id, paper.title, paper.abstract))
    for _, component in nlp.pipeline:
        doc = component(doc)
    names = marked(doc)
    for found in features(doc, names, by_name):
        phrases = [names[n].phrase for n in found.mentions]
        role = _role(
            paper,
            found.type,
            {field_offsets(doc, phrase.start_char, phrase.end_char) for phrase in phrases},
            {name_key(phrase.text) for phrase in phrases},
        )
        if role and max(names[n].confidence for n in found.mentions) >= _SURE:
            contexts = Contexts(found.kind, contexts_of(doc, phrases).astype(np.float16))
            yield RoleExample(found.type, role, tuple(found.all), contexts)


def _role(paper: LabelledPaper, type: str, spans: set[object], forms: set[str]) -> str | None:
    """The role of the labelled entity of this type that shares a span with the thing, or a form."""
    of_type = [entity for entity in paper.entities if entity.type == type]
    same = [entity for entity in of_type if not entity.spans.isdisjoint(spans)]
    same = same or [entity for entity in of_type if not entity.forms.isdisjoint(forms)]
    return same[0].role if same else None


def fit_roles(examples: Sequence[RoleExample], seed: int = 0) -> Weights:
    """The features that count and their weights, as of gold papers: a row a feature, a column each of `ROLES`."""
    names, weights = fit_classes([each.labelled() for each in examples], len(ROLES), _PLAN, seed)
    summed: dict[KindFeature, np.ndarray] = {}
    for (kind, slot, value), row in zip(names, weights, strict=True):
        name = kind, slot.removeprefix(_GOLD), value
        summed[name] = summed[name] + row if name in summed else row
    kept = [name for name, row in summed.items() if name[1] == CONTEXT or np.abs(row).max() >= _LEAST]
    return kept, np.array([summed[name] for name in kept]).reshape(len(kept), len(ROLES))
