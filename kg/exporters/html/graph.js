'use strict';

/** So many relations of a chosen entity are drawn; those of a hub would cover the map. */
const MOST_LIT_RELATIONS = 20;

/** Reads the graph that the page carries and ties each node to its edges. */
function readGraph() {
  const { nodes, edges, options } = JSON.parse(document.getElementById('graph').textContent);
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const edgesOf = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    edgesOf.get(edge.from).push(edge);
    edgesOf.get(edge.to).push(edge);
  }
  const lines = edges.filter((edge) => !isRelation(edge)).length;
  return { nodes, edges, lines, options, nodeById, edgeById, edgesOf, kinds: kindsOf(nodes) };
}

/** The kinds that the nodes have, each with its look and how many nodes it has. */
function kindsOf(nodes) {
  const kinds = new Map();
  for (const { kind, shape, color } of nodes) {
    if (!kinds.has(kind)) kinds.set(kind, { name: kind, shape, color, count: 0 });
    kinds.get(kind).count += 1;
  }
  return [...kinds.values()].sort((one, other) => kindRank(one.name) - kindRank(other.name));
}

/** The place of a kind in lists of kinds; unknown kinds come last. */
function kindRank(kind) {
  const rank = Object.keys(TEXT.kinds).indexOf(kind);
  return rank < 0 ? Infinity : rank;
}

/** The place of a role in lists of roles, the strongest first. */
function roleRank(role) {
  const rank = Object.keys(TEXT.roles).indexOf(role);
  return rank < 0 ? Infinity : rank;
}

/** The node at the other end of an edge. */
function otherEnd(graph, edge, node) {
  return graph.nodeById.get(edge.from === node.id ? edge.to : edge.from);
}

/** Whether an edge is one of the many between entities that the map draws only in the light. */
function isRelation(edge) {
  return own(TEXT.relations, edge.role) !== undefined;
}

/** Orders relations, the strongest first. */
function byStrength(one, other) {
  return (other.papers ?? 0) - (one.papers ?? 0) || (other.npmi ?? 0) - (one.npmi ?? 0);
}

/** Groups a list by a key; the groups stand in the order in which their keys come first. */
function groupBy(list, key) {
  const groups = new Map();
  for (const item of list) {
    if (!groups.has(key(item))) groups.set(key(item), []);
    groups.get(key(item)).push(item);
  }
  return groups;
}

/** What a choice lights up: the chosen node with its neighbours, or the chosen edge with its ends. */
function litBy(graph, choice) {
  const edges = choice.edge ? [choice.edge] : litEdges(graph.edgesOf.get(choice.node.id));
  const ids = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  if (choice.node) ids.delete(choice.node.id);
  const others = [...ids].map((id) => graph.nodeById.get(id)).sort(byImportance);
  return { edges, nodes: choice.node ? [choice.node, ...others] : others };
}

/** The edges of a chosen node that the map shows: of its relations the strongest, for the panel lists all. */
function litEdges(edges) {
  const relations = edges.filter(isRelation).sort(byStrength).slice(0, MOST_LIT_RELATIONS);
  return [...edges.filter((edge) => !isRelation(edge)), ...relations];
}

/** Orders nodes for labels: entities before papers, large before small. */
function byImportance(one, other) {
  return (one.kind === 'PAPER') - (other.kind === 'PAPER') || other.size - one.size;
}
