"""Papers and their entities → a directed networkx graph; `kg.graph.schema` lists its attributes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

import networkx as nx

from kg.graph.ids import entity_id, paper_id
from kg.graph.relations import Relation, find_relations
from kg.graph.result_rows import row_text, rows_by_thing
from kg.graph.schema import COLORS, PAPER, VARIANT_OF, Graph, colors_of
from kg.model import Entity, Mention, Paper, PaperEntities, Result, Variant
from kg.names import name_key, one_line
from kg.readers.identifiers import arxiv_id

Attributes = dict[str, Any]


def assemble(papers: Iterable[PaperEntities], variants: Iterable[Variant] = ()) -> Graph:
    """Make the graph: nodes PAPER and the entity types, edges paper → entity and entity → entity, ordered by ids.

    Each edge is keyed by its role, so that several relations of one pair stay apart.

    Ids are readable and depend on nothing but the node itself: ``paper:`` with the paper's id, else the
    type and the name, as in ``method:proximal-policy-optimization``.
    """
    papers = sorted(papers, key=lambda paper: paper.paper.id)
    named: dict[str, list[tuple[Paper, Entity]]] = defaultdict(list)
    for paper in papers:
        for entity in paper.entities:
            named[entity_id(entity.type, entity.name)].append((paper.paper, entity))
    families = sorted(variants)
    nodes = {node: _entity_attributes(uses) for node, uses in named.items()}
    for family in families:
        nodes.setdefault(entity_id(family.type, family.parent), _inferred(family))
    colors = colors_of(attributes["kind"] for attributes in nodes.values())
    graph: Graph = nx.MultiDiGraph()
    for paper in papers:
        graph.add_node(paper_id(paper.paper.id), **_known(_paper_attributes(paper.paper)))
    for node in sorted(nodes):
        graph.add_node(node, **nodes[node], color=colors[nodes[node]["kind"]])
    for paper in papers:
        _add_edges(graph, paper)
    # In the order in which the graph lists its edges, so that one that is read back from a file is the same throughout.
    for source, target, attributes in sorted(_between_entities(graph, families, papers), key=itemgetter(0)):
        _add_edge(graph, source, target, attributes)
    return graph


def _between_entities(
    graph: Graph, families: Iterable[Variant], papers: Iterable[PaperEntities]
) -> Iterator[tuple[str, str, Attributes]]:
    """Source, target and attributes of the edges that no paper has."""
    for family in families:
        source, target = (entity_id(family.type, name) for name in (family.name, family.parent))
        count = graph.nodes[source].get("papers", 0)
        yield source, target, {"role": VARIANT_OF, "papers": count, "found_by": family.found_by}
    for relation in find_relations(papers):
        yield entity_id(*relation.source), entity_id(*relation.target), _relation_attributes(relation)


def _add_edge(graph: Graph, source: str, target: str, attributes: Attributes) -> None:
    graph.add_edge(source, target, key=attributes["role"], **_known(attributes))


def _add_edges(graph: Graph, paper: PaperEntities) -> None:
    """Draw the edges of one paper to its entities."""
    rows = rows_by_thing(paper)
    for entity in sorted(paper.entities, key=lambda entity: entity_id(entity.type, entity.name)):
        attributes = _edge_attributes(paper.paper, entity) | _reported(rows.get((entity.type, entity.name), []))
        _add_edge(graph, paper_id(paper.paper.id), entity_id(entity.type, entity.name), attributes)


def _inferred(variant: Variant) -> Attributes:
    """Attributes of a family that no paper names."""
    return {"label": variant.parent, "kind": str(variant.type), "papers": 0, "inferred": True}


def _known(attributes: Attributes) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None and value != ""}


def _paper_attributes(paper: Paper) -> Attributes:
    return {
        "label": one_line(paper.title),
        "kind": PAPER,
        "authors": "; ".join(paper.authors),
        "year": paper.year,
        "date": paper.date,
        "venue": paper.venue,
        "keywords": "; ".join(paper.keywords),
        "citations": paper.citations,
        "arxiv": arxiv_id(paper),
        "code": paper.code,
        "language": paper.language,
        "categories": "; ".join(paper.categories),
        "doi": paper.doi,
        "url": paper.url,
        "abstract": paper.abstract,
        "color": COLORS[PAPER],
    }


def _entity_attributes(uses: list[tuple[Paper, Entity]]) -> Attributes:
    """Attributes of one thing from its entities in all papers."""
    entities = [entity for _, entity in uses]
    years = [paper.year for paper, _ in uses if paper.year]
    first = entities[0]
    forms = {one_line(mention.text) for entity in entities for mention in entity.mentions} - {first.name}
    return _known(
        {
            "label": first.name,
            "kind": str(first.type),
            "aliases": "; ".join(sorted(forms, key=lambda form: (name_key(form), form))),
            "papers": len(entities),
            "confidence": max(entity.confidence for entity in entities),
            "first_year": min(years, default=None),
            "last_year": max(years, default=None),
        }
    )


def _edge_attributes(paper: Paper, entity: Entity) -> Attributes:
    evidence, start, end = _sentence(paper, entity.evidence)
    return {
        "role": entity.role.value,
        "confidence": entity.confidence,
        "mentions": len(entity.mentions),
        "found_by": "; ".join(sorted({mention.found_by for mention in entity.mentions})),
        "evidence": evidence,
        "evidence_start": start,
        "evidence_end": end,
        "evidence_field": entity.evidence.field,
        "places": "; ".join(f"{field}:{start}-{end}" for field, start, end in _places(entity)),
        "year": paper.year,
        "date": paper.date,
    }


def _reported(rows: list[Result]) -> Attributes:
    return {"results": "; ".join(map(row_text, rows)), "result_count": len(rows)} if rows else {}


def _relation_attributes(relation: Relation) -> Attributes:
    return {
        "role": relation.relation,
        "papers": relation.papers,
        "npmi": relation.weight,
        "found_by": relation.how,
        "year": int(relation.first[:4]) if relation.first else None,
        "date": relation.first if relation.first and len(relation.first) > 4 else None,
    }


def _places(entity: Entity) -> list[tuple[str, int, int]]:
    places = ((mention.field, mention.start, mention.end) for mention in entity.mentions)
    return sorted(set(places), key=lambda place: (place[0] != "title", *place[1:]))


def _sentence(paper: Paper, mention: Mention) -> tuple[str, int, int]:
    """The sentence around a mention on one line, and where the name stands in it."""
    text = paper.text(mention.field)
    begin, stop = mention.sentence
    before, name, behind = (
        text[begin : mention.start],
        one_line(mention.text),
        text[mention.end : max(stop, mention.end)],
    )
    before = one_line(before) + (" " if before[-1:].isspace() else "")
    behind = (" " if behind[:1].isspace() else "") + one_line(behind)
    return before + name + behind, len(before), len(before) + len(name)
