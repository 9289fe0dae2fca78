"""What a user says of the part of a graph that is wanted: ``kind=METHOD,MODEL``, ``year=2023-2025``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.errors import InputError
from kg.graph.schema import Graph
from kg.names import did_you_mean, listed, name_key, nearest

#: What a condition may speak of, and how it looks.
FIELDS = {
    "kind": "kind=METHOD,MODEL",
    "role": "role=PROPOSES",
    "year": "year=2023-2025",
    "community": "community=1",
    "ego": "ego=method:q-learning",
}
_YEARS = re.compile(r"(?P<first>\d{4})?(?P<dash>-)?(?P<last>\d{4})?")

#: First and last year of a span, both in it.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Conditions:
    """All conditions together; an empty tuple asks for nothing, and each set in one has to be met."""

    #: Sets of kinds, of roles, of numbers of communities.
    kinds: tuple[frozenset[str], ...] = ()
    roles: tuple[frozenset[str], ...] = ()
    communities: tuple[frozenset[int], ...] = ()
    years: tuple[tuple[Span, ...], ...] = ()
    #: Sets of nodes around which the graph is wanted.
    egos: tuple[frozenset[str], ...] = ()


@dataclass(slots=True)
class _Found:
    kind: list[frozenset[str]] = field(default_factory=list)
    role: list[frozenset[str]] = field(default_factory=list)
    year: list[tuple[Span, ...]] = field(default_factory=list)
    community: list[frozenset[int]] = field(default_factory=list)
    ego: list[frozenset[str]] = field(default_factory=list)


def read_conditions(texts: Iterable[str], graph: Graph) -> Conditions:
    """Read conditions on this graph; several values of one, joined by commas, are alternatives.

    Raises InputError, which names what is possible, where a field or a value is unknown.
    """
    found = _Found()
    for text in texts:
        name, value = _parts(text)
        values = [one.strip() for one in value.split(",") if one.strip()]
        match name:
            case "kind":
                found.kind.append(_known(text, name, values, _kinds(graph)))
            case "role":
                found.role.append(_known(text, name, values, _roles(graph)))
            case "year":
                found.year.append(tuple(_span(text, one) for one in values))
            case "community":
                found.community.append(frozenset(_community(text, one, graph) for one in values))
            case "ego":
                # A name may hold commas.
                egos = [value] if _called(value, graph) else values
                found.ego.append(frozenset(_ego(text, one, graph) for one in egos))
    return Conditions(tuple(found.kind), tuple(found.role), tuple(found.community), tuple(found.year), tuple(found.ego))


def in_spans(year: int | None, spans: Iterable[Span]) -> bool:
    """Whether the year is known and lies in one of the spans."""
    return year is not None and any(first <= year <= last for first, last in spans)


def _parts(text: str) -> tuple[str, str]:
    name, _, value = (part.strip() for part in text.partition("="))
    name = name.lower()
    if name not in FIELDS:
        raise InputError(f"--where {text}: no condition is called {name!r}; {did_you_mean(name, FIELDS)}")
    if not value.strip(", "):
        raise InputError(f"--where {text}: it has no value; write it like {FIELDS[name]}")
    return name, value


def _kinds(graph: Graph) -> list[str]:
    return sorted({str(node["kind"]) for node in graph.nodes.values() if "kind" in node})


def _roles(graph: Graph) -> list[str]:
    return sorted({role for _, _, role in graph.edges(keys=True)})


def _community(text: str, value: str, graph: Graph) -> int:
    numbers = {node["community"] for node in graph.nodes.values() if "community" in node}
    if value.isdecimal() and int(value) in numbers:
        return int(value)
    there = f"they are {min(numbers):,} to {max(numbers):,}" if numbers else "there is none"
    raise InputError(f"--where {text}: no community in this graph has the number {value!r}; {there}")


def _known(text: str, what: str, values: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    by_key = {one.casefold(): one for one in known}
    for value in values:
        if value.casefold() not in by_key:
            there = did_you_mean(value, by_key.values())
            raise InputError(f"--where {text}: no {what} in this graph is {value!r}; {there}")
    return frozenset(by_key[value.casefold()] for value in values)


def _span(text: str, value: str) -> Span:
    match = _YEARS.fullmatch(value)
    if not match or not (match["first"] or match["last"]) or (match["last"] and not match["dash"]):
        raise InputError(f"--where {text}: {value!r} is no year; write 2024, 2023-2025, 2023- or -2020")
    first, last = int(match["first"] or 0), int(match["last"] or 9999)
    if not match["dash"]:
        last = first
    if first > last:
        raise InputError(f"--where {text}: {first} is after {last}")
    return first, last


def _ego(text: str, value: str, graph: Graph) -> str:
    found = _called(value, graph)
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"--where {text}: {value!r} may be {listed(found, 'or')}: name one of them by its id")
    # Of spellings that differ in case alone the last is proposed.
    ids = list(graph) if ":" in value else []
    names = [alias for node in graph.nodes.values() for alias in _aliases(node)] + ids
    names += [str(node.get("label", "")) for node in graph.nodes.values()]
    near = nearest(value, names)
    hint = f"did you mean {listed(near, 'or')}?" if near else "write its name, or its id like method:q-learning"
    raise InputError(f"--where {text}: no node is called {value!r}; {hint}")


def _called(value: str, graph: Graph) -> list[str]:
    """The node with this id, or else those with this label, or else this alias, in any spelling."""
    if value in graph:
        return [value]
    key = name_key(value)
    if not key:  # marks alone are the name of nothing
        return []
    labelled = [node for node, data in graph.nodes.items() if name_key(str(data.get("label", ""))) == key]
    return labelled or [node for node, data in graph.nodes.items() if key in map(name_key, _aliases(data))]


def _aliases(data: Mapping[str, Any]) -> list[str]:
    return list(filter(None, str(data.get("aliases", "")).split("; ")))
