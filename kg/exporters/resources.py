"""The graph as RDF resources, for every syntax of RDF.

The words are schema.org's where they fit; ORKG's (https://orkg.org) for paper, dataset, model and metric; CSO's
(https://cso.kmi.open.ac.uk) for methods and what a family is to its variants; and for the rest terms of our own,
``urn:kg:term:``, named as in `kg.graph.schema`. An edge is a triple, and again an rdf:Statement that carries its
sentence and all else; a reported result is a schema:Observation.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote

from kg.exporters.rows import EdgeRow, NodeRow, Value, edge_rows, named_node, node_rows, result_rows
from kg.graph.ids import is_paper_id, paper_id
from kg.graph.schema import PAPER, VARIANT_OF, Graph

PREFIXES = {
    "cso": "http://cso.kmi.open.ac.uk/schema/cso#",
    "kg": "urn:kg:term:",
    "orkgc": "http://orkg.org/orkg/class/",
    "orkgp": "http://orkg.org/orkg/predicate/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: Kind of a node → its classes.
_CLASSES = {
    PAPER: ("schema:ScholarlyArticle", "orkgc:Paper"),
    "METHOD": ("schema:DefinedTerm", "cso:Topic"),
    "BENCHMARK": ("schema:Dataset", "orkgc:Dataset"),
    "MODEL": ("schema:SoftwareApplication", "orkgc:Model"),
    "METRIC": ("schema:DefinedTerm", "orkgc:Metric"),
}
_OWN_CLASS = ("schema:DefinedTerm",)
#: Attribute → a term that says the same; the others are terms of our own.
_TERMS = {
    "label": "schema:name",
    "authors": "schema:creditText",
    "url": "schema:url",
    "code": "orkgp:HAS_SOURCE_CODE",
    "language": "schema:inLanguage",
    "abstract": "schema:abstract",
}
#: Attributes that hold several values, and the term for each of these.
_PARTS = {"aliases": "schema:alternateName", "authors": "schema:author", "keywords": "schema:keywords"}
#: What a paper does with a thing, in words that others know, too.
_ALSO = {"PROPOSES": "schema:about"}
_MENTIONS = "schema:mentions"
#: Field of a result → the term that ties the result to what it names.
_FIELDS = {
    "metric": "orkgp:HAS_METRIC",
    "benchmark": "orkgp:HAS_DATASET",
    "subject": "schema:observationAbout",
    "baseline": "kg:comparedTo",
}


class Iri(str):
    """An IRI, whole or shortened by one of PREFIXES."""

    __slots__ = ()


class Date(str):
    """A calendar date, YYYY-MM-DD."""

    __slots__ = ()


Object = Iri | Date | Value


class Property(NamedTuple):
    """What is said of a resource: a term, shortened by one of PREFIXES, and its value."""

    term: str
    value: Object


@dataclass(slots=True)
class Resource:
    """A thing, its classes, and what is said of it."""

    iri: Iri
    classes: tuple[str, ...]
    properties: list[Property] = field(default_factory=list)


def resources(graph: Graph) -> Iterator[Resource]:
    """Nodes, then edges, then results, each in the order of the graph."""
    yield from map(_node, node_rows(graph))
    for edge in edge_rows(graph):
        yield from _triples(edge)
        yield _statement(edge)
    yield from _results(graph)


def node_iri(node: str) -> Iri:
    """The IRI of a node, which depends on nothing but its id."""
    return Iri(f"urn:kg:{quote(node, safe=':')}")


def whole(term: str) -> str:
    """The term with its prefix written out."""
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name


def _node(node: NodeRow) -> Resource:
    classes = _CLASSES.get(str(node.attributes.get("kind")), _OWN_CLASS)
    said = Resource(node_iri(node.id), classes, list(_properties(node.attributes)))
    if "arxiv" in node.attributes:
        said.properties.append(Property("schema:sameAs", _address("https://arxiv.org/abs/", node.attributes["arxiv"])))
    if "doi" in node.attributes:
        said.properties.append(Property("schema:sameAs", _address("https://doi.org/", node.attributes["doi"])))
    return said


def _triples(edge: EdgeRow) -> Iterator[Resource]:
    """The edge as a triple in our own word, and in those of others that fit."""
    source, target = node_iri(edge.source), node_iri(edge.target)
    said = [Property(_role_term(edge.role), target)]
    if is_paper_id(edge.source):
        said += [Property(term, target) for term in (_MENTIONS, _ALSO.get(edge.role)) if term]
    yield Resource(source, (), said)
    if edge.role == VARIANT_OF:
        yield Resource(target, (), [Property("cso:superTopicOf", source)])


def _statement(edge: EdgeRow) -> Resource:
    said = Resource(Iri(f"urn:kg:edge:{quote(edge.id, safe=':')}"), ("rdf:Statement",))
    said.properties = [
        Property("rdf:subject", node_iri(edge.source)),
        Property("rdf:predicate", Iri(_role_term(edge.role))),
        Property("rdf:object", node_iri(edge.target)),
        *_properties(edge.attributes),
    ]
    return said


def _role_term(role: str) -> str:
    return f"kg:{quote(role, safe='')}"


def _properties(attributes: Mapping[str, Value]) -> Iterator[Property]:
    for name, value in attributes.items():
        if name in _PARTS:
            yield from (Property(_PARTS[name], part) for part in str(value).split("; ") if part)
        if name == "date" and _is_date(str(value)):
            yield Property("schema:datePublished", Date(value))
        elif name not in _PARTS or name in _TERMS:
            yield Property(_TERMS.get(name, f"kg:{name}"), value)


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _address(start: str, name: Value) -> Iri:
    return Iri(start + quote(str(name), safe="/:;.()"))


def _results(graph: Graph) -> Iterator[Resource]:
    count = Counter[str]()
    for row in result_rows(graph):
        paper = paper_id(str(row["paper"]))
        count[paper] += 1
        said = Resource(Iri(f"{node_iri(paper)}:result:{count[paper]}"), ("schema:Observation",))
        said.properties = [Property("schema:isPartOf", node_iri(paper)), *_result_properties(graph, row)]
        yield said


def _result_properties(graph: Graph, row: Mapping[str, Value]) -> Iterator[Property]:
    ties = {field: (node, term) for field, term in _FIELDS.items() if (node := named_node(graph, row, field))}
    for name, value in row.items():
        if name in ties:
            node, term = ties[name]
            yield Property(term, node_iri(node))
        yield Property("schema:value" if name == "value" else f"kg:{name}", value)
