"""What the graph holds: kinds of nodes and edges, and each attribute with its type.

Exporters take names, types and order of attributes from here, so that one attribute has one type in
every file. An attribute that a node or edge lacks is left out, never empty.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

#: Directed, and each edge keyed by its role: two nodes can have several edges, of different roles.
Graph: TypeAlias = "nx.MultiDiGraph[str]"

PAPER = "PAPER"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of nodes or edges: a plain string, number or boolean."""

    name: str
    type: type[str] | type[int] | type[float] | type[bool]
    description: str


NODE_ATTRIBUTES = (
    Attribute("label", str, "the name of an entity, the title of a paper"),
    Attribute("kind", str, "PAPER, METHOD, BENCHMARK, MODEL, METRIC or a type of your own"),
    Attribute("aliases", str, "entity: its other spellings, joined by '; '"),
    Attribute("papers", int, "entity: how many papers name it"),
    Attribute("inferred", bool, "entity: true where no paper names it and its variants do"),
    Attribute("confidence", float, "entity: the highest confidence of its edges, 0 to 1"),
    Attribute("first_year", int, "entity: year of the first paper that names it"),
    Attribute("last_year", int, "entity: year of the last paper that names it"),
    Attribute("authors", str, "paper: authors, joined by '; '"),
    Attribute("year", int, "paper: year of publication"),
    Attribute("date", str, "paper: date of publication, YYYY-MM-DD or YYYY-MM"),
    Attribute("venue", str, "paper: journal or conference"),
    Attribute("categories", str, "paper: subject categories, joined by '; '"),
    Attribute("keywords", str, "paper: its keywords, joined by '; '"),
    Attribute("citations", int, "paper: how often it was cited, as its source counts"),
    Attribute("arxiv", str, "paper: arXiv id without version"),
    Attribute("doi", str, "paper: digital object identifier"),
    Attribute("url", str, "paper: address of its page"),
    Attribute("code", str, "paper: address of its code"),
    Attribute("language", str, "paper: its language where that is not English, as in ISO 639-1"),
    Attribute("abstract", str, "paper: its abstract"),
    Attribute("community", int, "number of its community, 1 for the largest"),
    Attribute("community_name", str, "the entities that tell its community from others, joined by ' · '"),
    Attribute("centrality", float, "PageRank without regard to direction; all nodes add up to 1"),
    Attribute("x", float, "place on the map, to the right"),
    Attribute("y", float, "place on the map, downwards"),
    Attribute("size", float, "diameter on the map"),
    Attribute("color", str, "colour of its kind, #RRGGBB"),
)

EDGE_ATTRIBUTES = (
    Attribute("role", str, "what the paper does with the entity: PROPOSES, USES, …; between entities VARIANT_OF, …"),
    Attribute("confidence", float, "share of such edges that are right, 0 to 1"),
    Attribute("mentions", int, "how often the paper names the entity"),
    Attribute("papers", int, "between entities: how many papers name the variant, or say the relation"),
    Attribute("shared", int, "between papers: how many things both name"),
    Attribute("npmi", float, "USED_TOGETHER: how far beyond chance, up to 1 for never one without the other"),
    Attribute("found_by", str, "the steps that found it, or what a relation follows from, joined by '; '"),
    Attribute("results", str, "what the paper reports of the entity, joined by '; '"),
    Attribute("result_count", int, "how many results these are"),
    Attribute("evidence", str, "the sentence that the role was read from"),
    Attribute("evidence_start", int, "where the name begins in the evidence, in characters"),
    Attribute("evidence_end", int, "where the name ends in the evidence"),
    Attribute("evidence_field", str, "title or abstract"),
    Attribute("places", str, "all places of the name in the paper, as field:start-end, joined by '; '"),
    Attribute("year", int, "year of the paper; between entities: of the first paper that says so"),
    Attribute("date", str, "date of that paper, YYYY-MM-DD or YYYY-MM"),
)

#: The relation of an entity to the one that it is a variant of.
VARIANT_OF = "VARIANT_OF"
EVALUATED_ON = "EVALUATED_ON"
MEASURED_BY = "MEASURED_BY"
COMPARED_WITH = "COMPARED_WITH"
#: The one relation that holds both ways.
USED_TOGETHER = "USED_TOGETHER"
#: Between entities, the most specific first.
RELATIONS = (VARIANT_OF, EVALUATED_ON, MEASURED_BY, COMPARED_WITH, USED_TOGETHER)
#: Those that follow from what papers say; the map neither is shaped by them nor shows them all.
DERIVED = RELATIONS[1:]
#: In a projection, between entities that a paper names both, and between papers that name one thing.
NAMED_TOGETHER = "NAMED_TOGETHER"
NAMES_THE_SAME = "NAMES_THE_SAME"

#: Colour of each kind of node, told apart by people with any colour vision (Okabe and Ito 2008).
COLORS = {
    PAPER: "#8C96A0",
    "METHOD": "#0072B2",
    "BENCHMARK": "#E69F00",
    "MODEL": "#009E73",
    "METRIC": "#CC79A7",
}
#: Colours of a user's own types, in the order of their names; after the last comes the first again.
MORE_COLORS = ("#D55E00", "#56B4E9", "#882255", "#117733", "#999933", "#332288")


def colors_of(kinds: Iterable[str]) -> dict[str, str]:
    """The colour of each kind of node."""
    own = sorted(set(kinds) - set(COLORS))
    return COLORS | {kind: MORE_COLORS[n % len(MORE_COLORS)] for n, kind in enumerate(own)}
