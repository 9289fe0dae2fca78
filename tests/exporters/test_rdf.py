"""rdflib reads both syntaxes of RDF, finds the same triples in them, and the whole graph in these."""

import json

import networkx as nx
import pytest
import rdflib
from exporters.expected import clean, held
from hypothesis import assume, given, settings
from rdflib import RDF, Literal, URIRef
from strategies import HOSTILE, graphs, hostile_graph

from kg.exporters import json_ld, n_triples
from kg.exporters.resources import PREFIXES, node_iri
from kg.graph.schema import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

SCHEMA, KG, ORKG, CSO = (rdflib.Namespace(PREFIXES[name]) for name in ("schema", "kg", "orkgp", "cso"))
#: Attributes that stand under a term of others.
TERMS = {
    "label": SCHEMA.name,
    "authors": SCHEMA.creditText,
    "url": SCHEMA.url,
    "code": ORKG.HAS_SOURCE_CODE,
    "language": SCHEMA.inLanguage,
    "abstract": SCHEMA.abstract,
}
PARTS = {"aliases": SCHEMA.alternateName, "keywords": SCHEMA.keywords}


@pytest.fixture
def short_hostile_graph():
    """The hostile graph without texts that take rdflib seconds to read where they stand in addresses."""
    return hostile_graph([text for text in HOSTILE if len(text) < 1000])


@pytest.fixture(params=["example_graph", "short_hostile_graph"])
def graph(request):
    """A graph to write."""
    return request.getfixturevalue(request.param)


def triples(graph, folder):
    """What rdflib reads from the N-Triples."""
    n_triples.write(graph, folder / "g.nt")
    return rdflib.Graph().parse(folder / "g.nt")


def known(read, subject, schema):
    """The schema's attributes of a resource; those with several values as a set."""
    values = {}
    for each in schema:
        if each.name in PARTS:
            found = {str(part) for part in read.objects(subject, PARTS[each.name])}
        else:
            found = read.value(subject, TERMS.get(each.name, KG[each.name]))
            if each.name == "date" and found is None:
                found = read.value(subject, SCHEMA.datePublished)
        if found is not None and found != set():
            values[each.name] = found if isinstance(found, set) else _plain(found, each.type)
    return values


def _plain(literal, type_):
    if type_ is str:
        return str(literal)
    return type_(literal.value) if type_ is bool else type_(str(literal))


def in_parts(attributes):
    """Expected attributes, with a set where there are several values."""
    split = {name: set(filter(None, value.split("; "))) for name, value in attributes.items() if name in PARTS}
    return {name: value for name, value in (attributes | split).items() if value != set()}


def assert_holds(read, graph):
    """Each node and edge is there with each attribute."""
    expected = held(graph)
    for node, attributes in expected.nodes.items():
        assert known(read, URIRef(node_iri(node)), NODE_ATTRIBUTES) == in_parts(attributes)
    statements = {}
    for statement in read.subjects(RDF.type, RDF.Statement):
        ends = (read.value(statement, RDF.subject), read.value(statement, RDF.object))
        role = str(read.value(statement, KG.role))
        assert (ends[0], read.value(statement, RDF.predicate), ends[1]) in read
        statements[*map(str, ends), role] = known(read, statement, EDGE_ATTRIBUTES)
    assert statements == {
        (node_iri(source), node_iri(target), role): attributes
        for (source, target, role), attributes in expected.edges.items()
    }


def test_rdflib_finds_the_whole_graph(graph, tmp_path):
    """Every node and every edge, as a triple and as a statement, has all its attributes and text."""
    assert_holds(triples(graph, tmp_path), graph)


def test_long_text_comes_back(tmp_path):
    """An abstract of 100,000 characters is one literal."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:a", kind="PAPER", abstract=max(HOSTILE, key=len))
    assert_holds(triples(graph, tmp_path), graph)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("of", ["example_graph", "short_hostile_graph"])
def test_both_syntaxes_say_the_same(of, request, tmp_path):
    """N-Triples and JSON-LD are one set of triples."""
    graph = request.getfixturevalue(of)
    json_ld.write(graph, tmp_path / "g.jsonld")
    read = rdflib.Graph().parse(tmp_path / "g.jsonld", format="json-ld")
    assert set(read) == set(triples(graph, tmp_path))


def test_fractions_say_that_they_are(example_graph, tmp_path):
    """JSON-LD takes a bare 1.0 for an integer, so that a fraction always has its type beside it."""
    json_ld.write(example_graph, tmp_path / "g.jsonld")
    objects = json.loads((tmp_path / "g.jsonld").read_text(encoding="utf-8"))["@graph"]
    values = [value for each in objects for values in each.values() if isinstance(values, list) for value in values]
    assert not any(isinstance(value, float) for value in values)
    assert {"@value": "8.0", "@type": "xsd:double"} in values


def test_things_have_the_classes_of_others(example_graph, tmp_path):
    """Papers are scholarly articles, benchmarks data sets, and so forth, for schema.org, ORKG and CSO."""
    read = triples(example_graph, tmp_path)
    kinds = {kind: next(n for n, k in example_graph.nodes(data="kind") if k == kind) for kind in ("PAPER", "BENCHMARK")}
    assert (URIRef(node_iri(kinds["PAPER"])), RDF.type, SCHEMA.ScholarlyArticle) in read
    assert (URIRef(node_iri(kinds["BENCHMARK"])), RDF.type, URIRef(PREFIXES["orkgc"] + "Dataset")) in read
    papers = sum(kind == "PAPER" for _, kind in example_graph.nodes(data="kind"))
    assert len(list(read.subjects(RDF.type, SCHEMA.ScholarlyArticle))) == papers


def test_variants_are_topics_below_their_family(tmp_path):
    """CSO's word says the relation from the family's side."""
    graph = nx.MultiDiGraph()
    graph.add_edge("model:llama-2", "model:llama", key="VARIANT_OF", role="VARIANT_OF")
    read = triples(graph, tmp_path)
    assert (URIRef("urn:kg:model:llama"), CSO.superTopicOf, URIRef("urn:kg:model:llama-2")) in read


def test_papers_are_the_same_as_elsewhere(tmp_path):
    """DOI and arXiv id lead to the paper in the web of data."""
    graph = nx.MultiDiGraph()
    graph.add_node("paper:a", kind="PAPER", doi="10.1/x<y>", arxiv="cs/0112017", date="2024-02-30")
    graph.add_node("paper:b", kind="PAPER", date="2024-02-29")
    read = triples(graph, tmp_path)
    same = {str(each) for each in read.objects(URIRef("urn:kg:paper:a"), SCHEMA.sameAs)}
    assert same == {"https://doi.org/10.1/x%3Cy%3E", "https://arxiv.org/abs/cs/0112017"}
    assert read.value(URIRef("urn:kg:paper:b"), SCHEMA.datePublished) == Literal("2024-02-29", datatype=rdflib.XSD.date)
    assert read.value(URIRef("urn:kg:paper:a"), SCHEMA.datePublished) is None
    assert str(read.value(URIRef("urn:kg:paper:a"), KG.date)) == "2024-02-30"


def test_results_are_observations(example_graph, tmp_path):
    """Each reported result is there with its value, and tied to its paper and the things it names."""
    benchmark = next(node for node, kind in example_graph.nodes(data="kind") if kind == "BENCHMARK")
    paper = next(iter(example_graph)).removeprefix("paper:")
    label = example_graph.nodes[benchmark]["label"]
    example_graph.graph["results"] = [{"paper": paper, "value": v, "benchmark": label} for v in ("1", "2")]
    read = triples(example_graph, tmp_path)
    observations = sorted(read.subjects(RDF.type, SCHEMA.Observation))
    assert [str(read.value(each, SCHEMA.value)) for each in observations] == ["1", "2"]
    for each in observations:
        assert read.value(each, SCHEMA.isPartOf) == URIRef(node_iri(f"paper:{paper}"))
        assert read.value(each, ORKG.HAS_DATASET) == URIRef(node_iri(benchmark))


def test_hostile_results_keep_their_text(short_hostile_graph, tmp_path):
    """Whatever a metric is called, its name comes back."""
    read = triples(short_hostile_graph, tmp_path)
    names = {
        str(name) for each in read.subjects(RDF.type, SCHEMA.Observation) for name in read.objects(each, KG.metric)
    }
    assert names == {clean(row["metric"]) for row in short_hostile_graph.graph["results"]}


@settings(deadline=None, max_examples=8)
@given(graph=graphs())
def test_any_graph_is_read_back(graph, tmp_path_factory):
    """Whatever a graph holds, rdflib finds each node, edge and attribute."""
    # A role called like an attribute would stand under its term; kg's roles are in capitals.
    assume({each.name for each in NODE_ATTRIBUTES}.isdisjoint(clean(role) for *_, role in graph.edges(keys=True)))
    assert_holds(triples(graph, tmp_path_factory.mktemp("g")), graph)
