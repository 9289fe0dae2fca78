"""What the paper does with a thing that it names: a linear model over what stands around its mentions.

It hears features, and what the recognizer's network knows of the words in and around each mention. The weights are
made by ``kg.training.roles``. They add up, so that each mention's share is known, and the sentence that says most for
the role can be shown as its evidence.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.contexts import CONTEXT, name_contexts
from kg.extraction.linear_model import MODEL, LinearModel, read_linear_model
from kg.extraction.marked_names import marked
from kg.extraction.presentations import heads_title
from kg.extraction.remembered_rows import Floats
from kg.extraction.role_features import KINDS, Features, features
from kg.model import EntityType, Role

#: The order of the weights' columns.
ROLES = tuple(Role)
_ANY = (Role.PROPOSES, Role.COMPARES_WITH, Role.USES, Role.MENTIONS)
#: The roles that things of one type alone can have.
_OWN: dict[str, tuple[Role, ...]] = {
    EntityType.BENCHMARK: (Role.EVALUATES_ON,),
    EntityType.METRIC: (Role.REPORTS,),
}
_ROLES = "roles"


class Told(NamedTuple):
    """The role of one mention's thing, and how much this mention says for it: a difference of logarithms."""

    role: Role
    support: float


def roles_of(type: str) -> tuple[Role, ...]:
    """The roles that a thing of this type can have."""
    return (*_ANY, *_OWN.get(type, ()))


_COLUMNS: dict[str, list[int]] = {type: [ROLES.index(role) for role in roles_of(type)] for type in EntityType}
_COLUMNS_OF_ANY = [ROLES.index(role) for role in _ANY]


class Roles:
    """Tells each marked name its role."""

    name = "roles"

    def __init__(self, model: LinearModel) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Write the role of each marked name into the doc."""
        names = marked(doc)
        things = list(features(doc, names, self.model.lookup))
        told = [Told(Role.USES, 0.0)] * len(names)
        contexts = name_contexts(doc, names)
        own = {n for n, name in enumerate(names[:1]) if heads_title(doc, name)}
        for found, of_mentions in zip(things, self.of_things(things, contexts, own), strict=True):
            for n, each in zip(found.mentions, of_mentions, strict=True):
                told[n] = each
        doc.user_data[_ROLES] = told
        return doc

    def of_things(
        self, things: Sequence[Features[int]], contexts: Floats, own: Set[int] = frozenset()
    ) -> Iterator[list[Told]]:
        """The role of each thing, with what each of its mentions says for it; ``contexts``: all mentions × columns.

        Things with a mention among ``own`` are the paper's own.
        """
        if not things:
            return
        # A word that several mentions share counts once, as it did when the weights were made.
        rows = [(found.all, *(found.of_mentions if len(found.mentions) > 1 else ())) for found in things]
        # One sum over all takes a third of the time of one for each.
        sums = self.model.sums(chain.from_iterable(rows))
        heard = self._heard(things, contexts)
        if len(heard):
            sums += _spread(heard, [len(found.mentions) for found in things])
        said = sums.tolist()
        row = 0
        for found, each in zip(things, rows, strict=True):
            role = None if own.isdisjoint(found.mentions) else Role.PROPOSES
            yield _told(found.type, said[row : row + len(each)], role)
            row += len(each)

    def _heard(self, things: Sequence[Features[int]], contexts: Floats) -> Floats:
        """What the contexts say, a row for each mention of one thing after the other."""
        matrix = self.model.matrix(KINDS, CONTEXT)
        if len(matrix) != contexts.shape[1]:  # nobody has read the doc, or nobody has listened to it in training
            return contexts[:0]
        flat = matrix.reshape(len(matrix), len(KINDS) * len(ROLES))
        heard = (contexts @ flat).reshape(len(contexts), len(KINDS), len(ROLES))
        order = [mention for found in things for mention in found.mentions]
        kinds = [KINDS.index(found.kind) for found in things for _ in found.mentions]
        chosen: Floats = heard[order, kinds]
        return chosen


def _spread(heard: Floats, counts: Sequence[int]) -> Floats:
    """What mentions say, a row each, for the rows of their things; ``counts``: so many of each thing.

    A thing has a row, and behind it one for each of its mentions if it has several. Many mentions say more than one,
    but not as much more as they are.
    """
    several = np.array(counts, dtype=np.float32)
    said = heard * np.repeat(several**-0.5, counts)[:, np.newaxis]
    first = list(accumulate(counts, initial=0))[:-1]
    order: list[int] = []
    for thing, (start, count) in enumerate(zip(first, counts, strict=True)):
        order.append(len(said) + thing)
        if count > 1:
            order.extend(range(start, start + count))
    rows: Floats = np.concatenate([said, np.add.reduceat(said, first)])[order]
    return rows


def _told(type: str, said: Sequence[Sequence[float]], role: Role | None = None) -> list[Told]:
    """What is told of a thing's mentions by the sums of the thing and, if it has several, of each of them.

    The sums tell the role, too, where it is not known.
    """
    whole, *by_mention = said
    role = role or ROLES[max(_COLUMNS.get(type, _COLUMNS_OF_ANY), key=whole.__getitem__)]
    column = ROLES.index(role)
    if not by_mention:
        return [Told(role, 0.0)]
    return [Told(role, round(each[column] - sum(each) / len(ROLES), 2)) for each in by_mention]


def told_roles(doc: Doc) -> list[Told]:
    """The roles of the doc's marked names, in their order; USES where nobody has told them."""
    told: list[Told] = doc.user_data.get(_ROLES, [])
    return told or [Told(Role.USES, 0.0)] * len(marked(doc))


@Language.factory("roles")
def make_roles(nlp: Language, name: str) -> Roles:  # noqa: ARG001 (spaCy passes both)
    """Build the component with the weights that come with kg."""
    return Roles(read_linear_model(MODEL / "roles.npz"))
