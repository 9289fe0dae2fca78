"""What is a variant of what: *Llama 3.1 70B* of *Llama 3.1*, *token-level DPO* of *DPO*, *MMLU-Pro* of *MMLU*.

Two things tell: the grammar of versioned names, and a name that ends (a benchmark's: begins) with another one. Only
the nearest step is drawn; the further ones follow from it.
"""

import re
from collections.abc import Iterable, Iterator

from kg.model import EntityType, Variant
from kg.resolution.agreement import loosest_key
from kg.resolution.lexicon_names import lexicon_name
from kg.resolution.name_grammar import Kind, ends_in_known_part, parent_names, parts_of
from kg.resolution.surface import spelling_key
from kg.resolution.word_forms import SMALL_WORDS

#: How it came about, as it stands on the edge.
_BY_GRAMMAR, _BY_WORDS = "name_grammar", "name_words"
#: A method is called a version only by a *v*; a number behind it may be anything.
_METHOD_VERSION = re.compile(r"[vV]\d+(?:\.\d+)*$")
_SHORTEST_FAMILY = 2
#: What papers may call a thing of their own, and no name of others' things.
_NO_FAMILY = frozenset(
    "agent algorithm approach benchmark corpus data dataset framework method metric model module net network our ours"
    " pipeline score system task tool".split()
)
_LETTERS = re.compile(r"[^A-Za-z]")
#: What a name may end with that makes it a version of what stands before.
_ENDINGS: dict[str, tuple[Kind, ...]] = {
    EntityType.BENCHMARK: (Kind.VERSION, Kind.SIZE, Kind.DATE),
    EntityType.METHOD: (Kind.VERSION,),
}

#: Type and loosest key.
_Key = tuple[str, str]


class _Names:
    """The names that there are: those of the graph, those made on the way, and those of the lexicons."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.there: dict[_Key, str] = {}
        # Of names with one key a lexicon's is the family.
        for type, name in sorted(names, key=lambda pair: (not _is_in_lexicon(*pair), pair)):
            if name.startswith(("-", "\\")) or _LETTERS.sub("", name).lower() in _NO_FAMILY:
                # What is left of a formula, as of $Q$-learning, a macro, or a mere noun is above nothing.
                continue
            self.there.setdefault((type, loosest_key(name, type)), name)

    def of(self, type: str, text: str) -> str | None:
        """The name in the graph, else in the lexicons, that the text is a spelling of."""
        key = type, loosest_key(text, type)
        return self.there.get(key) or lexicon_name(text, type)


def _is_in_lexicon(type: str, name: str) -> bool:
    return lexicon_name(name, type) == name


def find_variants(names: Iterable[tuple[str, str]]) -> list[Variant]:
    """For each type and name the name one step above it; sorted. Names that no paper has may be among these."""
    by_spelling = {(type, spelling_key(name)): (type, name) for type, name in sorted(names, reverse=True)}
    waiting = sorted(by_spelling.values(), reverse=True)
    known = _Names(waiting)
    found: dict[tuple[str, str], Variant] = {}
    while waiting:
        type, name = waiting.pop()
        variant = _variant(type, name, known)
        if variant is None or _is_above(type, variant.name, variant.parent, found):
            continue
        found[type, name] = variant
        parent_key = type, loosest_key(variant.parent, type)
        if parent_key not in known.there:
            known.there[parent_key] = variant.parent
            waiting.append((type, variant.parent))
    return sorted(found.values())


def _variant(type: str, name: str, known: _Names) -> Variant | None:
    for parent in _above(type, name):
        there = known.of(type, parent)
        if there != name and (there or _may_be_made(type, name, parent)):
            return Variant(type, name, there or parent, _BY_GRAMMAR)
    for part in _parts(type, name):
        there = known.of(type, part)
        if there and there != name:
            return Variant(type, name, there, _BY_WORDS)
    return None


def _above(type: str, name: str) -> Iterator[str]:
    """What the grammar says that the name is a version of, the nearest first."""
    if type == EntityType.MODEL:
        yield from parent_names(name)
    elif endings := _ENDINGS.get(type):
        parts = sorted(parts_of(name), key=lambda part: part.start)
        if len(parts) > 1 and parts[-1].kind in endings:
            yield name[: parts[-1].start].rstrip(" -_:")


def _may_be_made(type: str, name: str, parent: str) -> bool:
    """Whether the grammar alone is enough to make a node."""
    if sum(letter.isalpha() for letter in parent) < _SHORTEST_FAMILY:
        return False
    if type == EntityType.MODEL:
        return ends_in_known_part(name)
    return type != EntityType.METHOD or _METHOD_VERSION.search(name) is not None


def _parts(type: str, name: str) -> Iterator[str]:
    """What the name ends with, the longest first; of a benchmark what it begins with, hyphens parting too."""
    if type == EntityType.BENCHMARK:
        if name.endswith("+"):
            yield name.rstrip("+")
        ends = [match.start() for match in re.finditer(r"[\s-]", name)]
        yield from (name[:end] for end in reversed(ends) if end >= _SHORTEST_FAMILY)
    elif type in (EntityType.METHOD, EntityType.MODEL):
        for match in re.finditer(r"(\S+)\s", name):
            # *Reinforcement Learning via Self-Play* is no kind of self-play.
            if match[1].lower() not in SMALL_WORDS:
                yield name[match.end() :]


def _is_above(type: str, name: str, parent: str, found: dict[tuple[str, str], Variant]) -> bool:
    """Whether ``name`` stands above ``parent``, so that one more step would close a ring."""
    while step := found.get((type, parent)):
        parent = step.parent
        if parent == name:
            return True
    return parent == name
