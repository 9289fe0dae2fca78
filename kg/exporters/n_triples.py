"""RDF as N-Triples, a triple a line: https://www.w3.org/TR/n-triples/

`kg.exporters.resources` says which vocabularies are used.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kg.exporters.resources import PREFIXES, Date, Iri, Object, Resource, resources, whole
from kg.exporters.rows import written
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "ntriples"
FILE = "graph.nt"
DESCRIPTION = "the same RDF as N-Triples, a triple a line"

_XSD = {int: "integer", float: "double", bool: "boolean", Date: "date"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        for resource in resources(graph):
            stream.writelines(_lines(resource))


def _lines(resource: Resource) -> Iterator[str]:
    subject = _iri(resource.iri)
    for name in resource.classes:
        yield f"{subject} <{whole('rdf:type')}> <{whole(name)}> .\n"
    for term, value in resource.properties:
        yield f"{subject} <{whole(term)}> {_object(value)} .\n"


def _object(value: Object) -> str:
    if isinstance(value, Iri):
        return _iri(value)
    literal = f'"{_TO_ESCAPE.sub(_escape, written(value))}"'
    type = _XSD.get(value.__class__)
    return f"{literal}^^<{whole(f'xsd:{type}')}>" if type else literal


def _iri(iri: Iri) -> str:
    return f"<{whole(iri) if iri.partition(':')[0] in PREFIXES else iri}>"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
