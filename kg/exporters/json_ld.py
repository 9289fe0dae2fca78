"""RDF as JSON-LD 1.1, an object a line: https://www.w3.org/TR/json-ld11/

The context stands in the file, so that nothing is fetched to read it. `kg.exporters.resources` says which vocabularies
are used.
"""

from pathlib import Path
from typing import Any

from kg.exporters.json_stream import write_json
from kg.exporters.resources import PREFIXES, Date, Iri, Object, Resource, resources
from kg.files import whole_file
from kg.graph.schema import Graph

NAME = "jsonld"
FILE = "graph.jsonld"
DESCRIPTION = "RDF as JSON-LD, in the words of schema.org, ORKG and CSO"


def write(graph: Graph, path: Path) -> None:
    """Write the graph to ``path``, whole or not at all; the graph is not changed. Raises OutputError."""
    with whole_file(path) as stream:
        write_json({"@context": PREFIXES, "@graph": map(_object_of, resources(graph))}, stream)
        stream.write("\n")


def _object_of(resource: Resource) -> dict[str, Any]:
    made: dict[str, Any] = {"@id": resource.iri}
    if resource.classes:
        made["@type"] = list(resource.classes)
    for term, value in resource.properties:
        made.setdefault(term, []).append(_value(value))
    return made


def _value(value: Object) -> Any:
    if isinstance(value, Iri):
        return {"@id": value}
    if isinstance(value, Date):
        return {"@value": value, "@type": "xsd:date"}
    if isinstance(value, float):
        # A number without a fraction would be read as an integer.
        return {"@value": repr(value), "@type": "xsd:double"}
    return value
