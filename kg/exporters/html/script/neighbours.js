import { groupBy, kindRank, otherEnd } from './graph.js';

/** The edges from papers to an entity. */
export function paperEdges(graph, entity) {
  return graph.edgesOf(entity).filter((edge) => edge.to === entity && edge.from.kind === 'PAPER');
}

/** The edges of an entity to what it is a variant of, and to its own variants. */
export function familyEdges(graph, entity) {
  const edges = graph.edgesOf(entity).filter(({ role }) => role === 'VARIANT_OF');
  return {
    above: edges.filter((edge) => edge.from === entity),
    below: edges.filter((edge) => edge.to === entity),
  };
}

/** What papers name beside an entity, by kind: `[kind, [{node, papers}]]`, those in most of its papers first. */
export function namedBeside(graph, entity) {
  const counts = new Map();
  for (const paper of new Set(paperEdges(graph, entity).map((edge) => edge.from))) {
    const beside = new Set(graph.edgesOf(paper).map((edge) => otherEnd(edge, paper)));
    for (const node of beside) if (node !== entity) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  const counted = [...counts].map(([node, papers]) => ({ node, papers }));
  counted.sort((one, other) => other.papers - one.papers || one.node.index - other.node.index);
  const groups = [...groupBy(counted, ({ node }) => node.kind)];
  return groups.sort(([one], [other]) => kindRank(one) - kindRank(other));
}

const ENDS_OF_RESULT = ['paperNode', 'subjectNode', 'baselineNode', 'benchmarkNode', 'metricNode'];
const rowsByNode = new WeakMap();

/** A promise of the reported results in which a node stands: as paper, subject, baseline, benchmark or metric. */
export async function resultsOf(graph, node) {
  if (!rowsByNode.has(graph)) rowsByNode.set(graph, indexedRows(await graph.results()));
  return rowsByNode.get(graph).get(node) ?? [];
}

function indexedRows(rows) {
  const index = new Map();
  for (const row of rows) {
    for (const node of new Set(ENDS_OF_RESULT.map((field) => row[field]).filter(Boolean))) {
      if (!index.has(node)) index.set(node, []);
      index.get(node).push(row);
    }
  }
  return index;
}
