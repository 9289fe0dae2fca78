import { once } from './once.js';
import { TEXT, own } from './text.js';

/**
 * Reads the graph of the page: nodes, edges with their nodes, and texts that are opened when they are asked for.
 * `open` gives the value of a packed block by its id.
 */
export async function readGraph(head, open) {
  const [nodeColumns, edgeColumns] = await Promise.all([open('nodes'), open('edges')]);
  const nodes = rows(nodeColumns, head.nodes);
  const edges = rows(edgeColumns, head.edges);
  for (const edge of edges) {
    edge.from = nodes[edge.from];
    edge.to = nodes[edge.to];
  }
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const edgesOf = neighbourhoods(nodes, edges);
  return {
    nodes,
    edges,
    nodeById,
    edgesOf,
    communities: head.communities,
    options: head.options,
    kinds: kindsOf(nodes),
    texts: textReader(head.texts, edgesOf, open),
    results: once(async () => (await open('results')).map((row) => tiedResult(row, nodeById))),
  };
}

/** Objects out of columns, each with its index; what is missing is undefined. */
export function rows(columns, count) {
  const made = Array.from({ length: count }, (_, index) => ({ index }));
  for (const [name, column] of Object.entries(columns)) {
    const { words, numbers } = column;
    const at = words
      ? (index) => (numbers[index] === null ? undefined : words[numbers[index]])
      : (index) => column[index] ?? undefined;
    for (let index = 0; index < count; index += 1) made[index][name] = at(index);
  }
  return made;
}

/** Gives the edges of a node, those that leave it first. */
function neighbourhoods(nodes, edges) {
  const lists = nodes.map(() => []);
  for (const edge of edges) lists[edge.from.index].push(edge);
  for (const edge of edges) if (edge.to !== edge.from) lists[edge.to.index].push(edge);
  return (node) => lists[node.index];
}

/**
 * Gives a promise of the texts of a node or an edge. A chunk holds the texts of nodes with those of the edges that
 * leave them, as lists in the order of `names`.
 */
function textReader({ first, ...names }, edgesOf, open) {
  return async (item) => {
    const node = item.from ?? item;
    const chunk = first.findLastIndex((index) => index <= node.index);
    const [texts, ofEdges] = (await open(`texts-${chunk}`))[node.index - first[chunk]];
    if (item === node) return named(names.node, texts);
    return named(names.edge, ofEdges[item.index - firstLeaving(node, edgesOf)]);
  };
}

function named(names, values) {
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? undefined]));
}

function firstLeaving(node, edgesOf) {
  return edgesOf(node)[0].index;
}

/** A result with the nodes that its ids name. */
function tiedResult(row, nodeById) {
  const fields = ['paper', 'benchmark', 'metric', 'subject', 'baseline'];
  const nodes = fields.map((field) => [`${field}Node`, nodeById.get(row[`${field}_id`]) ?? null]);
  return { ...row, better: row.better ?? null, ...Object.fromEntries(nodes) };
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
export function kindRank(kind) {
  const rank = Object.keys(TEXT.kinds).indexOf(kind);
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}

/** The place of a role in lists of roles, the strongest first; relations between entities behind them. */
export function roleRank(role) {
  const rank = [...Object.keys(TEXT.roles), ...Object.keys(TEXT.relations)].indexOf(role);
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}

/** The node at the other end of an edge. */
export function otherEnd(edge, node) {
  return edge.from === node ? edge.to : edge.from;
}

/** Whether an edge is one of the many between entities that follow from what papers say. */
export function isRelation(edge) {
  return own(TEXT.relations, edge.role) !== undefined;
}

/** Whether an edge ties two papers, or two entities that are neither in a relation nor of one family. */
export function isTie(edge) {
  const areAlike = (edge.from.kind === 'PAPER') === (edge.to.kind === 'PAPER');
  return areAlike && edge.role !== 'VARIANT_OF' && !isRelation(edge);
}

/** Orders relations and ties, the strongest first. */
export function byStrength(one, other) {
  const support = ({ papers, shared }) => papers ?? shared ?? 0;
  return support(other) - support(one) || (other.npmi ?? 0) - (one.npmi ?? 0);
}

/** Orders nodes: entities before papers, large before small. */
export function byImportance(one, other) {
  return (one.kind === 'PAPER') - (other.kind === 'PAPER') || other.size - one.size;
}

/** Groups a list by a key; the groups stand in the order in which their keys come first. */
export function groupBy(list, key) {
  const groups = new Map();
  for (const item of list) {
    if (!groups.has(key(item))) groups.set(key(item), []);
    groups.get(key(item)).push(item);
  }
  return groups;
}
